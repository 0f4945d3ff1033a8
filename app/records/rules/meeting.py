"""The rules of a meeting."""

import re
from collections.abc import Sequence

from sqlalchemy import select

from app.words.folding import fold
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession

_PLAIN_NUMBER = re.compile(r"\D*\d{1,3}\D*")
"""A code whose number may be given again in another year: "3", "Nº 03"; not "03/2011" nor "XXXII"."""


def days_are_in_order(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a last day before the first, and a last day without a first one."""
    if not isinstance(row, Meeting) or row.ends_on is None:
        return []
    if row.starts_on is None or row.ends_on < row.starts_on:
        return [
            Problem(mark("El último día es anterior al primero, o falta el primero."), place=Place(field="ends_on"))
        ]
    return []


def code_is_free(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a number that a body has given already in the same series, but to a meeting that was suspended.

    A plain number may come again in another year; one that says its year, or a Roman figure, may not.
    """
    numbered = [row for row in rows if isinstance(row, Meeting) and row.code and _takes_place(row)]
    bodies = {row.body_id for row in numbered}
    found = select(Meeting).where(Meeting.body_id.in_(bodies), Meeting.code.is_not(None))
    others = session.scalars(found).all() if numbered else ()
    taken: dict[tuple[object, ...], list[Meeting]] = {}
    for other in filter(_takes_place, others):
        taken.setdefault(_number_of(other), []).append(other)
    problems = []
    for row in numbered:
        first = next((each for each in taken.get(_number_of(row), ()) if each.id != row.id), None)
        if first is not None:
            values = {"code": row.code, "meeting": first.name}
            text = mark("«{code}» ya es de «{meeting}» en esa serie de la instancia.")
            hint = mark("Escriba otro código, u otra serie si se cuenta aparte.")
            problems.append(Problem(text, hint, Place(field="code"), values))
    return problems


def _takes_place(meeting: Meeting) -> bool:
    return meeting.state != MeetingState.CANCELLED.value


def _number_of(meeting: Meeting) -> tuple[object, ...]:
    """Return what no other meeting of its body has: series and code, and the year where that begins again in it."""
    code = fold((meeting.code or "").strip())
    year = meeting.starts_on.year if meeting.starts_on is not None and _PLAIN_NUMBER.fullmatch(code) else None
    return meeting.body_id, fold((meeting.series or "").strip()), code, year
