"""The members of the network on a day; every count derives from dated memberships."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.document import MapPoint
from db.entities.membership import is_member_on
from db.entities.municipality import Municipality
from db.session import FileSession
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class Member:
    """A member city; coordinates in microdegrees and `since` are None when they are not known."""

    id: str
    name: str
    country: str
    subdivision: str
    latitude: int | None
    longitude: int | None
    since: PartialDate | None


def members_on(session: FileSession, day: date) -> tuple[Member, ...]:
    """Return the cities that are members on `day`, by name."""
    found = session.execute(
        select(
            Municipality.id,
            Municipality.short_name,
            Municipality.country,
            func.coalesce(Municipality.subdivision, ""),
            Municipality.latitude,
            Municipality.longitude,
            Municipality.member_since,
        )
        .where(is_member_on(Municipality.id, day))
        .order_by(Municipality.short_name_key, Municipality.id),
    )
    return tuple(Member(*row) for row in found)


def count_by_country(members: Iterable[Member]) -> tuple[tuple[str, int], ...]:
    """Return how many of `members` each country (ISO 3166-1) has, the most first."""
    counted = Counter(member.country for member in members)
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def members_by_country(session: FileSession, day: date) -> tuple[tuple[str, int], ...]:
    """Return how many members each country has on `day`, the most first."""
    return count_by_country(members_on(session, day))


def country_count(session: FileSession, day: date) -> int:
    """Return from how many countries the members on `day` are."""
    return len(members_by_country(session, day))


def members_without_date(session: FileSession, day: date) -> int:
    """Return how many of the members on `day` have no known date of admission."""
    return sum(member.since is None for member in members_on(session, day))


def as_points(members: Iterable[Member]) -> tuple[MapPoint, ...]:
    """Return those of `members` that have coordinates, as places of a map."""
    return tuple(
        MapPoint(member.name, member.latitude, member.longitude, member.country)
        for member in members
        if member.latitude is not None and member.longitude is not None
    )
