"""The rules of a meeting."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting
from db.session import FileSession


def days_are_in_order(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a last day before the first, and a last day without a first one."""
    if not isinstance(row, Meeting) or row.ends_on is None:
        return []
    if row.starts_on is None or row.ends_on < row.starts_on:
        return [
            Problem(mark("El último día es anterior al primero, o falta el primero."), place=Place(field="ends_on"))
        ]
    return []
