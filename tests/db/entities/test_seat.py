"""A seat of a country is called by its name in the language of the reader, never by its code."""

import pytest

from app.records.namesakes import read_titles
from app.records.reading import read_record
from db.store import Store
from tests.make import add, add_city


def seated(store: Store, body: str, **values: object) -> str:
    return add(store, "seat", body_id=body, **{"role": "member", **values})


@pytest.mark.parametrize(("language", "name"), [("es", "Brasil"), ("pt", "Brasil"), ("en", "Brazil"), ("", "Brasil")])
def test_a_country_is_named_with_who_sits_there(store: Store, language: str, name: str) -> None:
    body, eva = add(store, "body", name="Foro", kind="forum"), add(store, "person", name="Eva Prueba")
    seat, empty = seated(store, body, country="BR", person_id=eva), seated(store, body, country="BR")
    city = seated(store, body, municipality_id=add_city(store, "Salto", "UY"), person_id=eva)
    with store.speaking(language).reading() as session:
        found = read_titles(session, "seat", [seat, empty, city])
    assert found == {seat: f"{name} · Eva Prueba", empty: name, city: "Salto"}


def test_seats_stand_by_country_then_by_role_and_name(store: Store) -> None:
    body = add(store, "body", name="Foro", kind="forum")
    people = {name: add(store, "person", name=name) for name in ("Ana", "Bruno", "Clara")}
    for country, role, name in (("UY", "member", "Ana"), ("AR", "alternate", "Bruno"), ("AR", "member", "Clara")):
        seated(store, body, country=country, role=role, person_id=people[name])
    seated(store, body, municipality_id=add_city(store, "Salto", "UY"), role="observer")
    record = read_record(store, "body", body)
    assert record is not None
    stand = [row.title for row in record.parts["seats"]]
    assert stand == ["Salto", "Argentina · Clara", "Argentina · Bruno", "Uruguay · Ana"]
