"""Writes events as a file that Outlook, Google and Thunderbird open (RFC 5545; METHOD of RFC 5546).

Lines are folded at 75 bytes and end in CRLF, as the library does it.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from app.agenda.event import CalendarEvent
from app.file.writing import write_atomically

PRODID = "-//Mercociudades//Enlace//ES"
UTC_NAME = "UTC"
_YEAR = timedelta(days=366)


def write_calendar(path: Path, events: Sequence[CalendarEvent], name: str, stamped: datetime) -> None:
    """Write `events` to `path` as the calendar called `name`, whole or not at all.

    `stamped` is the moment at which it is made, in UTC. An event without a day, which no calendar can show, is left
    out: whoever asks for the file says so. ProblemError when the place cannot be written.
    """
    write_atomically(path, make_calendar(events, name, stamped))


def make_calendar(events: Sequence[CalendarEvent], name: str, stamped: datetime) -> bytes:
    """Return the bytes of such a file."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    shown = [event for event in events if event.starts_on is not None]
    zones = {event.zone for event in shown if event.starts_at}
    if len(zones) == 1 and "" not in zones:
        # Of several zones none is that of the calendar: whoever reads it would turn hours of UTC into that one.
        calendar.add("x-wr-timezone", next(iter(zones)))
    for event in shown:
        calendar.add_component(_event(event, stamped))
    if zones - {"", UTC_NAME}:
        days = [day for event in shown for day in (event.starts_on, event.last_day) if day is not None]
        calendar.add_missing_timezones(first_date=min(days) - _YEAR, last_date=max(days) + _YEAR)
        for zone in calendar.timezones:
            zone.pop("comment", None)
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, stamped: datetime) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", stamped)
    made.add("summary", event.name)
    starts, ends = moments_of(event)
    made.add("dtstart", starts)
    if ends is not None:
        made.add("dtend", ends)
    for name, text in (("location", event.place), ("url", event.web), ("description", event.description)):
        if text:
            made.add(name, text)
    if event.state is not None:
        made.add("status", event.state.value)
    if event.categories:
        made.add("categories", list(event.categories))
    if event.changed is not None:
        made.add("last-modified", event.changed.astimezone(UTC))
        made.add("sequence", max(event.sequence - 1, 0))
    if not event.starts_at:
        # Somebody is not busy on each day of a campaign or a fair.
        made.add("transp", "TRANSPARENT")
    return made


def moments_of(event: CalendarEvent) -> tuple[date | datetime | None, date | datetime | None]:
    """Return from when to when an event lasts, as calendars say it: the end is the first moment that is no more of it.

    Days where it has no hours; moments of its zone where it has one, of no zone where not. One of several days that
    says no hour of its end lasts to the end of its last day; one of a single day that says none has no end.
    """
    first, last = event.starts_on, event.last_day
    if first is None or last is None:
        return None, None
    if not event.starts_at:
        return first, last + timedelta(days=1)
    starts = _moment(first, event.starts_at, event.zone)
    if event.ends_at:
        ends = _moment(last, event.ends_at, event.zone)
        return starts, ends if ends > starts else None
    return starts, _moment(last + timedelta(days=1), "00:00", event.zone) if last > first else None


def _moment(day: date, hour: str, zone: str) -> datetime:
    known = UTC if zone == UTC_NAME else ZoneInfo(zone) if zone else None
    return datetime.combine(day, time.fromisoformat(hour), known)
