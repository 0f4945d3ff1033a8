"""A record as a form: its fields, parts and editors."""
