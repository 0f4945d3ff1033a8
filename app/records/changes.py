"""What an operation touched, for the views that refresh from it."""

from db.changes import Changes

__all__ = ["Changes"]
