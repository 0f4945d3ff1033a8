"""The page of the exchange of experiences."""
