"""The history of the file in the window: what was done, what was deleted, and the ways back."""
