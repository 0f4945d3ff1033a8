"""The history of a file as a person goes through it."""
