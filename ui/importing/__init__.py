"""The pages of the import wizard: the file, its columns, what would happen, and what happened."""
