"""The dialog about a citation."""
