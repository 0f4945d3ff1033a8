"""An event of a calendar, between the records and the files of calendars: it knows neither of them."""

from dataclasses import dataclass
from datetime import date, datetime

from db.fields import Choice
from db.words import mark

OURS = "@enlace"
"""What follows the key of a record in the name by which calendars know its event, unless it came with another."""


class EventState(Choice):
    """Whether an event takes place, as calendars say it (RFC 5545, 3.8.1.11)."""

    TENTATIVE = "TENTATIVE", mark("Por confirmar")
    CONFIRMED = "CONFIRMED", mark("Confirmada", "activity")
    CANCELLED = "CANCELLED", mark("Suspendida", "activity")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An event: `ends_on` is its last day, None or that of its start when it is over on the first one.

    Its hours are texts HH:MM of the time zone `zone` (a name of IANA), or of its place where that is empty. `uid` is
    what calendars know it by, `changed` the moment of its last change in UTC, and `sequence` how many there were.
    """

    uid: str
    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    starts_at: str = ""
    ends_at: str = ""
    zone: str = ""
    place: str = ""
    web: str = ""
    description: str = ""
    state: EventState | None = None
    categories: tuple[str, ...] = ()
    changed: datetime | None = None
    sequence: int = 0

    @property
    def last_day(self) -> date | None:
        """The day on which it is over."""
        return self.ends_on or self.starts_on


def uid_of(key: str, given: str | None) -> str:
    """Return what calendars know the record `key` by: what it came with, else its key."""
    return given or f"{key}{OURS}"
