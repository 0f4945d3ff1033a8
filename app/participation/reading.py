"""Participation read of the file: one statement for cities, for countries and for bodies, however many there are.

Attendance by country and by thematic unit is an indicator of the network, and so are the cities that were never seen
in a period (domain, 6.9).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Subquery, and_, case, cast, exists, func, literal, or_, select
from sqlalchemy import union_all as together

from app.network.members import members_on
from app.participation.facts import Counted, Facts, OfBody, OfCity, OfCountry, Span, Unseen
from app.records.namesakes import titles_apart
from app.units.facts import UNIT_KINDS
from db.entities.activity import Activity, ActivityState, activity_body
from db.entities.attendance import CAME, Attendance, AttendanceState
from db.entities.body import Body
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState, meeting_body
from db.entities.municipality import Municipality
from db.entities.period import Period
from db.entities.seat import Seat
from db.session import FileSession
from db.store import Store

OWNER = func.coalesce(Attendance.meeting_id, Attendance.activity_id)
"""The meeting or the activity of a row of attendance."""
_CAME = Attendance.state.in_(CAME)


def facts_within(session: FileSession, store: Store, span: Span) -> Facts:
    """Count a span within a session: what was not suspended and is over, and of which it is noted who came.

    A row of attendance counts as convened, that of a guest too, and a delegation that came or was represented as come.
    """
    today = store.today()
    held = _gatherings(span, today)
    counted = _recorded(held)
    kinds = _count_kinds(session, held, counted)
    last = _last_seen(session, min(span.ends or _end_of(span) or today, today))
    cities = _cities(session, store, counted, last)
    return Facts(
        span,
        today,
        kinds.meetings,
        kinds.activities,
        kinds.unrecorded,
        cities,
        _countries(session, counted),
        _bodies(session, store, counted),
        _unseen(session, store, {each.id for each in cities if each.counted.came}, last),
        _every(session, counted),
    )


def counted_in(span: Span, today: date) -> Subquery:
    """Return the meetings and activities that count (`BASIS`): key, whether it is a meeting, and day."""
    return _recorded(_gatherings(span, today))


def _end_of(span: Span) -> date | None:
    return span.term.ends.last_day if span.term is not None and span.term.ends is not None else None


def _gatherings(span: Span, today: date) -> Subquery:
    """Return the meetings and activities of the span that took place: key, whether it is a meeting, and day."""
    over = or_(Meeting.state.in_(TOOK_PLACE), and_(Meeting.starts_on.is_not(None), Meeting.starts_on <= today))
    meetings = select(Meeting.id.label("id"), literal(1).label("is_meeting"), Meeting.starts_on.label("day"))
    meetings = meetings.where(Meeting.state != MeetingState.CANCELLED.value, over)
    activities = select(Activity.id.label("id"), literal(0).label("is_meeting"), Activity.starts_on.label("day"))
    activities = activities.where(Activity.state != ActivityState.CANCELLED.value, Activity.starts_on <= today)
    starts, ends = span.starts, span.ends
    if span.term is not None:
        period = select(Period.id).where(Period.id == span.term.id, Meeting.in_period(Period))
        meetings = meetings.where(period.correlate(Meeting).exists())
        starts = span.term.starts.first_day if span.term.starts is not None else None
        ends = _end_of(span)
    else:
        meetings = meetings.where(*_between(Meeting.starts_on.expression, starts, ends))
    activities = activities.where(*_between(Activity.starts_on.expression, starts, ends))
    return together(meetings, activities).subquery()


def _between(day: ColumnElement[Any], starts: date | None, ends: date | None) -> Sequence[ColumnElement[bool]]:
    return [*([day >= starts] if starts is not None else ()), *([day <= ends] if ends is not None else ())]


def _recorded(held: Subquery) -> Subquery:
    """Return those of which it is noted of anybody whether they came: of the others absence would be made up."""
    noted = exists().where(held.c.id == OWNER, Attendance.state != AttendanceState.CONVENED.value)
    return select(held.c.id, held.c.is_meeting, held.c.day).where(noted.correlate(held)).subquery()


@dataclass(frozen=True, slots=True)
class _Kinds:
    meetings: int
    activities: int
    unrecorded: int


def _count_kinds(session: FileSession, held: Subquery, counted: Subquery) -> _Kinds:
    every = session.execute(select(func.count()).select_from(held)).scalar_one()
    found = session.execute(select(counted.c.is_meeting, func.count()).group_by(counted.c.is_meeting)).all()
    of_kind = {bool(is_meeting): count for is_meeting, count in found}
    meetings, activities = of_kind.get(True, 0), of_kind.get(False, 0)
    return _Kinds(meetings, activities, every - meetings - activities)


def _counts(counted: Subquery) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return how many gatherings, each once, there are among rows, and to how many of them somebody came."""
    came = case((_CAME, counted.c.id))
    return func.count(counted.c.id.distinct()), func.count(came.distinct())


