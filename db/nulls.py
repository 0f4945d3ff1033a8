"""The character U+0000, at which SQLite cuts a text: no text of ours holds it."""

from collections.abc import Iterable, Mapping

from db.failures import Reason, StoreFailure

NULL = "\0"
_AROUND = 30
"""Characters before and after it that are repeated to whoever looks for it."""


def text_with_null(value: object) -> str | None:
    """Return the first text in `value`, itself or among those it holds, that has a U+0000; None when none does."""
    if isinstance(value, str):
        return value if NULL in value else None
    if isinstance(value, Mapping):
        return text_with_null([*value.keys(), *value.values()])
    if isinstance(value, list | tuple | set | frozenset):
        return next((found for each in value if (found := text_with_null(each)) is not None), None)
    return None


def around_null(text: str) -> str:
    """Return what stands around the first U+0000 of `text`, the character itself as a sign that can be seen."""
    at = text.index(NULL)
    return text[max(0, at - _AROUND) : at + _AROUND].replace(NULL, "\u2400")


def refuse_null(texts: Iterable[str]) -> None:
    """Raise StoreFailure, its detail saying where, when one of `texts` has a U+0000."""
    for each in texts:
        if NULL in each:
            raise StoreFailure(Reason.NULL_CHARACTER, around_null(each))
