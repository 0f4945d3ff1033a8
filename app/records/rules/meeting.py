"""The rules of a meeting."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import select

from app.words.folding import fold
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting, MeetingState
from db.journal.writing import columns_written
from db.session import FileSession

_PLAIN_NUMBER = re.compile(r"\D*\d{1,3}\D*")
"""A code whose number may be given again in another year: "3", "Nº 03"; not "03/2011" nor "XXXII"."""
_NUMBERED_BY = frozenset({"body_id", "series", "code", "starts_on", "state"})
"""What says which number a meeting takes, and whether it takes one."""


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

    A plain number may come again in another year; one that says its year, or a Roman figure, may not. Of what older
    versions let in twice all else may be changed.
    """
    numbered = [row for row in rows if isinstance(row, Meeting) and row.code and takes_place(row)]
    bodies = {row.body_id for row in numbered}
    found = select(Meeting).where(Meeting.body_id.in_(bodies), Meeting.code.is_not(None))
    others = session.scalars(found).all() if numbered else ()
    own = {row.id for row in rows}
    taken: dict[tuple[object, ...], Meeting] = {}
    for other in others:
        if other.id not in own and takes_place(other):
            taken.setdefault(number_of(other), other)
    alike: dict[tuple[object, ...], list[Meeting]] = defaultdict(list)
    for row in numbered:
        alike[number_of(row)].append(row)
    problems = []
    for number, same in alike.items():
        if number not in taken and not same[1:]:
            continue  # mostly; what is stored of each is looked up only where there is a doubt
        given = [row for row in same if _is_numbered_now(session, row)]
        # Those whose number stays take it before those that are given one now.
        first = taken.get(number) or next((row for row in same if row not in given), same[0])
        problems += [_taken(row, first) for row in given if row is not first]
    return problems


def _taken(row: Meeting, first: Meeting) -> Problem:
    text = mark("«{code}» ya es de «{meeting}» en esa serie de la instancia.")
    hint = mark("Escriba otro código, u otra serie si se cuenta aparte.")
    return Problem(text, hint, Place(field="code", record=row.id), {"code": row.code, "meeting": first.name})


def _is_numbered_now(session: FileSession, row: Meeting) -> bool:
    """Tell whether a meeting is given its number by what is being written, or was by what the operation wrote."""
    stored = session.get(Meeting, row.id) if row.id else None
    if stored is None:
        return True
    if stored is row:
        return not _NUMBERED_BY.isdisjoint(columns_written(session.connection(), Meeting.__tablename__, row.id))
    return any(getattr(row, name) != getattr(stored, name) for name in _NUMBERED_BY)


class Numbered(Protocol):
    """What of a meeting says its number: the meeting, or a row of a query that has these columns."""

    @property
    def body_id(self) -> str:
        """The body that gives it."""

    @property
    def series(self) -> str | None:
        """The series in which it is counted."""

    @property
    def code(self) -> str | None:
        """The number as it is written."""

    @property
    def starts_on(self) -> date | None:
        """The first day."""

    @property
    def state(self) -> str:
        """Where the meeting stands."""


def takes_place(meeting: Numbered) -> bool:
    """Tell whether a meeting keeps its number: one that was suspended gives it back."""
    return meeting.state != MeetingState.CANCELLED.value


def number_of(meeting: Numbered) -> tuple[object, ...]:
    """Return what no other meeting of its body has: series and code, and the year where that begins again in it."""
    code = fold((meeting.code or "").strip())
    year = meeting.starts_on.year if meeting.starts_on is not None and _PLAIN_NUMBER.fullmatch(code) else None
    return meeting.body_id, fold((meeting.series or "").strip()), code, year
