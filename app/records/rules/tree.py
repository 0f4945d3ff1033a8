"""Records that hang from others of their kind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    return _refuse_circles(session, rows, refused)


def comes_from_an_earlier_one(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse an action of the plan that comes from itself, or from one that comes from it."""
    refused = Problem(
        mark("No puede venir de sí misma."),
        mark("Elija una acción de una gestión anterior."),
        Place(field="carried_from_id"),
    )
    return _refuse_circles(session, rows, refused)


def _refuse_circles(session: FileSession, rows: Sequence[Entity], refused: Problem) -> list[Problem]:
    own = {row.id: row for row in rows}
    turning = [row for row in rows if comes_back(session, row, refused.place.field, own)]
    return [replace(refused, place=replace(refused.place, record=row.id)) for row in turning]


def comes_back(session: FileSession, row: Entity, field: str, own: Mapping[str, Entity]) -> bool:
    """Tell whether whoever goes from a record to the one in `field`, and on, meets one twice.

    `own` are the rows, by their keys, that are asked about as they will be; all others are as they are stored. A circle
    of others of them, to which the record only leads, is told of those: without it the record is right.
    """
    seen = {row.id: None}
    above = getattr(row, field, None)
    while above is not None:
        if above in seen:
            way = list(seen)
            circle = way[way.index(above) :]
            return row.id in circle or own.keys().isdisjoint(circle)
        seen[above] = None
        above = getattr(own.get(above) or session.get(type(row), above), field, None)
    return False
