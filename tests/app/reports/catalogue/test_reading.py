"""Which experiences are in the catalogue, in which order, and whom to ask: never a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.reports.catalogue.reading import Catalogue, Options, by_city, read_catalogue
from app.words.words import Words
from db.store import Store
from tests.app.reports.catalogue.made import make_catalogue
from tests.make import copied_store


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return three experiences of two cities; tests only read them."""
    with copied_store(template, tmp_path_factory.mktemp("catalogue")) as store:
        make_catalogue(store)
        yield store


def read(store: Store, options: Options) -> Catalogue:
    with store.reading() as session:
        return read_catalogue(session, store, options, Words("es"))


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (Options(), ["Agua", "Basura", "Cultura"]),
        (Options(published=True), ["Agua", "Basura"]),
        (Options(granted=True), ["Agua", "Cultura"]),
        (Options(published=True, granted=True), ["Agua"]),
        (Options(by_theme=True), ["Agua", "Cultura", "Basura"]),
    ],
)
def test_what_is_asked_for_is_numbered_in_its_order(filled: Store, options: Options, names: list[str]) -> None:
    found = read(filled, options).entries
    assert [each.name for each in found] == names
    assert [each.number for each in found] == list(range(1, len(names) + 1))


def test_offices_are_asked_and_never_a_person(filled: Store) -> None:
    found = {each.name: each.contacts for each in read(filled, Options()).entries}
    assert found["Agua"] == ["Relaciones Internacionales, rrii@example.org"]
    assert found["Cultura"] == ["Durazno, alcaldia@example.org"], "a city without liaison is asked itself"


def test_what_lies_below_an_odm_is_of_it(filled: Store) -> None:
    assert {each.name: list(each.odm) for each in read(filled, Options()).entries} == {
        "Agua": [7],
        "Basura": [],
        "Cultura": [],
    }


def test_cities_lead_to_the_numbers_of_their_entries(filled: Store) -> None:
    found = by_city(read(filled, Options()).entries)
    assert [(city[1], list(numbers)) for city, numbers in found] == [("Azul", [1, 2]), ("Durazno", [3])]
