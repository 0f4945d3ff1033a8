"""Marking of the words that are translated where they are shown."""


class Label(str):
    """A value that is itself a Spanish source word, such as a field's label, to be translated where it is shown."""

    __slots__ = ()


def mark(text: str) -> str:
    """Mark Spanish source `text` for the catalogues of words and give it back unchanged."""
    return text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark the Spanish source words for one and for several, and give them back unchanged."""
    return one, many
