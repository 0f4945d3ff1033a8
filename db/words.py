"""Marking of the words that are translated where they are shown."""


class Label(str):
    """A value that is itself a Spanish source word, such as a field's label, to be translated where it is shown."""

    __slots__ = ()


CONTEXT_END = "\x04"
"""What gettext sets between the context of a word and the word."""


def mark(text: str, context: str = "") -> str:
    """Mark Spanish source `text` for the catalogues of words and give it back.

    With `context` ("agenda item"), a word that Spanish uses for two things is told from its other use: each has its own
    translation, and people never see the context.
    """
    return f"{context}{CONTEXT_END}{text}" if context else text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark the Spanish source words for one and for several, and give them back unchanged."""
    return one, many
