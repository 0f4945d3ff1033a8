"""The rules of a meeting."""

from sqlalchemy import select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting, meeting_body
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


def meets_with_others(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse a meeting whose own body is among those that it is held together with."""
    own = select(meeting_body.c.id).where(
        meeting_body.c.meeting_id == row.id, meeting_body.c.body_id == getattr(row, "body_id", None)
    )
    if session.scalar(own) is None:
        return []
    text = mark("La instancia de la reunión figura entre aquellas con las que se reúne.")
    return [Problem(text, place=Place(field="bodies"))]
