"""Where somebody holds a post: a city, an organisation or a body, asked about in doubt and added when it is new."""

import pytest

from app.sheets.importing.importing import Answer, Decision, Options
from db.store import Store
from tests.app.sheets.importing.planners.people import ANA, HEADER
from tests.app.sheets.importing.plans import (
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add, add_city


def test_a_city_that_is_not_there_is_added_and_said(store: Store) -> None:
    plan = imported(store, "person", [HEADER, ANA, ("Luis Prueba", "Prensa", "ROSARIO", "AR")])
    assert verdicts(plan) == ["new", "new"]
    assert reasons(plan) == ["prueba.xlsx, hoja Hoja1, fila 2, columna C: «Rosario» no estaba y se agregará."]
    assert reasons(plan, 1) == []
    (city,) = records(store, "municipality")
    assert (city["short_name"], city["country"], city["membership_state"]) == ("Rosario", "AR", None)


def test_a_city_of_no_country_that_is_not_there_refuses_the_row(store: Store) -> None:
    plan = plan_of(store, "person", [("Nombre", "Ciudad"), ("Ana Modelo", "Rosario")])
    assert verdicts(plan) == ["refused"]
    assert "No se sabe de qué país es «Rosario»" in reasons(plan)[0]
    given = plan_of(store, "person", [("Nombre", "Ciudad"), ("Ana Modelo", "Rosario")], options=Options(country="AR"))
    assert verdicts(given) == ["new"]


def test_which_of_two_cities_is_asked_and_answered(store: Store) -> None:
    first, second = add_city(store, "Avellaneda", "AR", "AR-B"), add_city(store, "Avellaneda", "AR", "AR-S")
    rows = [HEADER, ("Ana Modelo", "Prensa", "Avellaneda", "AR")]
    plan = plan_of(store, "person", rows)
    assert verdicts(plan) == ["doubtful"]
    assert {(one.entity, one.id) for one in plan.rows[0].candidates} == {
        ("municipality", first),
        ("municipality", second),
    }
    imported(store, "person", rows, decisions={2: Decision(Answer.SAME_AS, second)})
    (post,) = records(store, "post")
    assert post["municipality_id"] == "Avellaneda · Santa Fe"
    assert verdicts(plan_of(store, "person", rows)) == ["same"], "the person is known to work in one of the two"


def test_the_plan_says_which_of_two_cities_is_meant(store: Store) -> None:
    add_city(store, "Avellaneda", "AR", "AR-B")
    header = ("Nombre", "Cargo", "Ciudad u organismo", "País", "Provincia")
    rows = [header, ("Ana Modelo", "Prensa", "Avellaneda", "AR", "Santa Fe"), ("Luis", "Prensa", "Azul", "AR", None)]
    plan = plan_of(store, "person", rows)
    shown = [change.after for row in plan.rows for change in row.changes if change.target == "post"]
    assert shown == ["Prensa · Avellaneda · Santa Fe", "Prensa · Azul"]


@pytest.mark.parametrize("said", ["{} · Santa Fe", "{} (Santa Fe)", "{} · Argentina · Santa Fe"])
def test_a_city_is_found_again_as_lists_call_it(store: Store, said: str) -> None:
    for province in ("AR-B", "AR-S"):
        add_city(store, "Avellaneda", "AR", province)
    imported(store, "person", [("Nombre", "Ciudad u organismo"), ("Ana Modelo", said.format("Avellaneda"))])
    assert records(store, "person")[0]["place"] == "Avellaneda · Santa Fe"
    assert len(records(store, "municipality")) == 2


def test_an_organisation_is_found_again_as_lists_call_it(store: Store) -> None:
    for country in ("AR", "UY"):
        add(store, "organisation", name="Red Modelo", country=country)
    imported(store, "person", [("Nombre", "Ciudad u organismo"), ("Ana Modelo", "Red Modelo · Uruguay")])
    assert records(store, "person")[0]["place"] == "Red Modelo · Uruguay"
    assert len(records(store, "organisation")) == 2


def test_a_city_of_several_provinces_is_asked_about_before_it_is_added(store: Store) -> None:
    rows = [HEADER, ("Ana Modelo", "Prensa", "San Martín", "AR")]
    assert verdicts(plan_of(store, "person", rows)) == ["doubtful"]
    assert verdicts(imported(store, "person", rows, decisions={2: Decision(Answer.NEW)})) == ["new"]
    assert [city["short_name"] for city in records(store, "municipality")] == ["San Martín"]


@pytest.mark.parametrize("said", ["Municipalidad de Rosario", "Intendencia Municipal de Rosario", "Rosario (Santa Fe)"])
def test_the_government_of_a_city_is_the_city(store: Store, said: str) -> None:
    add_city(store, "Rosario", "AR", "AR-S")
    plan = imported(store, "person", [("Nombre", "Ciudad"), ("Ana Modelo", said)])
    assert (verdicts(plan), len(records(store, "municipality"))) == (["new"], 1)
    assert records(store, "person")[0]["place"] == "Rosario"


def test_the_government_of_a_city_that_is_not_there_adds_the_city(store: Store) -> None:
    imported(
        store, "person", [("Nombre", "Institución", "País"), ("Ana Modelo", "Prefeitura Municipal de Osasco", "BR")]
    )
    (city,) = records(store, "municipality")
    assert (city["short_name"], city["name"]) == ("Osasco", "Prefeitura Municipal de Osasco")


def test_an_institution_that_is_no_city_is_an_organisation(store: Store) -> None:
    rows = [("Cargo", "Nombre", "Empresa Portuaria"), ("Presidente:", "Luis Prueba", "Empresa Portuaria del Norte")]
    imported(store, "person", rows)
    (person,) = records(store, "person")
    assert (person["post"], person["place"]) == ("Presidente", "Empresa Portuaria del Norte")
    assert verdicts(plan_of(store, "person", rows)) == ["same"]


def test_a_place_may_be_a_city_an_organisation_or_a_body(store: Store) -> None:
    add_city(store, "Rosario", "AR")
    add(store, "organisation", name="Red Modelo", acronym="RM")
    add(store, "body", name="Consejo", kind="council")
    rows = [("Nombre", "Ciudad u organismo"), ("Ana", "Rosario"), ("Luis", "RM"), ("Eva", "Consejo"), ("Juan", "Otro")]
    imported(store, "person", rows)
    places = {person["name"]: person["place"] for person in records(store, "person")}
    assert places == {"Ana": "Rosario", "Luis": "Red Modelo", "Eva": "Consejo", "Juan": "Otro"}


def test_an_organisation_of_a_like_name_is_asked_about(store: Store) -> None:
    key = add(store, "organisation", name="Universidad Nacional de Rosario")
    rows = [("Nombre", "Institución"), ("Ana Modelo", "Universidad Nacional del Rosario")]
    plan = plan_of(store, "person", rows)
    assert (verdicts(plan), [one.id for one in plan.rows[0].candidates]) == (["doubtful"], [key])
    assert verdicts(imported(store, "person", rows, decisions={2: Decision(Answer.NEW)})) == ["new"]
    assert len(records(store, "organisation")) == 2


def test_an_organisation_is_found_by_its_name_in_another_language(store: Store) -> None:
    add(store, "organisation", name="Consejo del Mercado Común", name_pt="Conselho do Mercado Comum")
    imported(store, "person", [("Nombre", "Ciudad u organismo"), ("Ana Modelo", "Conselho do Mercado Comum")])
    assert records(store, "person")[0]["place"] == "Consejo del Mercado Común"
    assert len(records(store, "organisation")) == 1
