"""The migrations from one schema to the next: each is small, and frozen once it was released."""
