"""What can be done to agreements: they are renewed."""
