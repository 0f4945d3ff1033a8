"""Records that hang from others of their kind."""

from collections.abc import Sequence

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession


def parent_is_no_child(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a parent that is the record itself or hangs from it."""
    refused = Problem(
        mark("La ficha no puede depender de sí misma."),
        mark("Elija otra ficha que no dependa de esta."),
        Place(field="parent_id"),
    )
    return [refused for row in rows if comes_back(session, row, "parent_id")]


def comes_from_an_earlier_one(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse an action of the plan that comes from itself, or from one that comes from it."""
    refused = Problem(
        mark("No puede venir de sí misma."),
        mark("Elija una acción de una gestión anterior."),
        Place(field="carried_from_id"),
    )
    return [refused for row in rows if comes_back(session, row, "carried_from_id")]


def comes_back(session: FileSession, row: Entity, field: str) -> bool:
    """Tell whether whoever goes from a record to the one in `field`, and on, meets one twice."""
    seen = {row.id}
    above = getattr(row, field, None)
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = getattr(session.get(type(row), above), field, None)
    return False
