"""Who sits on a body on a day, and the person who comes for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
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
    """A seat that holds on a day: a city or an organisation, its country (ISO 3166-1, may be empty) and its name."""

    seat_id: str
    role: SeatRole
    municipality_id: str | None
    organisation_id: str | None
    country: str
    name: str
    name_key: str

    @property
    def place_id(self) -> str:
        """The key of the city or of the organisation."""
        return self.municipality_id or self.organisation_id or ""


def sittings_on(session: FileSession, body_id: str, day: date) -> tuple[Sitting, ...]:
    """Return the seats of a body that hold on `day`, by role, then by name; an unknown date excludes nothing."""
    found = session.execute(
        select(
            Seat.id,
            Seat.role,
            Seat.municipality_id,
            Seat.organisation_id,
            func.coalesce(Municipality.country, Organisation.country, ""),
            func.coalesce(Municipality.short_name, Organisation.name),
            func.coalesce(Municipality.short_name_key, Organisation.name_key),
        )
        .outerjoin(Municipality, Municipality.id == Seat.municipality_id)
        .outerjoin(Organisation, Organisation.id == Seat.organisation_id)
        .where(Seat.body_id == body_id, holds_on(Seat.starts, Seat.ends, on(day))),
    )
    sittings = [Sitting(row[0], SeatRole.of(row[1]), *row[2:]) for row in found]
    return tuple(sorted(sittings, key=lambda each: (role_rank(each.role), each.name_key, each.seat_id)))


def role_rank(role: SeatRole) -> int:
    """Return the place of a role in the order in which a body is listed."""
    return list(SeatRole).index(role)


def who_comes(session: FileSession, sittings: Iterable[Sitting], day: date) -> dict[str, str]:
    """Give, by the key of city or organisation, the person who holds the post that represents it on `day`.

    Of several holders of one post the one who began last comes. A city without such a post in force is left out.
    """
    places = [each.place_id for each in sittings]
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
