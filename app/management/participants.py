"""Who came in a term to the Asamblea and to the other meetings, by country and city, and how many others came."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from app.network.terms import Term
from app.records.namesakes import titles_apart
from db.entities.attendance import CAME, Attendance
from db.entities.body import Body, BodyKind
from db.entities.meeting import TOOK_PLACE, Meeting
from db.entities.municipality import Municipality
from db.entities.period import Period
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Came:
    """A city, its country (ISO 3166-1), and to how many meetings of the Asamblea and others it came."""

    id: str
    name: str
    country: str
    assemblies: int
    others: int

    @property
    def meetings(self) -> int:
        """To how many meetings it came in all."""
        return self.assemblies + self.others


@dataclass(frozen=True, slots=True)
class Participants:
    """The cities that came, and how many times somebody came who was of no city."""

    cities: Sequence[Came] = ()
    of_no_city: int = 0


def read_participants(session: FileSession, store: Store, term: Term) -> Participants:
    """Read who came, or was represented, to the meetings of a term that were held: cities by country and name."""
    assembly = func.count(case((Body.kind == BodyKind.ASSEMBLY.value, Meeting.id)).distinct())
    came = (
        select(Attendance.municipality_id, func.count(Meeting.id.distinct()), assembly, func.count())
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .join(Period, Period.id == term.id)
        .where(Meeting.in_period(Period), Meeting.state.in_(TOOK_PLACE), Attendance.state.in_(CAME))
        .group_by(Attendance.municipality_id)
    )
    counts = {key: row for key, *row in session.execute(came)}
    of_no_city = counts.pop(None, (0, 0, 0))[-1]
    order = Municipality.country, Municipality.title_key(), Municipality.id
    wanted = select(Municipality.id, Municipality.country).where(Municipality.id.in_(list(counts))).order_by(*order)
    found = session.execute(wanted, session.reader).all()
    names = titles_apart(session, store, "municipality", [key for key, _ in found])
    cities = [
        Came(key, names[key], country or "", counts[key][1], counts[key][0] - counts[key][1]) for key, country in found
    ]
    return Participants(tuple(cities), of_no_city)
