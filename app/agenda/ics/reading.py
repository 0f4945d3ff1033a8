"""Reads the events of a file of calendars, as Outlook, Google, Thunderbird and we write them (RFC 5545).

What an activity cannot hold is left out and said: what repeats, tasks and notes, who is invited, and files.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Component, vBroken

from app.agenda.event import CalendarEvent, EventState
from app.agenda.ics.lines import Begun, components, unreadable
from app.agenda.ics.mending import FAILURES, without_what_fails
from app.agenda.ics.zones import moved, near_zone, own_zone
from app.words.problems import Label, Place, Problem
from app.words.words import mark
from db.entities.activity import TimeZone

_OTHERS: Mapping[str, str] = {"VTODO": mark("tareas"), "VJOURNAL": mark("notas")}
_NAMED = 5
"""How many names a notice lists."""


@dataclass(slots=True)
class _Notices:
    """What has to be said of a file, gathered while it is read."""

    file: str
    repeated: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    invited: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    moved: dict[str, set[str]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    broken: list[tuple[str, str, int]] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    def problems(self) -> Iterator[Problem]:
        """Return each of them in words."""
        place = Place(self.file)
        for texts, names in (
            (_REPEATED, self.repeated),
            (_EXCEPTIONS, self.exceptions),
            (_INVITED, self.invited),
            (_ATTACHED, self.attached),
        ):
            if names:
                yield Problem(*texts, place, {"number": len(names), "names": _some(names)})
        for zone, names_of in self.moved.items():
            yield Problem(*_MOVED, place, {"zones": _some(sorted(names_of)), "zone": Label(TimeZone.of(zone).label)})
        if self.unknown:
            yield Problem(*_UNKNOWN, place, {"zones": _some(sorted(self.unknown))})
        for name, value, line in self.broken[:_NAMED]:
            yield Problem(*_BROKEN, place, {"name": name, "value": value[:_LONGEST], "line": line})
        if len(self.broken) > _NAMED:
            yield Problem(_MORE_BROKEN, "", place, {"number": len(self.broken) - _NAMED})
        for name, count in self.others.items():
            yield Problem(_LEFT_OUT, "", place, {"what": Label(_OTHERS[name]), "number": count})


_LONGEST = 60
"""Letters of a value that a notice shows."""
_REPEATED = (
    mark("Eventos que se repiten ({number}), de los que se toma solo la primera fecha: {names}."),
    mark("Agregue las otras fechas a mano si las necesita."),
)
_EXCEPTIONS = (
    mark("Fechas cambiadas de eventos que se repiten ({number}), que quedan fuera: {names}."),
    mark("Agregue esas fechas a mano si las necesita."),
)
_INVITED = (mark("Los invitados de estos eventos no se importan ({number}): {names}."), "")
_ATTACHED = (
    mark("Los archivos adjuntos de estos eventos no se importan ({number}): {names}."),
    mark("Adjúntelos a la ficha si los necesita."),
)
_MOVED = (
    mark("Horas de zonas que Enlace no usa ({zones}): se pasaron a la hora de {zone}."),
    mark("Compruebe las horas de esos eventos."),
)
_UNKNOWN = (
    mark("Zonas horarias desconocidas ({zones}): sus horas se toman como las del lugar."),
    mark("Compruebe las horas de esos eventos."),
)
_BROKEN = (mark("En el evento de la línea {line} no se entiende «{name}»: {value}"), mark("Lo demás se toma."))
_MORE_BROKEN = mark("Y otros datos que no se entienden: {number}.")
_LEFT_OUT = mark("El calendario también trae {what} ({number}), que no se importan.")


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """The events of a file in their order, what should be known of it, and what the calendar calls itself."""

    events: tuple[CalendarEvent, ...]
    notices: tuple[Problem, ...]
    name: str = ""


def read_calendar(file: str, written: str, text: str) -> ReadCalendar:
    """Read the events of `text`, in which no line is folded; `written` is the same as it stands in the file.

    Raises ProblemError that says where what is cut, or that it cannot be made out.
    """
    begun = [each for each in components(file, written) if each.name == "VEVENT"]
    notices = _Notices(file)
    calendars = _made_out(file, text, begun, notices)
    events = []
    at = iter(begun)
    for calendar in calendars:
        own = own_zone(str(calendar.get("X-WR-TIMEZONE", "")))
        cancels = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for component in calendar.walk():
            if component.name in _OTHERS:
                notices.others[str(component.name)] += 1
            elif component.name == "VEVENT":
                line = next(at, Begun("", 0)).line
                found = _Event(component, own, notices, line).read(cancels=cancels)
                events += [found] if found is not None else []
    names = [str(calendar.get("X-WR-CALNAME", "")) for calendar in calendars]
    return ReadCalendar(tuple(events), tuple(notices.problems()), names[0] if len(names) == 1 else "")


def _made_out(file: str, text: str, begun: Sequence[Begun], notices: _Notices) -> Sequence[Component]:
    """Return the calendars of a file, without the properties that would refuse the whole of it, which are said."""
    with suppress(*FAILURES):
        return Calendar.from_ical(text, multiple=True)
    rest, left = without_what_fails(text)
    try:
        calendars = Calendar.from_ical(rest, multiple=True)
    except FAILURES as failure:
        raise unreadable(file) from failure
    for each in left:
        line = begun[each.event].line if each.event is not None and each.event < len(begun) else 1
        notices.broken.append((each.name, each.value, line))
    return calendars


class _Event:
    """One event while it is read; `line` is where it begins in the file."""

    def __init__(self, component: Component, zone: str, notices: _Notices, line: int) -> None:
        """Read `component` of a calendar of the time zone `zone`."""
        self._component = component
        self._zone = zone
        self._notices = notices
        self._line = line
        self._name = _line(self._text("SUMMARY"))

    def read(self, *, cancels: bool) -> CalendarEvent | None:
        """Return the event; None for a changed occurrence of one that repeats, which has the name of that."""
        if "RECURRENCE-ID" in self._component:
            self._notices.exceptions.append(self._called())
            return None
        for name in ("RRULE", "RDATE"):
            if name in self._component:
                self._notices.repeated.append(self._called())
                break
        if "ATTENDEE" in self._component:
            self._notices.invited.append(self._called())
        if "ATTACH" in self._component:
            self._notices.attached.append(self._called())
        for broken, why in self._component.errors:
            wrong = [each for each in self._given(broken) if isinstance(each, vBroken)] if broken else ()
            said = str(next(iter(wrong), "")) if broken else str(why).partition("'")[2].partition("'")[0]
            self._notices.broken.append((str(broken or "?"), said, self._line))
        try:
            starts_on, starts_at, ends_on, ends_at, zone = self._when()
        except (OverflowError, ValueError):  # a day that no calendar counts, in its own zone or once it is turned
            starts_on, starts_at, ends_on, ends_at, zone = None, "", None, "", ""
            self._break("DTSTART")
        state = self._text("STATUS").strip().upper()
        return CalendarEvent(
            uid=_line(self._text("UID")),
            name=self._name,
            starts_on=starts_on,
            starts_at=starts_at,
            ends_on=ends_on,
            ends_at=ends_at,
            zone=zone,
            place=_line(self._text("LOCATION")),
            web=next(filter(None, (_line(self._text(name)) for name in _LINKS)), ""),
            description=_plain(self._text("DESCRIPTION")),
            state=EventState.CANCELLED if cancels else EventState.of(state) if state in _STATES else None,
            categories=tuple(self._categories()),
        )

    def _called(self) -> str:
        return self._name or f"({self._line})"

    def _given(self, name: str) -> Sequence[Any]:
        """Return the values of a property, however often it is written."""
        value = self._component.get(name)
        return () if value is None else value if isinstance(value, list) else (value,)

    def _text(self, name: str) -> str:
        first = next(iter(self._given(name)), None)
        if first is None or isinstance(first, str):
            return str(first or "")
        self._break(name)  # a day or a number, in a place where an event has words
        return ""

    def _categories(self) -> Iterator[str]:
        for each in self._given("CATEGORIES"):
            for one in () if isinstance(each, vBroken) else getattr(each, "cats", ()):
                said = _line(str(one).replace("\\,", ",").replace("\\;", ";"))  # the library leaves them escaped
                if said:
                    yield said

    def _moment(self, name: str) -> tuple[date | datetime | None, str]:
        """Return a day or moment, and the name of its zone as the file writes it; what is neither is said."""
        given = [each for each in self._given(name) if not isinstance(each, vBroken)]  # of which it is said already
        for each in given:
            found = getattr(each, "dt", None)
            if isinstance(found, date):
                return found, str(each.params.get("TZID", ""))
        if given:  # a period, as that of somebody who is busy, or an hour without its day
            self._break(name)
        return None, ""

    def _break(self, name: str) -> None:
        """Say that a property is there and says nothing that an activity can have."""
        written = [each.to_ical() for each in self._given(name)[:1]]
        said = "".join(each.decode() if isinstance(each, bytes) else str(each) for each in written)
        self._notices.broken.append((name, said, self._line))

    def _when(self) -> tuple[date | None, str, date | None, str, str]:
        """Return first day and hour, last day and hour, and the zone, as an activity has them."""
        starts, written = self._moment("DTSTART")
        if starts is None:
            for name in ("DTEND", "DURATION"):  # how long it lasts says nothing where nobody knows since when
                if name in self._component and "DTSTART" not in self._component:
                    self._break(name)
            return None, "", None, "", ""
        ends = self._end(starts)
        if not isinstance(starts, datetime):
            last = ends.date() if isinstance(ends, datetime) else ends
            self._say_early(last, starts)
            return starts, "", last - _DAY if last is not None and last > starts else starts, "", ""
        first, zone = self._in_own_zone(starts, written)
        if not isinstance(ends, datetime):
            return first.date(), _hour(first), first.date(), "", zone
        last_moment = moved(ends, zone) if zone and ends.tzinfo is not None else ends.replace(tzinfo=None)
        self._say_early(last_moment.replace(tzinfo=None), first.replace(tzinfo=None))
        last_day, hour = _last(first.replace(tzinfo=None), last_moment.replace(tzinfo=None))
        return first.date(), _hour(first), last_day, hour, zone

    def _say_early(self, ends: date | None, starts: date) -> None:
        """Say an end that comes before its start, which is not taken."""
        if ends is not None and ends < starts:
            self._break("DTEND" if "DTEND" in self._component else "DURATION")

    def _end(self, starts: date | datetime) -> date | datetime | None:
        """Return the first moment or day that is no more of it, from its end or from how long it lasts."""
        ends, _ = self._moment("DTEND")
        if ends is not None:
            return ends
        for each in self._given("DURATION"):
            lasts = getattr(each, "dt", None) if not isinstance(each, vBroken) else None
            with suppress(OverflowError):
                if isinstance(lasts, timedelta):
                    return starts + lasts
            if not isinstance(each, vBroken):
                self._break("DURATION")
        return None

    def _in_own_zone(self, moment: datetime, written: str) -> tuple[datetime, str]:
        """Return a moment in a zone that an activity can have, and the name of that; no name for the hour of a place.

        Universal time is how Google writes the hours of a calendar of which it gives the zone.
        """
        if moment.tzinfo is None:
            if written:
                self._notices.unknown.add(written)
            return moment, ""
        own = own_zone(written) if written else own_zone("Etc/UTC")
        if not written and self._zone:
            own = self._zone
        if own:
            return moved(moment, own), own
        near = near_zone(written, self._zone)
        self._notices.moved.setdefault(near, set()).add(written)
        return moved(moment, near), near


_DAY = timedelta(days=1)
_LINKS = ("URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
"""Where programs write the way into a meeting at a distance, the first that is written counts."""
_TAGGED = re.compile(r"</?(?:br|p|div|span|a|b|i|u|ul|ol|li|html-blob|font)\b[^<>]*>", re.IGNORECASE)
"""A tag, sought no further than the next one: what never ends would be read to its end from each of its letters."""
_LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_STATES = frozenset(each.value for each in EventState)


def _last(first: datetime, last: datetime) -> tuple[date, str]:
    """Return the last day and its hour: of what lasts some days, midnight is the end of the day before.

    That of a single evening is written as it is, the next day at 00:00, so that it goes back as it came.
    """
    if last <= first:
        return first.date(), ""
    before = last.date() - _DAY
    return (before, "") if last.time() == time() and before > first.date() else (last.date(), _hour(last))


def _hour(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _plain(text: str) -> str:
    """Return a description without the tags that Google writes into it."""
    if not _TAGGED.search(text):
        return text.strip()
    return html.unescape(_TAGGED.sub("", _LINE_ENDS.sub("\n", text))).replace("\xa0", " ").strip()


def _line(text: str) -> str:
    return " ".join(text.split())


def _some(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names[:_NAMED]) + (("…",) if len(names) > _NAMED else ())
