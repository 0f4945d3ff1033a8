"""Fields of which one alone says who or what: who answers, who carries out, before whom a step is."""

from collections.abc import Iterable

from app.words.problems import Place, Problem
from db.base import Entity


def filled(row: Entity, names: Iterable[str]) -> list[str]:
    """Return those of the fields `names` that say something."""
    return [name for name in names if getattr(row, name, None)]


def refuse_several(row: Entity, names: Iterable[str], text: str, hint: str = "") -> list[Problem]:
    """Refuse in the words of `text` that two of the fields `names` say something, beside the second of them."""
    said = filled(row, names)
    return [Problem(text, hint, Place(field=said[1]))] if said[1:] else []
