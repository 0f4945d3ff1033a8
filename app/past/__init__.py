"""What was done to the file as a person goes through it: listed, opened, taken back, and brought again."""
