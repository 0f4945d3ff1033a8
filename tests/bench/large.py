"""Large files of invented records, made the quick way."""

import random
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from db.base import Entity
from db.entities.contact_point import ContactPoint
from db.entities.municipality import Municipality
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.keys import new_key
from db.session import OperationSession
from db.store import Store
from db.titles import Title

GIVEN = ("María", "Ana", "José", "João", "Luiz", "Carla", "Inés", "Raúl", "Sofía", "Tomás", "Lucía", "Márcia", "Diego")
FAMILY = ("Ejemplo", "Prueba", "Modelo", "Muestra", "Exemplo", "Amostra", "Ficticio", "Ensayo")
POSTS = ("Intendente", "Prefeita", "Relaciones internacionales", "Dirección de Cultura")


def _add(session: OperationSession, entity: type[Entity], rows: list[dict[str, Any]]) -> list[str]:
    for row in rows:
        row.setdefault("id", new_key())
    session.execute(insert(entity), rows)
    return [row["id"] for row in rows]


def make_large(path: Path, cities: int, people: int) -> Store:
    """Make a file of so many cities and people, each with a post, an e-mail and a phone."""
    dice = random.Random(1995)  # noqa: S311 - the same records in every run, nothing secret
    store = Store.create(path)
    with store.operation(Title("Carga")) as session:
        towns = _add(session, Municipality, [_city(at, dice) for at in range(cities)])
        names = [f"{dice.choice(GIVEN)} {dice.choice(FAMILY)} {at}" for at in range(people)]
        persons = _add(session, Person, [{"name": name} for name in names])
        held = [{"name": dice.choice(POSTS), "municipality_id": dice.choice(towns)} for _ in persons]
        pairs = zip(persons, _add(session, Post, held), strict=True)
        day = date(2026, 1, 1)
        _add(session, Tenure, [{"person_id": one, "post_id": post, "verified_on": day} for one, post in pairs])
        mails = [_contact(person, "email", f"p{at}@example.org") for at, person in enumerate(persons)]
        phones = [_contact(person, "phone", _phone(dice)) for person in persons]
        _add(session, ContactPoint, [*mails, *phones])
    return store


def _city(at: int, dice: random.Random) -> dict[str, Any]:
    country, population = dice.choice(("AR", "BR", "UY")), dice.randint(900, 10**6)
    return {"short_name": f"Ciudad {at}", "country": country, "population": population}


def _contact(person: str, kind: str, value: str) -> dict[str, Any]:
    return {"person_id": person, "kind": kind, "value": value}


def _phone(dice: random.Random) -> str:
    return f"+{dice.choice((54, 55, 598))}{dice.randint(10**8, 10**9)}"
