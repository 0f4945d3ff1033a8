"""What makes files of resources/ and is not shipped."""
