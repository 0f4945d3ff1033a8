"""Records that hang from others of their kind."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession


def parent_is_no_child(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse a parent that is the record itself or hangs from it."""
    seen = {row.id}
    above = getattr(row, "parent_id", None)
    while above is not None:
        if above in seen:
            return [
                Problem(
                    mark("No puede depender de sí mismo."),
                    mark("Elija otro que no dependa de este."),
                    Place(field="parent_id"),
                ),
            ]
        seen.add(above)
        parent = session.get(type(row), above)
        above = getattr(parent, "parent_id", None)
    return []
