"""What is said of records and hinders nothing."""
