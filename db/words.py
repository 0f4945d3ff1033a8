"""Marking of the words that are translated where they are shown."""


def mark(text: str) -> str:
    """Mark Spanish source `text` for the catalogues of words and give it back unchanged."""
    return text
