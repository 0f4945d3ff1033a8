"""The meeting that a dossier is for."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import func, select

from app.document import Value
from app.meetings import previous_meeting
from app.network import Term, period_on
from app.network.terms import read_term
from app.words.places import names_in
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import Words, mark
from db.entities.body import Body
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState
from db.entities.municipality import Municipality
from db.session import FileSession
from db.store import Store

_YEAR = timedelta(days=365)


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
        return self.state.value in TOOK_PLACE

    @property
    def title(self) -> str:
        """The name and the code, as the lists show them."""
        return f"{self.name} · {self.code}" if self.code else self.name


@dataclass(frozen=True, slots=True)
class Since:
    """What a dossier tells of what changed: what came after `after`, the day of the meeting before if `of_meeting`.

    It ends with `until`, the day of the meeting, or today while that is still to come.
    """

    after: date
    until: date
    of_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What each part of a dossier begins from: the meeting, the day of its making, the names of its parts, the file.

    `store` speaks the language of the paper, and its reading sees the same file as the session of the parts.
    """

    meeting: MeetingData
    today: date
    parts: frozenset[str]
    store: Store

    @property
    def day(self) -> date:
        """The day of the meeting; of one without a day, today."""
        return self.meeting.starts_on or self.today

    @property
    def since(self) -> Since:
        """Since when it tells of changes: the meeting before; without one, the term; without that, a year."""
        meeting, until = self.meeting, min(self.day, self.today)
        if meeting.previous_on is not None and meeting.previous_on < until:
            return Since(meeting.previous_on, until, of_meeting=True)
        if meeting.term is not None and meeting.term.starts is not None and meeting.term.starts.first_day < until:
            return Since(meeting.term.starts.first_day - timedelta(days=1), until)
        return Since(until - _YEAR, until)


def read_basis(session: FileSession, store: Store, meeting_id: str, parts: frozenset[str]) -> Basis:
    """Read the meeting of a dossier; ProblemError when it is no more."""
    return Basis(read_meeting(session, meeting_id, store.today()), store.today(), parts, store)


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


def body_of(store: Store, meeting_id: str) -> str:
    """Return the key of the body that meets, by which the parts of its dossiers are remembered; "" of no meeting."""
    with store.reading() as session:
        return session.scalar(select(Meeting.body_id).where(Meeting.id == meeting_id)) or ""


def say_date(meeting: MeetingData, words: Words) -> str:
    """Write the day or days of a meeting in words; an empty text when they are not known."""
    if meeting.starts_on is None:
        return ""
    if meeting.ends_on is None or meeting.ends_on == meeting.starts_on:
        return words.long_date(meeting.starts_on)
    first, last = words.long_date(meeting.starts_on), words.long_date(meeting.ends_on)
    return words("del {first} al {last}", first=first, last=last)


def say_not_held(meeting: MeetingData, today: date, words: Words) -> str:
    """Say that a meeting was not held, as far as is recorded; an empty text of one that was."""
    if meeting.was_held:
        return ""
    if meeting.state is MeetingState.CANCELLED:
        return words("La reunión se suspendió.")
    last = meeting.ends_on or meeting.starts_on
    if last is not None and last < today:
        return words("La reunión no está anotada como realizada.")
    return words("La reunión todavía no se realizó.")


def say_city(meeting: MeetingData, words: Words) -> str:
    """Write the city where a meeting is held, with its country."""
    if not meeting.city:
        return ""
    return words("{city} ({country})", city=meeting.city, country=words.country(meeting.country))


def say_places(meeting: MeetingData, words: Words) -> tuple[str, str]:
    """Write the place of a meeting, and its city with the country; a city that the place says stands there alone."""
    if not names_in(meeting.place, meeting.city):
        return meeting.place, say_city(meeting, words)
    country = words.country(meeting.country)
    if names_in(meeting.place, country):
        return meeting.place, ""
    return words("{city} ({country})", city=meeting.place, country=country), ""


def say_since(since: Since, words: Words) -> str:
    """Write since when a dossier tells of what changed."""
    day = words.date(since.after)
    return words("Desde la reunión anterior ({day})", day=day) if since.of_meeting else words("Desde el {day}", day=day)


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
