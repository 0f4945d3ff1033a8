"""Whether a file of calendars is one that Enlace wrote, and of what."""

from collections.abc import Collection
from pathlib import Path

from icalendar import Calendar

from app.agenda.ics.mending import FAILURES
from app.agenda.ics.writing import PRODID

_LARGEST = 1_000_000
"""Bytes beyond which a file is no appointment of ours: a meeting with a long agenda takes some thousands."""


def holds_only(path: Path, uids: Collection[str]) -> bool:
    """Tell whether the file at `path` is ours (its PRODID) and holds just the events that calendars know by `uids`.

    What cannot be read, is a link or is no calendar is not.
    """
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        calendar = Calendar.from_ical(path.read_bytes())
    except (OSError, *FAILURES):
        return False
    events = [str(event.get("uid", "")) for event in calendar.walk("VEVENT")]
    return calendar.get("prodid") == PRODID and sorted(events) == sorted(uids)
