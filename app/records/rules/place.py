"""Records that belong to exactly one of several kinds of record."""

from app.records.rules.one_alone import filled
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession


def has_one_place(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a post that is at no city, organisation or body, or at more than one."""
    set_ones = filled(row, ("municipality_id", "organisation_id", "body_id"))
    if len(set_ones) == 1:
        return []
    field = set_ones[1] if set_ones else "municipality_id"
    hint = mark("Complete uno solo de los tres: ciudad, organismo o instancia.")
    return [Problem(mark("El cargo tiene que ser de una sola institución."), hint, Place(field=field))]
