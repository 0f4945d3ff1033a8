"""Reads files of calendars (.ics) as sheets of activities: a row for each event, under the labels of their fields."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.agenda.event import CalendarEvent, EventState
from app.sheets.reading import refusals
from app.sheets.reading.encoding import decode
from app.sheets.reading.grid import Grid
from app.sheets.reading.source import Reader, Reading, Source
from app.words.problems import Problem, ProblemError
from app.words.values import read_value
from app.words.words import LANGUAGES, Words, mark
from db.catalog import EntityInfo, present_catalog
from db.entities.activity import ActivityState

_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*BEGIN:VCALENDAR", re.IGNORECASE)
_HEAD = 400
COLUMNS = (
    *("name", "kind", "starts_on", "ends_on", "starts_at", "ends_at", "time_zone", "place", "web", "state"),
    *("units", "municipalities", "organisations", "who_may_come", "deadline", "host_pays", "person_id", "notes", "uid"),
)
"""The fields of an activity that an event can say, in the order of the columns."""
_FROM_LINES = ("units", "municipalities", "organisations", "who_may_come", "deadline", "host_pays", "person_id")
"""Those that a line of the description says under its label, as we write it."""
_STATES: Mapping[EventState, ActivityState] = {
    EventState.TENTATIVE: ActivityState.TENTATIVE,
    EventState.CONFIRMED: ActivityState.CONFIRMED,
    EventState.CANCELLED: ActivityState.CANCELLED,
}
_LETTERS = mark("Si ve letras extrañas, pida que se lo envíen en UTF-8.")


def recognises(content: bytes) -> bool:
    """Tell whether the bytes begin a calendar, in an encoding of one or two bytes."""
    head = content[:_HEAD]
    return _BEGINNING.match(head) is not None or _BEGINNING.match(head.replace(b"\0", b"")) is not None


def read(source: Source) -> Reading:
    """Return the events as one sheet; notices say what of the calendar is not taken, and what was turned."""
    from app.agenda.ics.lines import check_bounds, unfolded, unfolded_text
    from app.agenda.ics.reading import read_calendar

    check_bounds(source.file, source.content)
    written, _ = decode(source)
    text, letters = decode(replace(source, content=unfolded(source.content)))
    source.progress(0.2)
    found = read_calendar(source.file, written.lstrip("\ufeff"), unfolded_text(text).lstrip("\ufeff"))
    if not found.events:
        raise _no_events(source.file, found.notices)
    grid = Grid(source, found.name)
    rows = _Rows()
    grid.add(rows.titles)
    for event in found.events:
        grid.add(rows.row(event))
    sheet = grid.sheet()
    notices = (*(replace(each, hint=_LETTERS) for each in letters), *found.notices)
    return Reading((sheet,) if sheet else (), notices, titled=True)


def _no_events(file: str, notices: Sequence[Problem]) -> ProblemError:
    problem = refusals.unsupported(file, mark("El calendario no tiene ningún evento."), mark("Elija otro."))
    return ProblemError(*problem.problems, *notices)


@dataclass(slots=True)
class _Rows:
    """Makes rows of events; what a field cannot hold goes to the notes, under its label."""

    words: Words = field(default_factory=lambda: Words("es"))
    info: EntityInfo = field(default_factory=lambda: present_catalog()["activity"])
    labels: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Know the labels in every language."""
        spoken = [Words(language) for language in LANGUAGES]
        self.labels = {words(self.info.field(name).field.label): name for words in spoken for name in _FROM_LINES}

    @property
    def titles(self) -> list[str]:
        """The labels of the columns."""
        return [self._label(name) for name in COLUMNS]

    def row(self, event: CalendarEvent) -> list[object]:
        """Return the cells of an event."""
        notes: list[str] = []
        said, rest = self._lines_of(event.description)
        kinds = [each for each in event.categories if self._is_read("kind", each)]
        others = [each for each in event.categories if each not in kinds[:1]]
        cells: dict[str, object] = {
            "name": event.name,
            "kind": kinds[0] if kinds else "",
            "starts_on": event.starts_on,
            "ends_on": event.last_day,
            "starts_at": event.starts_at,
            "ends_at": event.ends_at,
            "time_zone": self._choice("time_zone", event.zone),
            "place": self._held("place", event.place, notes),
            "web": self._held("web", event.web, notes),
            "state": self._choice("state", _STATES[event.state].value) if event.state else "",
            "uid": event.uid,
            **said,
        }
        if others:
            notes.append(self.words(mark("Categorías: {names}"), names=", ".join(others)))
        cells["notes"] = "\n".join(filter(None, (rest, *notes)))
        return [cells.get(name) for name in COLUMNS]

    def _label(self, name: str) -> str:
        return self.words(self.info.field(name).field.label)

    def _choice(self, name: str, stored: str) -> str:
        choices = self.info.field(name).field.choices
        return self.words(choices.of(stored).label) if choices is not None and stored else ""

    def _held(self, name: str, text: str, notes: list[str]) -> str:
        """Return `text` where the field can hold it; else put it into the notes."""
        if not text or self._is_read(name, text):
            return text
        notes.append(f"{self._label(name)}: {text}")
        return ""

    def _is_read(self, name: str, text: str) -> bool:
        facts = self.info.field(name).field
        try:
            read_value(facts, text, self.words)
        except ProblemError:
            return False
        return True

    def _lines_of(self, description: str) -> tuple[dict[str, str], str]:
        """Return what lines under a label of ours say, and the lines that are left."""
        said: dict[str, str] = {}
        rest = []
        for line in description.splitlines():
            label, _, text = line.partition(": ")
            name = self.labels.get(label.strip(), "")
            if name and text.strip() and name not in said and self._is_held(name, text.strip()):
                said[name] = text.strip()
            else:
                rest.append(line)
        return said, "\n".join(rest).strip()

    def _is_held(self, name: str, text: str) -> bool:
        return bool(self.info.field(name).target) or self._is_read(name, text)


READER = Reader(recognises, read)
