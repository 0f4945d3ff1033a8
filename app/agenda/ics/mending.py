"""A file of calendars of which the library makes out nothing, without the properties that are written wrongly."""

import re
from dataclasses import dataclass

from icalendar import Calendar

FAILURES = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
"""What the library raises for a calendar that it cannot make out."""

_MARK = re.compile(r"(BEGIN|END):\s*(\S+)\s*", re.IGNORECASE)
_PROPERTY = re.compile(r"([A-Za-z0-9-]+)[;:]")
"""How a line begins that is a property at all: what is none says that the file is no calendar."""
_EVENT = "VEVENT"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A property that was left out: its name and what was written, and of which event of the file, from 0.

    None is the event of what stands outside all.
    """

    name: str
    value: str
    event: int | None


def without_what_fails(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """Return `text`, in which no line is folded, without the lines that cannot be made out each by itself, and these.

    Each line is tried within a component of its own kind, since one wrong type refuses the whole of a file.
    """
    kept, left = [], []
    open_ones: list[str] = []
    events, inside = -1, False
    for line in text.splitlines():
        mark_of = _MARK.fullmatch(line)
        if mark_of is not None:
            name = mark_of[2].upper()
            begins = mark_of[1].upper() == "BEGIN"
            open_ones = [*open_ones, name] if begins else open_ones[:-1]
            events += begins and name == _EVENT
            inside = _EVENT in open_ones
        elif open_ones and (begins_as := _PROPERTY.match(line)) and not _is_made_out(line, open_ones[-1]):
            left.append(LeftOut(begins_as[1].upper(), line.partition(":")[2], events if inside else None))
            continue
        kept.append(line)
    return "\r\n".join([*kept, ""]), tuple(left)


def _is_made_out(line: str, component: str) -> bool:
    around = () if component == "VCALENDAR" else (component,)
    begins = [f"BEGIN:{each}" for each in ("VCALENDAR", *around)]
    ends = [f"END:{each}" for each in (*around, "VCALENDAR")]
    try:
        Calendar.from_ical("\r\n".join([*begins, line, *ends, ""]), multiple=True)
    except FAILURES:
        return False
    return True
