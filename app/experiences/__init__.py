"""What is asked of experiences, and what is told of all of them: the forms of the observatories, and the exchange."""
