"""What is said of an agreement: that its notices do not follow each other."""

from itertools import pairwise

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.agreement import Agreement
from db.session import FileSession

_NOTICES = ("first_notice", "second_notice", "last_notice")


def notices_follow_each_other(_: FileSession, row: Entity) -> list[Problem]:
    """Say which notice of an agreement does not come nearer to its end than the one before it."""
    if not isinstance(row, Agreement):
        return []
    said = [(name, days) for name in _NOTICES if (days := getattr(row, name)) is not None]
    text = mark("Este aviso ({days}) no es más cercano al vencimiento que el anterior ({former}).")
    return [
        Problem(text, place=Place(field=name), values={"days": days, "former": former})
        for (_, former), (name, days) in pairwise(said)
        if days >= former
    ]
