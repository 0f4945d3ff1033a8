"""The money of projects as a page of its room."""
