"""Records of one name are told apart wherever a person reads which one is meant."""

import pytest

from app.records import reading
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import read_record, titles
from db.store import Store
from tests.make import add, add_city


def two_cities(store: Store) -> tuple[str, str]:
    """Add Rosario of Santa Fe and Rosario of Colonia."""
    return (
        add_city(store, "Rosario", country="AR", subdivision="AR-S"),
        add_city(store, "Rosario", country="UY", subdivision="UY-CO"),
    )


def test_a_name_that_stands_alone_says_no_more(store: Store) -> None:
    city = add_city(store, "Azul", country="AR", subdivision="AR-B")
    assert titles(store, "municipality", [city]) == {city: "Azul"}


def test_two_cities_of_one_name_are_told_apart_by_their_province(store: Store) -> None:
    first, second = two_cities(store)
    assert titles(store, "municipality", [first]) == {first: "Rosario · Santa Fe"}
    assert set(titles(store, "municipality", [first, second]).values()) == {"Rosario · Santa Fe", "Rosario · Colonia"}


def test_two_posts_of_one_name_are_told_apart_by_their_place(store: Store) -> None:
    azul, tandil = add_city(store, "Azul"), add_city(store, "Tandil")
    posts = [add(store, "post", name="Directora", municipality_id=city) for city in (azul, tandil)]
    assert set(titles(store, "post", posts).values()) == {"Directora · Azul", "Directora · Tandil"}


def test_what_nothing_tells_apart_is_called_as_it_is(store: Store) -> None:
    people = [add(store, "person", name="Ana Ejemplo") for _ in range(2)]
    assert set(titles(store, "person", people).values()) == {"Ana Ejemplo"}


def test_a_form_and_the_history_say_which_one_is_meant(store: Store) -> None:
    first, second = two_cities(store)
    post = add(store, "post", name="Intendenta", municipality_id=second)
    record = read_record(store, "post", post)
    assert record is not None
    assert record.titles["municipality_id"] == "Rosario · Colonia"
    edited = save_record(store, Draft("municipality", first, {"notes": "."})).changes
    assert edited.title.values["name"] == "Rosario · Santa Fe"
    assert delete_records(store, "municipality", [first]).title.values["name"] == "Rosario · Santa Fe"


def test_one_of_very_many_is_told_by_all_that_tells_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = two_cities(store)
    monkeypatch.setattr(reading, "MOST_NAMESAKES", 2)
    assert titles(store, "municipality", [first]) == {first: "Rosario · Argentina · Santa Fe"}
