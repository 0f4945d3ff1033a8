"""What a person should know when the day begins: what needs attention, the next meeting, the members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.document import MapPoint
from app.meetings import Missing, next_meeting, what_is_missing
from app.network.members import as_points, members_on
from app.records.catalog import Filter, Operator, Query
from app.words.words import Words, mark
from db.entities.body import Body
from db.entities.experience import Experience
from db.entities.meeting import Meeting
from db.entities.municipality import Municipality
from db.entities.person import Person
from db.entities.resolution import UNFINISHED
from db.entities.tenure import TenureState
from db.query import find_ids
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that may need attention: `text` in Spanish source words, how many, and the list that shows them."""

    name: str
    text: str
    count: int
    query: Query


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting that comes next, and what its dossier still lacks."""

    id: str
    name: str
    body: str
    starts_on: date | None
    place: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """All of it; `is_empty` when the file has neither cities, nor contacts, nor experiences, nor meetings."""

    day: date
    is_empty: bool
    concerns: tuple[Concern, ...]
    meeting: NextMeeting | None
    members: int
    countries: int
    points: tuple[MapPoint, ...]


def _concerns() -> Sequence[tuple[str, str, Query]]:
    ended = Filter("tenure_state", Operator.EQUALS, TenureState.ENDED.value)
    unverified = Filter("tenure_state", Operator.EQUALS, TenureState.TO_VERIFY.value)
    unfinished = Filter("state", Operator.ONE_OF, UNFINISHED)
    late = Filter("overdue", Operator.EQUALS, value=True)
    return (
        ("ended", mark("Mandatos vencidos"), Query("person", filters=(ended,))),
        ("to_verify", mark("Contactos a verificar"), Query("person", filters=(unverified,))),
        ("overdue", mark("Resoluciones vencidas"), Query("resolution", filters=(late,))),
        ("open", mark("Resoluciones pendientes o en curso"), Query("resolution", filters=(unfinished,))),
    )


def read_today(store: Store, words: Words) -> Today:
    """Read what the day begins with; each count is that of the list which its query shows."""
    day = store.today()
    with store.reading() as session:
        concerns = tuple(
            Concern(name, text, len(find_ids(session, query, day)), query) for name, text, query in _concerns()
        )
        members = members_on(session, day)
        return Today(
            day,
            is_empty=_is_empty(session),
            concerns=concerns,
            meeting=_next_meeting(session, day, words),
            members=len(members),
            countries=len({each.country for each in members}),
            points=as_points(members),
        )


def _is_empty(session: FileSession) -> bool:
    kinds = (Municipality, Person, Experience, Meeting)
    return not any(session.scalar(select(func.count()).select_from(kind)) for kind in kinds)


def _next_meeting(session: FileSession, day: date, words: Words) -> NextMeeting | None:
    key = next_meeting(session, day) or next_meeting(session, day, None)
    if key is None:
        return None
    meeting = session.get_one(Meeting, key)
    body = session.get_one(Body, meeting.body_id)
    missing = what_is_missing(session, key, words)
    return NextMeeting(key, meeting.name, body.name, meeting.starts_on, meeting.place or "", missing)
