"""What is stored: entities, their fields, and the one place where a database session is made."""
