"""Activities and meetings as events of a calendar, in the language of whoever reads them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import func, select

from app.agenda.event import CalendarEvent, EventState, uid_of
from app.agenda.sittings import Sitting, read_sittings
from app.network import period_on
from app.records.namesakes import read_links, read_rows
from app.records.reading import batched
from app.words.places import join_place
from app.words.problems import Problem
from app.words.values import show_value
from app.words.words import Words, mark
from db.entities.activity import Activity, ActivityKind, ActivityState
from db.entities.meeting import Meeting, MeetingState
from db.entities.period import Period
from db.fields import Kind
from db.journal.story import last_changes
from db.session import FileSession
from db.store import Store

_OF_ACTIVITY = (
    *("name", "kind", "starts_on", "ends_on", "starts_at", "ends_at", "time_zone", "place", "web"),
    *("municipality_id", "state", "uid"),
)
TOLD_IN_WORDS = ("units", "municipalities", "organisations", "who_may_come", "deadline", "host_pays")
"""The fields of an activity that no property of a calendar has: a line each in its description, under its label."""
CONTACT = "person_id"
_OF_MEETING = (
    *("name", "code", "body_id", "starts_on", "ends_on", "starts_at", "place", "municipality_id"),
    *("state", "bodies"),
)
_STATES: Mapping[str, EventState] = MappingProxyType(
    {
        ActivityState.TENTATIVE.value: EventState.TENTATIVE,
        ActivityState.CONFIRMED.value: EventState.CONFIRMED,
        ActivityState.CANCELLED.value: EventState.CANCELLED,
        MeetingState.PLANNED.value: EventState.TENTATIVE,
        MeetingState.CONVENED.value: EventState.CONFIRMED,
        MeetingState.HELD.value: EventState.CONFIRMED,
        MeetingState.CLOSED.value: EventState.CONFIRMED,
    }
)
"""How calendars say the states of an activity and of a meeting; both call cancelled the same."""

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are wanted as events, by their keys, and whether the person of contact is told of activities."""

    activities: Sequence[str] = ()
    meetings: Sequence[str] = ()
    with_contact: bool = False


def read_events(store: Store, wanted: Wanted, words: Words) -> tuple[CalendarEvent, ...]:
    """Return the events of what is asked, by day and hour; keys that are no more are left out."""
    spoken = store.speaking(words.language)
    with spoken.reading() as session:
        told = (*TOLD_IN_WORDS, *((CONTACT,) if wanted.with_contact else ()))
        found = [
            _of_activity(row, told, session, words)
            for row in _rows(session, spoken, "activity", (*_OF_ACTIVITY, *told), wanted.activities)
        ]
        sittings = read_sittings(session, wanted.meetings)
        found += [
            _of_meeting(row, sittings[str(row["id"])], session, words)
            for row in _rows(session, spoken, "meeting", _OF_MEETING, wanted.meetings)
        ]
        keys = [*wanted.activities, *wanted.meetings]
        changed = last_changes(session.connection(), keys)
    return tuple(sorted((_dated(key, event, changed) for key, event in found), key=_in_order))


def _dated(key: str, event: CalendarEvent, changed: Mapping[str, tuple[datetime, int]]) -> CalendarEvent:
    at, count = changed.get(key, (None, 0))
    return replace(event, changed=at, sequence=count)


def _in_order(event: CalendarEvent) -> tuple[date, str, str]:
    return event.starts_on or date.max, event.starts_at, event.name


def _rows(
    session: FileSession, store: Store, entity: str, names: Sequence[str], ids: Sequence[str]
) -> Iterator[Values]:
    """Return what `names` say of each record, its key as `id`, and the names of what it is linked to."""
    infos = [session.catalog[entity].field(name) for name in names]
    plain = [each.name for each in infos if each.field.kind is not Kind.LINKS]
    key = session.catalog.entity(entity).id
    for some in batched(ids):
        there = set(session.scalars(select(key).where(key.in_(some))))
        present = [each for each in some if each in there]
        linked = {
            each.name: read_links(session, store, entity, each, present)
            for each in infos
            if each.field.kind is Kind.LINKS
        }
        for own, row in zip(present, read_rows(session, store, entity, plain, present), strict=True):
            links = {name: [title for _, title in found.get(own, ())] for name, found in linked.items()}
            yield {"id": own, **dict(zip(plain, row, strict=True)), **links}


