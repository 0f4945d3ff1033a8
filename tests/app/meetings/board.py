"""A Comisión Directiva of a few cities, for tests to meet."""

from datetime import date

from sqlalchemy import select

from db.entities.attendance import Attendance
from db.entities.body import BodyKind
from db.entities.meeting import Meeting
from db.entities.municipality import Municipality
from db.store import Store
from tests.make import add, add_city

SPRING = date(2026, 10, 5)


def add_body(store: Store, kind: BodyKind = BodyKind.BOARD, **values: object) -> str:
    """Add a body and give its key."""
    return add(store, "body", **{"name": "Comisión Directiva", "kind": kind.value, **values})


def add_seat(store: Store, body: str, city: str, role: str = "member", **values: object) -> str:
    """Return a city a seat."""
    return add(store, "seat", body_id=body, municipality_id=city, role=role, **values)


def seated_city(store: Store, body: str, name: str, country: str = "AR", *, role: str = "member") -> str:
    """Add a city with a seat of no known dates, and give the key of the city."""
    city = add_city(store, name, country)
    add_seat(store, body, city, role)
    return city


def add_meeting(store: Store, body: str, day: date | None = SPRING, **values: object) -> str:
    """Add a meeting and give its key."""
    return add(store, "meeting", **{"body_id": body, "name": "Reunión", "starts_on": day, **values})


def add_holder(store: Store, city: str, name: str, role: str = "head_of_government", **values: object) -> str:
    """Add a person in a post of a city and give the key of the person."""
    person = add(store, "person", name=name)
    post = add(store, "post", name=f"Cargo de {name}", municipality_id=city, role=role)
    add(store, "tenure", person_id=person, post_id=post, **values)
    return person


def convened(store: Store, meeting: str) -> list[str]:
    """Return the names of the cities convened to a meeting, in their order."""
    with store.reading() as session:
        found = session.scalars(
            select(Municipality.short_name)
            .join(Attendance, Attendance.municipality_id == Municipality.id)
            .where(Attendance.meeting_id == meeting)
            .order_by(Attendance.position)
        )
        return list(found)


def attendances(store: Store, meeting: str) -> list[Attendance]:
    """Return the attendances of a meeting in their order."""
    with store.reading() as session:
        return list(
            session.scalars(select(Attendance).where(Attendance.meeting_id == meeting).order_by(Attendance.position))
        )


def meeting_of(store: Store, key: str) -> Meeting:
    """Return a meeting as it is stored."""
    with store.reading() as session:
        return session.get_one(Meeting, key)


def add_country(store: Store, body: str, country: str, *people: str) -> tuple[str, ...]:
    """Return a country its seats on a body: of the first of `people` and, as alternates of that, of the others.

    Without `people` it has one seat for which nobody sits. Gives the keys of the seats.
    """
    keys = [add(store, "person", name=name) for name in people]
    first = add(store, "seat", body_id=body, country=country, role="member", person_id=keys[0] if keys else None)
    others = {"body_id": body, "country": country, "role": "alternate", "alternate_of_id": first}
    return (first, *(add(store, "seat", person_id=key, **others) for key in keys[1:]))
