"""Who sits on a body on a day, and the person who comes for them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from db.country_names import country_name
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post, PostRole
from db.entities.seat import Seat, SeatRole
from db.entities.tenure import Tenure
from db.session import FileSession
from db.spans import holds_on, on

REPRESENTING: tuple[PostRole, ...] = (
    PostRole.LIAISON,
    PostRole.HEAD_OF_GOVERNMENT,
    PostRole.INTERNATIONAL_RELATIONS,
)
"""The roles of the posts whose holder is proposed for a meeting, the first that is held before the others: the liaison,
else the highest authority; the office of international relations where neither is known."""

COUNTED: tuple[SeatRole, ...] = tuple(role for role in SeatRole if role not in (SeatRole.ALTERNATE, SeatRole.OBSERVER))
"""The roles that make up a body: an alternate sits in for another, and a standing guest is no member."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat that holds on a day: whose it is, its country (ISO 3166-1, may be empty), its name and who sits there.

    It is of a city, of an organisation or, without either, of the country itself. `person` is the name of who sits
    there, empty where nobody is named.
    """

    seat_id: str
    body_id: str
    role: SeatRole
    municipality_id: str | None
    organisation_id: str | None
    country: str
    name: str
    name_key: str
    person_id: str | None = None
    person: str = ""
    alternate_of_id: str | None = None

    @property
    def place_id(self) -> str:
        """The key of the city or of the organisation; empty for a seat of a country."""
        return self.municipality_id or self.organisation_id or ""

    @property
    def is_nameless(self) -> bool:
        """Whether it is of a country for which nobody sits: there is no one to convene."""
        return not self.place_id and self.person_id is None

    @property
    def counts_as(self) -> str:
        """What it stands for in a quorum: its country, else whose alternate it is, else itself."""
        return self.country if not self.place_id else self.alternate_of_id or self.seat_id


def sittings_on(session: FileSession, body_id: str, day: date) -> tuple[Sitting, ...]:
    """Return the seats of a body that hold on `day`, by role, then by name; an unknown date excludes nothing."""
    return sittings_by_body(session, (body_id,), day).get(body_id, ())


def sittings_by_body(session: FileSession, bodies: Collection[str], day: date) -> Mapping[str, tuple[Sitting, ...]]:
    """Return the same of several bodies at once, by their keys; a body on which nobody sits is left out."""
    found = _read(session, Seat.body_id.in_(bodies), holds_on(Seat.starts, Seat.ends, on(day)))
    return {body: tuple(each for each in found if each.body_id == body) for body in {each.body_id for each in found}}


def sittings_of(session: FileSession, seat_ids: Iterable[str]) -> tuple[Sitting, ...]:
    """Return the seats with these keys, whenever they hold, by role, then by name."""
    return _read(session, Seat.id.in_(list(seat_ids)))


def _read(session: FileSession, *which: ColumnElement[bool]) -> tuple[Sitting, ...]:
    found = session.execute(
        select(
            Seat.id,
            Seat.body_id,
            Seat.role,
            Seat.municipality_id,
            Seat.organisation_id,
            func.coalesce(Municipality.country, Organisation.country, Seat.country, ""),
            func.coalesce(Municipality.short_name, Organisation.title(), country_name(Seat.country)),
            func.coalesce(Municipality.short_name_key, Organisation.title_key(), Seat.title_key()),
            Seat.person_id,
            func.coalesce(Person.name, ""),
            Seat.alternate_of_id,
        )
        .outerjoin(Municipality, Municipality.id == Seat.municipality_id)
        .outerjoin(Organisation, Organisation.id == Seat.organisation_id)
        .outerjoin(Person, Person.id == Seat.person_id)
        .where(*which),
        session.reader,
    )
    rows = map(tuple[Any, ...], found)
    sittings = [Sitting(key, body, SeatRole.of(str(role)), *rest) for key, body, role, *rest in rows]
    return tuple(sorted(sittings, key=lambda each: (role_rank(each.role), each.name_key, each.seat_id)))


def role_rank(role: SeatRole) -> int:
    """Return the place of a role in the order in which a body is listed."""
    return list(SeatRole).index(role)


def who_comes(session: FileSession, sittings: Iterable[Sitting], day: date) -> dict[str, str]:
    """Give, by the key of a seat, the person who comes for it on `day`: who sits there, else who holds a post for it.

    The post is one that represents its city or organisation; of several holders of one the one who began last comes. A
    seat of which nobody is named, and whose city has no such post in force, is left out.
    """
    seats = list(sittings)
    holders = _holders(session, [each.place_id for each in seats if not each.person_id], day)
    people = {each.seat_id: each.person_id or holders.get(each.place_id) for each in seats}
    return {seat: person for seat, person in people.items() if person}


def _holders(session: FileSession, places: Sequence[str], day: date) -> dict[str, str]:
    found = session.execute(
        select(func.coalesce(Post.municipality_id, Post.organisation_id), Post.role, Tenure.person_id)
        .join_from(Tenure, Post, Post.id == Tenure.post_id)
        .where(
            or_(Post.municipality_id.in_(places), Post.organisation_id.in_(places)),
            Post.role.in_([role.value for role in REPRESENTING]),
            holds_on(Tenure.starts, Tenure.ends, on(day)),
        )
        .order_by(func.coalesce(Tenure.starts, "").desc(), Tenure.id.desc()),
    ).all()
    return _first_by_role([(str(place), PostRole.of(str(role)), person) for place, role, person in found])


def _first_by_role(found: Sequence[tuple[str, PostRole, str]]) -> dict[str, str]:
    ranked = sorted(found, key=lambda row: REPRESENTING.index(row[1]))
    people: dict[str, str] = {}
    for place, _, person in ranked:
        people.setdefault(place, person)
    return people
