"""Of which term a paper is, for the office that issues it."""

from datetime import date
from typing import Protocol

from app.network.terms import period_on
from db.entities.meeting import Meeting
from db.session import FileSession


class OfRecord(Protocol):
    """Options of a report that name the record which it is of."""

    @property
    def record_id(self) -> str | None:
        """The key of the record; None for a report of none."""


def term_of_meeting(session: FileSession, options: OfRecord) -> str | None:
    """Return the term of the meeting of a paper: the one it says, else the one that runs on its day; None of none."""
    meeting = session.get(Meeting, options.record_id) if options.record_id else None
    if meeting is None or meeting.period_id or meeting.starts_on is None:
        return meeting.period_id if meeting else None
    day: date = meeting.starts_on
    running = period_on(session, day)
    return running.id if running else None


def term_itself(_session: FileSession, options: OfRecord) -> str | None:
    """Return the term that a report is about."""
    return options.record_id
