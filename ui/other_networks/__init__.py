"""The other networks as a page: what is counted of each, and the exchange of experiences."""