def _of_activity(row: Values, told: Sequence[str], session: FileSession, words: Words) -> tuple[str, CalendarEvent]:
    key, kind = str(row["id"]), row["kind"]
    return key, replace(
        _common(row),
        uid=uid_of(key, _text(row, "uid")),
        zone=_text(row, "time_zone"),
        ends_at=_text(row, "ends_at"),
        web=_text(row, "web"),
        description=_describe("activity", told, row, session, words),
        categories=(words(ActivityKind.of(str(kind)).label),) if kind else (),
    )


def _of_meeting(row: Values, sitting: Sitting, session: FileSession, words: Words) -> tuple[str, CalendarEvent]:
    key = str(row["id"])
    told = _describe("meeting", ("body_id", "bodies"), row, session, words)
    agenda = (f"{number}. {name}" for number, name in enumerate(sitting.items, start=1))
    if sitting.items:
        told = "\n".join((told, "", words("Orden del día"), *agenda))
    return key, replace(
        _common(row),
        uid=uid_of(key, None),
        zone=sitting.zone,
        name=" · ".join(filter(None, (_text(row, "name"), _text(row, "code")))),
        description=told,
        categories=(words(Meeting.facts.one),),
    )


def _common(row: Values) -> CalendarEvent:
    """Return what an activity and a meeting say by fields of the same names."""
    starts, ends = row["starts_on"], row["ends_on"]
    return CalendarEvent(
        uid="",
        name=_text(row, "name"),
        starts_on=starts if isinstance(starts, date) else None,
        ends_on=ends if isinstance(ends, date) and ends != starts else None,
        starts_at=_text(row, "starts_at"),
        place=join_place(_text(row, "place"), _text(row, "municipality_id")),
        state=_STATES.get(str(row["state"])),
    )


def _describe(entity: str, names: Sequence[str], row: Values, session: FileSession, words: Words) -> str:
    """Return a line for each of the fields that says something: its label, and what stands in it."""
    info = session.catalog[entity]
    lines = []
    for each in map(info.field, names):
        value = row[each.name]
        said = "; ".join(map(str, value)) if isinstance(value, list) else show_value(each.field, value, words)
        if said:
            lines.append(words("{label}: {value}", label=words(each.field.label), value=" ".join(said.split())))
    return "\n".join(lines)


def _text(row: Values, name: str) -> str:
    return str(row[name] or "")


def keys_between(session: FileSession, entity: str, starts: date | None, ends: date | None) -> Sequence[str]:
    """Return the activities or meetings of which a day lies from `starts` to `ends`, by day; either may be open."""
    made: type[Activity | Meeting] = Meeting if entity == "meeting" else Activity
    asked = select(made.id).where(made.starts_on.is_not(None))
    if starts is not None:
        asked = asked.where(func.coalesce(made.ends_on, made.starts_on) >= starts)
    if ends is not None:
        asked = asked.where(made.starts_on <= ends)
    return list(session.scalars(asked.order_by(made.starts_on, func.coalesce(made.starts_at, ""), made.id)))


def meetings_of_term(session: FileSession, today: date) -> Sequence[str]:
    """Return the meetings with a day of the term that runs today, by day; all of those where none does."""
    term = period_on(session, today)
    if term is None:
        return keys_between(session, "meeting", None, None)
    return meetings_of(session, term.id)


def meetings_of(session: FileSession, period_id: str) -> Sequence[str]:
    """Return the meetings with a day of a term, by day; a meeting may say itself of which term it is."""
    found = select(Meeting.id).join(Period, Meeting.in_period(Period)).where(Period.id == period_id)
    return list(session.scalars(found.where(Meeting.starts_on.is_not(None)).order_by(Meeting.starts_on, Meeting.id)))


_NAMED = 5
"""How many of the events that are left out are named."""


def say_undated(events: Sequence[CalendarEvent]) -> tuple[Problem, ...]:
    """Say which events no calendar can show, since their day is not known; nothing when there is none."""
    names = [event.name for event in events if event.starts_on is None]
    if not names:
        return ()
    text = mark("Sin fecha no van al calendario: {names}.")
    return (Problem(text, values={"names": tuple(names[:_NAMED]) + (("…",) if len(names) > _NAMED else ())}),)
