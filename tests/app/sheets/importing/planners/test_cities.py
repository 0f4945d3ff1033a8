"""Cities that have one name are told apart in a plan, and found by what tells them."""

from collections.abc import Iterator

import pytest

from app.sheets.importing.planners.cities import Cities
from app.sheets.importing.rows import Verdict
from db.store import Store
from tests.app.sheets.importing.plans import plan_of
from tests.make import SPANISH, add_city


@pytest.fixture
def cities(store: Store) -> Iterator[Cities]:
    """Hold two cities called Avellaneda, two called Rosario, and one Azul."""
    for name, country, subdivision in (
        ("Avellaneda", "AR", "AR-B"),
        ("Avellaneda", "AR", "AR-S"),
        ("Córdoba", "AR", "AR-X"),
        ("Córdoba", "CO", "CO-COR"),
        ("Azul", "AR", "AR-B"),
    ):
        add_city(store, name, country, subdivision)
    with store.reading() as session:
        yield Cities(session, SPANISH)


def test_a_city_is_told_by_what_tells_all_of_its_name_apart(cities: Cities) -> None:
    assert {cities.told(city) for city in cities.by_id.values()} == {
        "Avellaneda · Buenos Aires",
        "Avellaneda · Santa Fe",
        "Córdoba · Argentina",
        "Córdoba · Colombia",
        "Azul",
    }


def test_a_city_is_found_by_its_name_and_where_it_is(cities: Cities) -> None:
    for text in ("Avellaneda, Santa Fe", "avellaneda (SANTA FE)", "Avellaneda · Argentina · Santa Fe"):
        assert [city.subdivision for city in cities.placed(text)] == ["AR-S"], text
    assert [cities.placed(text) for text in ("Avellaneda", "Avellaneda, Colonia", "Avellaneda, Uruguay")] == [
        [],
        [],
        [],
    ]


def test_the_rows_of_a_plan_say_which_city_is_meant(store: Store) -> None:
    add_city(store, "Avellaneda", "AR", "AR-B")
    header = ("Ciudad", "País", "Provincia")
    plan = plan_of(store, "municipality", [header, ("Avellaneda", "AR", "Santa Fe"), ("Azul", "AR", "Buenos Aires")])
    assert [row.title for row in plan.rows] == ["Avellaneda · Santa Fe", "Azul"]


def test_what_is_offered_of_a_row_without_province_says_the_province(store: Store) -> None:
    for province in ("AR-B", "AR-S"):
        add_city(store, "Avellaneda", "AR", province)
    (row,) = plan_of(store, "municipality", [("Ciudad", "País"), ("Avellaneda", "AR")]).rows
    assert row.verdict is Verdict.DOUBTFUL
    assert {each.detail for each in row.candidates} == {"Argentina · Buenos Aires", "Argentina · Santa Fe"}
