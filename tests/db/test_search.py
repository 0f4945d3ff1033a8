"""One search finds what people type, without accents and from the first letters."""

import pytest

from app.editing import Draft, Rows, delete_records, edit_many, save_record
from app.history import undo
from app.records import choose, search
from db.checking import check
from db.store import Store
from tests.make import add, add_city


def found(store: Store, text: str) -> list[str]:
    """Give the titles that a search answers."""
    return [hit.title for hit in search(store, text)]


@pytest.mark.parametrize("typed", ["cordoba", "CÓRDOBA", "cor", "córd", "  cordoba!  "])
def test_accents_and_case_are_ignored(store: Store, typed: str) -> None:
    add_city(store, "Córdoba")
    add_city(store, "Azul")
    assert found(store, typed) == ["Córdoba"]


def test_portuguese_names_are_found_too(store: Store) -> None:
    add_city(store, "São José", "BR")
    assert found(store, "sao jose") == ["São José"]


@pytest.mark.parametrize("typed", ["", "   ", '"', "*", "AND", "(", "a:b", "NEAR(", "-", "col:x OR y"])
def test_signs_are_never_an_error(store: Store, typed: str) -> None:
    add_city(store, "Azul")
    assert found(store, typed) == []


def test_answers_stand_by_kind(store: Store) -> None:
    add(store, "person", name="Rosario Modelo")
    add_city(store, "Rosario")
    assert [(hit.entity, hit.title) for hit in search(store, "rosario")] == [
        ("municipality", "Rosario"),
        ("person", "Rosario Modelo"),
    ]


def test_a_match_in_a_part_finds_its_record(store: Store) -> None:
    mail = Draft("contact_point", None, {"kind": "email", "value": "luz@example.org"})
    save_record(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows((mail,))}))
    assert found(store, "luz@example") == ["Luz Modelo"]
    assert found(store, "modelo example") == ["Luz Modelo"]


def test_the_index_follows_changes_deletions_and_undo(store: Store) -> None:
    city = add_city(store, "Azul")
    edit_many(store, "municipality", [city], {"short_name": "Verde"})
    assert (found(store, "azul"), found(store, "verde")) == ([], ["Verde"])
    delete_records(store, "municipality", [city])
    assert found(store, "verde") == []
    undo(store)
    assert found(store, "verde") == ["Verde"]
    assert check(store) == []


def test_titles_come_before_other_texts(store: Store) -> None:
    add(store, "organisation", name="Zeta", notes="trabaja con Alfa")
    add(store, "organisation", name="Alfa")
    assert found(store, "alfa") == ["Alfa", "Zeta"]


def test_a_choice_offers_the_first_by_name_when_nothing_is_typed(store: Store) -> None:
    for name in ("Zárate", "Ávila", "Azul"):
        add_city(store, name)
    assert [hit.title for hit in choose(store, "municipality", "", 2)] == ["Ávila", "Azul"]
