"""What the sheet of a city reads of the file."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.reports.board_pack.experiences import ExperienceSheet, read_experiences_of
from app.reports.city import City, read_cities
from app.reports.municipality_sheet.options import Options
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import mark
from db.entities.attendance import Attendance, AttendanceState
from db.entities.body import Body
from db.entities.meeting import TOOK_PLACE, Meeting
from db.entities.membership import Membership, MembershipState
from db.entities.municipality import GovernmentKind, Municipality
from db.entities.person import Person
from db.entities.seat import Seat, SeatRole
from db.session import FileSession
from db.spans import ended_before, on
from db.store import Store
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class CityData:
    """What is recorded of the place itself; empty texts and None for what is not."""

    kind: GovernmentKind | None
    official_code: str
    population: int | None
    population_year: int | None
    population_source: str
    languages: str
    latitude: int | None
    longitude: int | None


@dataclass(frozen=True, slots=True)
class MembershipSpan:
    """A state of the city in the network."""

    state: MembershipState
    starts: PartialDate | None
    ends: PartialDate | None
    act: str


@dataclass(frozen=True, slots=True)
class SeatSpan:
    """A seat of the city on a body; `ended` when it has passed."""

    body: str
    role: SeatRole
    starts: PartialDate | None
    ends: PartialDate | None
    ended: bool


@dataclass(frozen=True, slots=True)
class MeetingAttended:
    """A meeting that was held and to which the city was convened."""

    day: date | None
    name: str
    person: str
    state: AttendanceState


@dataclass(frozen=True, slots=True)
class CitySheet:
    """All that the sheet prints."""

    today: date
    city: City
    facts: CityData
    memberships: tuple[MembershipSpan, ...]
    seats: tuple[SeatSpan, ...]
    experiences: tuple[ExperienceSheet, ...]
    meetings: tuple[MeetingAttended, ...]


def gather(store: Store, options: Options) -> CitySheet:
    """Read all that the sheet prints; ProblemError when the city is no more."""
    today = store.today()
    key = options.record_id
    with store.reading() as session:
        found = read_cities(session, Municipality.id == key, today, today)
        if not found:
            raise ProblemError(Problem(mark("La ciudad ya no existe."), WHERE_DELETED))
        return CitySheet(
            today=today,
            city=found[0],
            facts=_read_facts(session, key),
            memberships=_read_memberships(session, key),
            seats=_read_seats(session, key, today),
            experiences=read_experiences_of(session, key),
            meetings=_read_meetings(session, key),
        )


def _read_facts(session: FileSession, key: str) -> CityData:
    row = session.get_one(Municipality, key)
    return CityData(
        kind=GovernmentKind.of(row.government_kind) if row.government_kind else None,
        official_code=row.official_code or "",
        population=row.population,
        population_year=row.population_year,
        population_source=row.population_source or "",
        languages=row.languages or "",
        latitude=row.latitude,
        longitude=row.longitude,
    )


def _read_memberships(session: FileSession, key: str) -> tuple[MembershipSpan, ...]:
    rows = session.scalars(
        select(Membership)
        .where(Membership.municipality_id == key)
        .order_by(func.coalesce(Membership.starts, ""), Membership.id),
    )
    return tuple(MembershipSpan(MembershipState.of(row.state), row.starts, row.ends, row.act or "") for row in rows)


def _read_seats(session: FileSession, key: str, today: date) -> tuple[SeatSpan, ...]:
    ended = ended_before(Seat.ends, on(today))
    statement = (
        select(
            Body.title(),
            Seat.role,
            Seat.starts,
            Seat.ends,
            ended,
        )
        .join_from(Seat, Body, Body.id == Seat.body_id)
        .where(Seat.municipality_id == key)
        .order_by(ended, Body.title_key(), Seat.starts, Seat.id)
    )
    found = session.execute(statement, session.reader)
    return tuple(
        SeatSpan(name, SeatRole.of(role), starts, ends, bool(past)) for name, role, starts, ends, past in found
    )


def _read_meetings(session: FileSession, key: str) -> tuple[MeetingAttended, ...]:
    found = session.execute(
        select(Meeting.starts_on, Meeting.title(), func.coalesce(Person.name, ""), Attendance.state)
        .join_from(Attendance, Meeting, Meeting.id == Attendance.meeting_id)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .where(Attendance.municipality_id == key, Meeting.state.in_(TOOK_PLACE))
        .order_by(Meeting.starts_on.desc(), Meeting.id),
    )
    return tuple(MeetingAttended(day, name, person, AttendanceState.of(state)) for day, name, person, state in found)
