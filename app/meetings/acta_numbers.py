"""The numbers of actas, in the series of a body and a year: "03/2011" (domain, 2.1, 6.4)."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from app.meetings.series import next_number
from app.words.folding import fold
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession
from db.store import Store

_OF_YEAR = re.compile(r"\d+\s*/\s*(?:\d{4}|\d{2})\b")
"""A number that says its year: that of the acta stands so in the code of a meeting, "ACTA Nº 03/2011"."""
_PARTS = re.compile(r"(\d+)\s*/\s*(\d{4}|\d{2})")

_FULL_YEAR = 4
"""Figures of a year that is written whole."""
_CENTURY = 2000
"""The network began in 1995, and numbers of two figures of the year with the actas of the Foro, after 2000."""


def number_of_acta(acta_number: str | None, code: str | None) -> str:
    """Return the number of an acta as recorded: its own, else the one of a year in the code; empty for neither."""
    if acta_number:
        return acta_number
    found = _OF_YEAR.search(code or "")
    return found[0] if found is not None else ""


def plain_number(number: str, day: date | None) -> tuple[int | str, int | None]:
    """Return that by which two numbers of a body are one: 3/08 is 03/2008; one without a year is of that of `day`."""
    found = _PARTS.search(number)
    if found is not None:
        year = int(found[2])
        return int(found[1]), year if len(found[2]) == _FULL_YEAR else year + _CENTURY
    said = fold(number.strip())
    return int(said) if said.isdecimal() else said, day.year if day is not None else None


def next_acta_number(store: Store, meeting_id: str) -> str:
    """Return the number to propose for the acta of a meeting: its own, else the next of its body and year."""
    with store.reading() as session:
        meeting = session.get(Meeting, meeting_id)
        return propose_number(session, meeting) if meeting is not None else ""


def propose_number(session: FileSession, meeting: Meeting) -> str:
    """Return the number that the acta of a meeting has, else the one after the highest of its body and year."""
    own = number_of_acta(meeting.acta_number, meeting.code)
    if own:
        return own
    year = (meeting.starts_on or session.today()).year
    numbers = [plain_number(each, None) for each in _numbers(session, meeting)]
    highest = max((number for number, of_year in numbers if of_year == year and isinstance(number, int)), default=0)
    return next_number(f"{highest:02}/{year}", year) if highest else f"01/{year}"


def same_number(session: FileSession, meeting: Meeting, number: str) -> Sequence[str]:
    """Return the keys of the other meetings of its body to whose acta `number` was given too, in the same year."""
    if not number.strip():
        return ()
    mine = plain_number(number, meeting.starts_on)
    return [each.id for each, given in _others(session, meeting) if plain_number(given, each.starts_on) == mine]


def _numbers(session: FileSession, meeting: Meeting) -> list[str]:
    """Return the numbers of the other actas of the body that say their year."""
    found = [given for _, given in _others(session, meeting)]
    return [given for given in found if _PARTS.search(given) is not None]


def _others(session: FileSession, meeting: Meeting) -> list[tuple[Meeting, str]]:
    rows = session.scalars(
        select(Meeting)
        .where(
            Meeting.body_id == meeting.body_id,
            Meeting.id != meeting.id,
            Meeting.state != MeetingState.CANCELLED.value,
            or_(Meeting.acta_number.is_not(None), Meeting.code.is_not(None)),
        )
        .order_by(Meeting.starts_on, Meeting.id)
    )
    numbered = ((row, number_of_acta(row.acta_number, row.code)) for row in rows)
    return [(row, number) for row, number in numbered if number]
