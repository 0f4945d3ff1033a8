"""The meeting that a dossier is for."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select

from app.document import Value
from app.meetings import previous_meeting
from app.network import Term, period_on
from app.network.terms import read_term
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import Words, mark
from db.entities.body import Body
from db.entities.meeting import Meeting, MeetingState
from db.entities.municipality import Municipality
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class MeetingData:
    """What is recorded of a meeting; empty texts and None for what is not. `previous_on` is the day of the last one."""

    id: str
    name: str
    code: str
    body_id: str
    body: str
    state: MeetingState
    starts_on: date | None
    ends_on: date | None
    starts_at: time | None
    place: str
    city: str
    country: str
    convened_on: date | None
    opening: str
    closing: str
    next_meeting: str
    term: Term | None
    previous_on: date | None

    @property
    def was_held(self) -> bool:
        """Whether it took place."""
        return self.state in (MeetingState.HELD, MeetingState.CLOSED)

    @property
    def title(self) -> str:
        """The name and the code, as the lists show them."""
        return f"{self.name} · {self.code}" if self.code else self.name


@dataclass(frozen=True, slots=True)
class Basis:
    """What each part of a dossier begins from: the meeting, the day of its making, the names of its parts."""

    meeting: MeetingData
    today: date
    parts: frozenset[str]


def read_meeting(session: FileSession, meeting_id: str, today: date) -> MeetingData:
    """Read a meeting; ProblemError when it is no more."""
    found = session.execute(
        select(
            Meeting,
            Body.title(),
            func.coalesce(Municipality.short_name, ""),
            func.coalesce(Municipality.country, ""),
        )
        .join(Body, Body.id == Meeting.body_id)
        .outerjoin(Municipality, Municipality.id == Meeting.municipality_id)
        .where(Meeting.id == meeting_id),
        session.reader,
    ).first()
    if found is None:
        raise ProblemError(Problem(mark("La reunión ya no existe."), WHERE_DELETED))
    row, body, city, country = found
    previous = previous_meeting(session, row)
    term = read_term(session, row.period_id) if row.period_id else period_on(session, row.starts_on or today)
    return MeetingData(
        id=row.id,
        name=row.name,
        code=row.code or "",
        body_id=row.body_id,
        body=body,
        state=MeetingState.of(row.state),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        starts_at=time.fromisoformat(row.starts_at) if row.starts_at else None,
        place=row.place or "",
        city=city,
        country=country,
        convened_on=row.convened_on,
        opening=row.opening or "",
        closing=row.closing or "",
        next_meeting=row.next_meeting or "",
        term=term,
        previous_on=previous.starts_on if previous else None,
    )


def say_date(meeting: MeetingData, words: Words) -> str:
    """Write the day or days of a meeting in words; an empty text when they are not known."""
    if meeting.starts_on is None:
        return ""
    if meeting.ends_on is None or meeting.ends_on == meeting.starts_on:
        return words.long_date(meeting.starts_on)
    first, last = words.long_date(meeting.starts_on), words.long_date(meeting.ends_on)
    return words("del {first} al {last}", first=first, last=last)


def say_city(meeting: MeetingData, words: Words) -> str:
    """Write the city where a meeting is held, with its country."""
    if not meeting.city:
        return ""
    return words("{city} ({country})", city=meeting.city, country=words.country(meeting.country))


def meeting_pairs(meeting: MeetingData, words: Words) -> tuple[tuple[str, Value], ...]:
    """Return the facts of a meeting as labels and values."""
    days: Value = meeting.starts_on
    if meeting.ends_on is not None and meeting.ends_on != meeting.starts_on:
        days = say_date(meeting, words)
    return (
        (words("Reunión"), meeting.title),
        (words("Instancia"), meeting.body),
        (words("Fecha"), days),
        (words("Hora de inicio"), meeting.starts_at),
        (words("Lugar"), meeting.place),
        (words("Ciudad sede"), say_city(meeting, words)),
        (words("Situación"), words(meeting.state.label)),
    )
