"""Rows of people: who each one is, where they work, and what of a row is kept though no field takes it."""

import pytest

from app.sheets.importing.importing import Answer, Decision, Options
from app.sheets.reading.workbook import CellError
from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.app.sheets.importing.plans import (
    Rows,
    changes,
    contacts,
    counts,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add, add_city

HEADER = ("Nombre y apellido", "Cargo", "Ciudad", "País", "Correo", "Teléfono")
ANA = ("Ana Modelo", "Intendenta", "Rosario", "AR", "ana@example.org", "+54 341 480 2000")


def test_a_person_is_new_with_post_tenure_and_contacts(store: Store) -> None:
    add_city(store, "Rosario", "AR", "AR-S")
    plan = imported(store, "person", [HEADER, ANA])
    assert verdicts(plan) == ["new"]
    (person,) = records(store, "person")
    assert (person["name"], person["post"], person["place"]) == ("Ana Modelo", "Intendenta", "Rosario")
    assert contacts(store) == [[("phone", "+543414802000"), ("email", "ana@example.org")]]
    assert [post["role"] for post in records(store, "post")] == ["head_of_government"]
    assert verdicts(plan_of(store, "person", [HEADER, ANA])) == ["same"]
    assert check(store) == []


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


def test_a_row_without_name_is_known_by_an_email_that_a_later_row_says(store: Store) -> None:
    rows = [
        ("Nombre", "Correo", "Notas"),
        (None, "ana@example.org", "Una."),
        ("Ana Modelo", "ana@example.org", "Otra."),
    ]
    assert verdicts(imported(store, "person", rows)) == ["changed", "new"]
    assert records(store, "person")[0]["notes"] == "Otra.\nUna."
    assert verdicts(plan_of(store, "person", rows)) == ["same", "same"]


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


def test_the_same_email_and_a_like_name_are_one_person(store: Store) -> None:
    rows = [("Nombre", "Correo"), ("Ana Modelo", "ana@example.org")]
    imported(store, "person", rows)
    plan = plan_of(store, "person", [("Nombre", "Correo"), ("Ana Modelo Prueba", "ANA@example.org")])
    assert (verdicts(plan), changes(plan)) == (["changed"], [("name", "Ana Modelo", "Ana Modelo Prueba")])


def test_the_same_email_and_another_name_is_doubtful(store: Store) -> None:
    imported(store, "person", [("Nombre", "Correo"), ("Ana Modelo", "intendencia@example.org")])
    plan = plan_of(store, "person", [("Nombre", "Correo"), ("Luis Prueba", "intendencia@example.org")])
    assert verdicts(plan) == ["doubtful"]
    assert [(one.title, one.why) for one in plan.rows[0].candidates] == [("Ana Modelo", "Mismo correo")]


def test_the_email_of_a_known_person_is_enough(store: Store) -> None:
    imported(store, "person", [("Nombre", "Correo"), ("Ana Modelo", "ana@example.org")])
    rows = [("Nombre", "Correo", "Notas"), (None, "ana@example.org", "Jubilada"), (None, "otra@example.org", "?")]
    assert verdicts(plan_of(store, "person", rows)) == ["changed", "refused"]


def test_one_name_at_two_places_is_two_people_and_at_one_place_one(store: Store) -> None:
    rows = [HEADER, ANA, ("Ana Modelo", "Prensa", "Tandil", "AR"), ("ana modelo", "Cultura", "Rosario", "AR")]
    plan = imported(store, "person", rows)
    assert verdicts(plan) == ["new", "new", "changed"]
    assert plan.rows[2].record_id == plan.rows[0].record_id
    assert counts(plan_of(store, "person", rows)) == (3, 0, 0, 3, 0, 0)


def test_one_name_without_place_is_doubtful_when_the_known_one_has_a_place(store: Store) -> None:
    imported(store, "person", [HEADER, ANA])
    assert verdicts(plan_of(store, "person", [("Nombre",), ("Ana Modelo",)])) == ["doubtful"]


def test_a_like_name_at_the_same_place_is_doubtful(store: Store) -> None:
    imported(store, "person", [HEADER, ANA])
    plan = plan_of(store, "person", [HEADER, ("Anna Modelo", "Intendenta", "Rosario", "AR")])
    assert verdicts(plan) == ["doubtful"]
    (candidate,) = plan.rows[0].candidates
    assert (candidate.title, candidate.detail, candidate.why) == ("Ana Modelo", "Rosario", "Nombre parecido")
    elsewhere = plan_of(store, "person", [HEADER, ("Anna Modelo", "Intendenta", "Tandil", "AR")])
    assert verdicts(elsewhere) == ["new"]


def test_several_phones_of_a_cell_are_parted_and_what_is_none_stays_in_the_notes(store: Store) -> None:
    row = ("Ana Modelo", None, "Rosario", "AR", "ana@example.org; no usar", "0341-4802000 / 4802222 / ver con Luis")
    plan = imported(store, "person", [HEADER, row])
    assert verdicts(plan) == ["new"]
    assert contacts(store) == [[("phone", "+543414802000"), ("email", "ana@example.org")]]
    notes = records(store, "person")[0]["notes"]
    assert notes == "Teléfono: 4802222\nTeléfono: ver con Luis\nCorreo electrónico: no usar"
    assert any("columna F: Al teléfono «4802222» le falta el código de área." in said for said in reasons(plan))
    assert verdicts(plan_of(store, "person", [HEADER, row])) == ["same"]


@pytest.mark.parametrize("cell", ["s/d", "-", "N/A", "  "])
def test_a_cell_that_says_that_there_is_no_phone_is_no_phone(store: Store, cell: str) -> None:
    plan = imported(store, "person", [("Nombre", "Teléfono"), ("Ana Modelo", cell)])
    assert (reasons(plan), records(store, "person")[0]["notes"]) == ([], None)


def test_a_phone_is_of_the_country_of_the_city(store: Store) -> None:
    add_city(store, "Canelones", "UY")
    imported(store, "person", [("Nombre", "Ciudad", "Tel."), ("Ana Modelo", "Canelones", 43322288)])
    assert contacts(store) == [[("phone", "+59843322288")]]


def test_name_and_surname_may_be_two_columns(store: Store) -> None:
    imported(store, "person", [("Nombre", "Apellido"), ("Ana", "Modelo")])
    assert [person["name"] for person in records(store, "person")] == ["Ana Modelo"]


def test_the_title_of_the_names_may_say_the_post(store: Store) -> None:
    imported(store, "person", [("Prefeito", "Município", "País"), ("JOSÉ DA SILVA MODELO", "Caxias do Sul", "Brasil")])
    (person,) = records(store, "person")
    assert (person["name"], person["post"], person["place"]) == ("José da Silva Modelo", "Prefeito", "Caxias do Sul")


def test_a_post_of_nowhere_stays_in_the_notes(store: Store) -> None:
    rows = [("Nombre", "Cargo"), ("Ana Modelo", "Asesora")]
    plan = imported(store, "person", rows)
    assert "Falta la ciudad u organismo del cargo, que queda en las notas." in reasons(plan)[0]
    assert records(store, "person")[0]["notes"] == "Cargo: Asesora"
    assert verdicts(plan_of(store, "person", rows)) == ["same"]


def test_the_dates_of_a_tenure_are_completed(store: Store) -> None:
    header = (*HEADER, "Desde", "Hasta", "Verificado el")
    imported(store, "person", [header, (*ANA, 2019, None, "01/02/2020")])
    plan = imported(store, "person", [header, (*ANA, "10/12/2019", "12/2023", "05/03/2019")])
    assert changes(plan) == [
        ("starts", PartialDate(2019), PartialDate(2019, 12, 10)),
        ("ends", None, PartialDate(2023, 12)),
    ]
    again = imported(store, "person", [header, (*ANA, "2024-01-01", None, None)])
    assert [change[0] for change in changes(again)] == ["post", "starts"], "a later term of the same post"
    assert len(records(store, "tenure")) == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((None, "Prensa", "Rosario", "AR"), "fila 2: Falta el nombre de la persona."),
        ((*ANA, "2020", "2019"), "columna H: El mandato termina antes de empezar."),
        ((*ANA, "mañana", None), "columna G: «mañana» no es una fecha."),
        (("Ana", CellError("#N/A")), "columna B: La celda tiene un error de la planilla: #N/A."),
        (("Ana", "P" * 201, "Rosario", "AR"), "columna B: El texto de «Cargo» tiene 201 caracteres y caben 200."),
    ],
)
def test_a_bad_value_refuses_its_row_and_says_where(store: Store, row: tuple[str, ...], reason: str) -> None:
    rows: Rows = [(*HEADER, "Desde", "Hasta"), row]
    plan = imported(store, "person", rows)
    assert verdicts(plan) == ["refused"]
    assert any(reason in said for said in reasons(plan)), reasons(plan)
    assert records(store, "municipality") == [], "the place of a refused row is not added"


def test_an_organisation_of_a_like_name_is_asked_about(store: Store) -> None:
    key = add(store, "organisation", name="Universidad Nacional de Rosario")
    rows = [("Nombre", "Institución"), ("Ana Modelo", "Universidad Nacional del Rosario")]
    plan = plan_of(store, "person", rows)
    assert (verdicts(plan), [one.id for one in plan.rows[0].candidates]) == (["doubtful"], [key])
    assert verdicts(imported(store, "person", rows, decisions={2: Decision(Answer.NEW)})) == ["new"]
    assert len(records(store, "organisation")) == 2
