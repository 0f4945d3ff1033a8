"""What every room of records is made of."""
