"""Who came in a term to the Asamblea, to other meetings and to activities, by country and city, and how many others."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from app.network.terms import Term
from app.participation import OWNER, Span, counted_in
from app.records.namesakes import titles_apart
from db.entities.attendance import CAME, Attendance
from db.entities.body import Body, BodyKind
from db.entities.meeting import Meeting
from db.entities.municipality import Municipality
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Came:
    """A city, its country (ISO 3166-1), and to how many meetings of the Asamblea, others and activities it came."""

    id: str
    name: str
    country: str
    assemblies: int
    others: int
    activities: int

    @property
    def times(self) -> int:
        """How many times it came in all."""
        return self.assemblies + self.others + self.activities


@dataclass(frozen=True, slots=True)
class Participants:
    """The cities that came, and how many times somebody came who was of no city."""

    cities: Sequence[Came] = ()
    of_no_city: int = 0


def read_participants(session: FileSession, store: Store, term: Term) -> Participants:
    """Read who came, or was represented, to what counts in a term (`counted_in`): cities by country and name."""
    counted = counted_in(Span(term), store.today())
    is_assembly = Body.kind == BodyKind.ASSEMBLY.value
    ways = (
        case((is_assembly, Attendance.meeting_id)),
        case((~is_assembly, Attendance.meeting_id)),
        Attendance.activity_id,
    )
    came = (
        select(Attendance.municipality_id, *(func.count(each.distinct()) for each in ways), func.count())
        .join(counted, counted.c.id == OWNER)
        .outerjoin(Meeting, Meeting.id == Attendance.meeting_id)
        .outerjoin(Body, Body.id == Meeting.body_id)
        .where(Attendance.state.in_(CAME))
        .group_by(Attendance.municipality_id)
    )
    counts = {key: row for key, *row in session.execute(came)}
    of_no_city = counts.pop(None, [0])[-1]
    order = Municipality.country, Municipality.title_key(), Municipality.id
    wanted = select(Municipality.id, Municipality.country).where(Municipality.id.in_(list(counts))).order_by(*order)
    found = session.execute(wanted, session.reader).all()
    names = titles_apart(session, store, "municipality", [key for key, _ in found])
    cities = [Came(key, names[key], country or "", *counts[key][:-1]) for key, country in found]
    return Participants(tuple(cities), of_no_city)
