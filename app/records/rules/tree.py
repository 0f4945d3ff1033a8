"""Records that hang from others of their kind."""

from collections.abc import Sequence

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession


def parent_is_no_child(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a parent that is the record itself or hangs from it."""
    return [problem for row in rows for problem in _hangs_from_itself(session, row)]


def _hangs_from_itself(session: FileSession, row: Entity) -> list[Problem]:
    seen = {row.id}
    above = getattr(row, "parent_id", None)
    while above is not None:
        if above in seen:
            return [
                Problem(
                    mark("La ficha no puede depender de sí misma."),
                    mark("Elija otra ficha que no dependa de esta."),
                    Place(field="parent_id"),
                ),
            ]
        seen.add(above)
        parent = session.get(type(row), above)
        above = getattr(parent, "parent_id", None)
    return []
