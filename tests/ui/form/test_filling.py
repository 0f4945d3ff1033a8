"""What a choice writes in a form goes with the next choice, and what the person wrote stays."""

from tests.make import CATALOG
from ui.form.filling import Filling

CITY = CATALOG["municipality"]
EMPTY: dict[str, object] = dict.fromkeys(
    ("short_name", "country", "subdivision", "official_code", "population", "population_year", "population_source")
)


def test_what_the_next_choice_does_not_know_goes_back_to_what_the_form_began_with() -> None:
    filling = Filling(CITY)
    filling.begin(EMPTY)
    now = EMPTY | filling.plan({"short_name": "Rosario", "official_code": "82084"}, EMPTY)
    assert filling.plan({"short_name": "Rosario"}, now) == {"official_code": None}


def test_what_the_person_wrote_stays() -> None:
    filling = Filling(CITY)
    filling.begin(EMPTY)
    now = EMPTY | filling.plan({"short_name": "Rosario", "official_code": "82084"}, EMPTY)
    now |= {"short_name": "Rosario del Tala", "official_code": "30091"}
    assert filling.plan({"short_name": "Azul"}, now) == {}


def test_a_population_that_the_person_wrote_gets_no_source_of_the_gazetteer() -> None:
    filling = Filling(CITY)
    filling.begin(EMPTY)
    now = EMPTY | {"population": 26_000}
    assert filling.plan({"population": 9_311, "population_source": "GeoNames"}, now) == {}


def test_the_country_of_a_place_is_that_of_the_place() -> None:
    filling = Filling(CITY)
    filling.begin(EMPTY)
    now = EMPTY | {"country": "UY"}
    wanted = {"country": "AR", "subdivision": "AR-S"}
    assert filling.plan(wanted, now, follows=("country", "subdivision")) == wanted


def test_what_a_record_began_with_gives_way_to_a_choice_and_comes_back_without_it() -> None:
    filling = Filling(CITY)
    began = EMPTY | {"short_name": "Ros"}
    filling.begin(began)
    now = began | filling.plan({"short_name": "Rosario"}, began)
    assert now["short_name"] == "Rosario"
    assert filling.plan({"country": "AR"}, now) == {"short_name": "Ros", "country": "AR"}
