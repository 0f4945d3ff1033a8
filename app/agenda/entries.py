"""What a span of days holds: the activities and the meetings on their days, and until when one may enrol."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from sqlalchemy import select

from app.agenda.records import keys_between
from app.records.catalog import Catalog
from app.records.namesakes import read_rows
from app.records.reach import Reach, reach_of_columns
from app.words.places import join_place
from app.words.values import show_value
from app.words.words import Words, mark
from db.entities.activity import Activity, ActivityState
from db.entities.meeting import MeetingState
from db.session import FileSession
from db.store import Store

_OF_ACTIVITY = (
    *("name", "starts_on", "ends_on", "starts_at", "ends_at", "time_zone", "place", "municipality_id", "state"),
    *("web", "deadline", "units", "municipalities", "organisations", "kind"),
)
_OF_MEETING = (
    *("name", "starts_on", "ends_on", "starts_at", "place", "municipality_id", "state", "body_id", "bodies", "code"),
)
_OFF = frozenset({ActivityState.CANCELLED.value, MeetingState.CANCELLED.value})
_OPEN = frozenset({ActivityState.TENTATIVE.value, MeetingState.PLANNED.value})


class EntryKind(Enum):
    """What stands on a day, with the words for it."""

    ACTIVITY = mark("Actividad")
    MEETING = mark("Reunión")
    DEADLINE = mark("Cierre de inscripción")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands on the days from `first` through `last`: an activity, a meeting, or the end of an enrolment.

    `id` is the key of the record behind it, which is of `entity`. Hours are texts HH:MM, `zone` in words says whose
    they are. `is_off` when it does not take place, `is_open` while that is not certain.
    """

    kind: EntryKind
    id: str
    name: str
    first: date
    last: date
    starts_at: str = ""
    ends_at: str = ""
    zone: str = ""
    place: str = ""
    host: str = ""
    web: str = ""
    organisers: str = ""
    deadline: date | None = None
    is_off: bool = False
    is_open: bool = False

    @property
    def entity(self) -> str:
        """The kind of the record behind it."""
        return "meeting" if self.kind is EntryKind.MEETING else "activity"

    @property
    def where(self) -> str:
        """The place with the city that is the host, said once."""
        return join_place(self.place, self.host)

    @property
    def lasts(self) -> bool:
        """Whether it takes several days."""
        return self.last > self.first


def read_entries(
    store: Store, first: date | None, last: date | None, words: Words, *, deadlines: bool = False
) -> tuple[Entry, ...]:
    """Return what lies from `first` to `last`, either of which may be open, by day and hour; `deadlines` with those.

    Names are in the language of `words`. Of what is off no enrolment ends.
    """
    spoken = store.speaking(words.language)
    with spoken.reading() as session:
        found = [
            *_entries(session, spoken, "activity", keys_between(session, "activity", first, last), words),
            *_entries(session, spoken, "meeting", keys_between(session, "meeting", first, last), words),
        ]
        if deadlines:
            closing = _entries(session, spoken, "activity", _closing(session, first, last), words, deadlines=True)
            found += closing
    return tuple(sorted((each for each in found if first is None or each.last >= first), key=_in_order))


def read_entries_of(
    store: Store, activities: Sequence[str], meetings: Sequence[str], words: Words
) -> tuple[Entry, ...]:
    """Return these activities and meetings as they stand on their days, by day and hour; those without day are not."""
    spoken = store.speaking(words.language)
    with spoken.reading() as session:
        found = [
            *_entries(session, spoken, "activity", activities, words),
            *_entries(session, spoken, "meeting", meetings, words),
        ]
    return tuple(sorted(found, key=_in_order))


def reach_of_entries(catalog: Catalog) -> Reach:
    """Return what the agenda of a span is read from."""
    return reach_of_columns(catalog, "activity", _OF_ACTIVITY) | reach_of_columns(catalog, "meeting", _OF_MEETING)


def say_entry(entry: Entry, words: Words) -> str:
    """Return an entry in words, as a tip or a screen reader says it: what it is, when, where, and how it stands."""
    hours = say_hours(entry, words)
    days = ""
    if entry.lasts:
        days = words("del {starts} al {due}", starts=words.date(entry.first), due=words.date(entry.last))
    stands = words("suspendida") if entry.is_off else words("por confirmar") if entry.is_open else ""
    said = (words(entry.kind.value), entry.name, hours, days, entry.where, stands)
    return " · ".join(filter(None, said))


def say_hours(entry: Entry, words: Words) -> str:
    """Return the hours of an entry, and whose they are where that is not the place."""
    hours = "–".join(filter(None, (entry.starts_at, entry.ends_at)))
    return words("{hours} ({zone})", hours=hours, zone=entry.zone) if hours and entry.zone else hours


def _in_order(entry: Entry) -> tuple[date, bool, str, str, str]:
    return entry.first, not entry.lasts, entry.starts_at, entry.name, entry.id


def _closing(session: FileSession, first: date | None, last: date | None) -> Sequence[str]:
    asked = select(Activity.id).where(Activity.deadline.is_not(None), Activity.state != ActivityState.CANCELLED.value)
    if first is not None:
        asked = asked.where(Activity.deadline >= first)
    if last is not None:
        asked = asked.where(Activity.deadline <= last)
    return list(session.scalars(asked.order_by(Activity.deadline, Activity.id)))


def _entries(
    session: FileSession, store: Store, entity: str, ids: Sequence[str], words: Words, *, deadlines: bool = False
) -> Iterator[Entry]:
    names = _OF_MEETING if entity == "meeting" else _OF_ACTIVITY
    info = session.catalog[entity]
    for key, row in zip(ids, read_rows(session, store, entity, names, ids), strict=True):
        values = dict(zip(names, row, strict=True))
        said = {name: show_value(info.field(name).field, values[name], words) for name in names}
        day = values["deadline"] if deadlines else values["starts_on"]
        if not isinstance(day, date):
            continue
        yield _closes(key, day, said) if deadlines else _entry(entity, key, values, said)


def _closes(key: str, day: date, said: Mapping[str, str]) -> Entry:
    return Entry(kind=EntryKind.DEADLINE, id=key, name=said["name"], first=day, last=day)


def _last_day(first: date, ends: object, ends_at: object) -> date:
    """Return the last day on which something is: what ends at midnight is over on the day before."""
    if not isinstance(ends, date) or ends <= first:
        return first
    return ends - timedelta(days=1) if ends_at == "00:00" else ends


def _entry(entity: str, key: str, values: Mapping[str, object], said: Mapping[str, str]) -> Entry:
    starts, ends, state = values["starts_on"], values["ends_on"], str(values["state"])
    first = starts if isinstance(starts, date) else date.min
    is_meeting = entity == "meeting"
    by = ("body_id", "bodies") if is_meeting else ("units", "municipalities", "organisations")
    deadline = values.get("deadline")
    return Entry(
        kind=EntryKind.MEETING if is_meeting else EntryKind.ACTIVITY,
        id=key,
        name=" · ".join(filter(None, (said["name"], said.get("code")))),
        first=first,
        last=_last_day(first, ends, values.get("ends_at")),
        starts_at=str(values["starts_at"] or ""),
        ends_at=str(values.get("ends_at") or ""),
        zone=said.get("time_zone", ""),
        place=said["place"],
        host=said["municipality_id"],
        web=said.get("web", ""),
        organisers=", ".join(filter(None, (said[name] for name in by))),
        deadline=deadline if isinstance(deadline, date) else None,
        is_off=state in _OFF,
        is_open=state in _OPEN,
    )