def _delegations() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return how many rows there are, and in how many of them a delegation came."""
    return func.count(), cast(func.coalesce(func.sum(case((_CAME, 1), else_=0)), 0), Integer)


def _cities(session: FileSession, store: Store, counted: Subquery, last: Mapping[str, date]) -> tuple[OfCity, ...]:
    rows = session.execute(
        select(Municipality.id, Municipality.country, *_counts(counted))
        .join(Attendance, Attendance.municipality_id == Municipality.id)
        .join(counted, counted.c.id == OWNER)
        .group_by(Municipality.id)
        .order_by(Municipality.short_name_key, Municipality.id)
    ).all()
    names = titles_apart(session, store, "municipality", [row[0] for row in rows])
    return tuple(
        OfCity(key, names[key], str(country), Counted(convened, came), last.get(key))
        for key, country, convened, came in rows
    )


def _countries(session: FileSession, counted: Subquery) -> tuple[OfCountry, ...]:
    """Count the delegations of each country, the most that came first: its cities, and who sits for it itself."""
    country = func.coalesce(Municipality.country, Seat.country)
    seen = case((_CAME, Attendance.municipality_id))
    cities = func.count(Attendance.municipality_id.distinct()), func.count(seen.distinct())
    asked: Select[Any] = (
        select(country, *cities, *_delegations())
        .select_from(Attendance)
        .join(counted, counted.c.id == OWNER)
        .outerjoin(Municipality, Municipality.id == Attendance.municipality_id)
        .outerjoin(Seat, Seat.id == Attendance.seat_id)
        .where(country.is_not(None), Attendance.organisation_id.is_(None))
        .group_by(country)
    )
    found = [
        OfCountry(str(code), convened, came, Counted(rows, rows_came))
        for code, convened, came, rows, rows_came in session.execute(asked)
    ]
    return tuple(sorted(found, key=lambda each: (-each.counted.came, -each.counted.convened, each.country)))


def _bodies(session: FileSession, store: Store, counted: Subquery) -> tuple[OfBody, ...]:
    """Count what each body met for, one with others too, as bodies are named."""
    own = together(
        select(Meeting.id.label("id"), Meeting.body_id.label("body")),
        select(meeting_body.c.meeting_id, meeting_body.c.body_id),
        select(activity_body.c.activity_id, activity_body.c.body_id),
    ).subquery()
    pairs = select(own.c.id, own.c.body).distinct().subquery()
    is_meeting = case((counted.c.is_meeting == 1, counted.c.id))
    is_activity = case((counted.c.is_meeting == 0, counted.c.id))
    kinds = func.count(is_meeting.distinct()), func.count(is_activity.distinct())
    rows = session.execute(
        select(Body.id, Body.kind, *kinds, *_delegations())
        .select_from(Attendance)
        .join(counted, counted.c.id == OWNER)
        .join(pairs, pairs.c.id == counted.c.id)
        .join(Body, Body.id == pairs.c.body)
        .group_by(Body.id)
        .order_by(Body.title_key(), Body.id),
        session.reader,
    ).all()
    names = titles_apart(session, store, "body", [row[0] for row in rows])
    return tuple(
        OfBody(key, names[key], kind in UNIT_KINDS, meetings, activities, Counted(convened, came))
        for key, kind, meetings, activities, convened, came in rows
    )


def _every(session: FileSession, counted: Subquery) -> Counted:
    asked = select(*_delegations()).select_from(Attendance).join(counted, counted.c.id == OWNER)
    return Counted(*session.execute(asked).one())


def _last_seen(session: FileSession, until: date) -> Mapping[str, date]:
    """Return the last day, no later than `until`, on which each city came or was represented, whatever the span."""
    held = _gatherings(Span(ends=until), until)
    asked = (
        select(Attendance.municipality_id, func.max(held.c.day))
        .join(held, held.c.id == OWNER)
        .where(_CAME, Attendance.municipality_id.is_not(None))
        .group_by(Attendance.municipality_id)
    )
    return {str(city): day for city, day in session.execute(asked) if day is not None}


def _unseen(session: FileSession, store: Store, seen: set[str], last: Mapping[str, date]) -> tuple[Unseen, ...]:
    absent = [each for each in members_on(session, store.today()) if each.id not in seen]
    names = titles_apart(session, store, "municipality", [each.id for each in absent])
    return tuple(Unseen(each.id, names[each.id], each.country, each.since, last.get(each.id)) for each in absent)
