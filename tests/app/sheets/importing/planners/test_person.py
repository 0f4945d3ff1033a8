"""Rows of people: who each one is, where they work, and what of a row is kept though no field takes it."""

import pytest

from app.sheets.importing.rows import Answer, Decision, Verdict
from app.sheets.reading.workbook import CellError
from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.app.sheets.importing.planners.people import ANA, HEADER
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


def test_a_row_without_name_is_refused_though_a_person_calls_it_new(store: Store) -> None:
    shared = "equipo@example.org"
    for name in ("Ana Modelo", "Luis Prueba"):
        add(store, "contact_point", person_id=add(store, "person", name=name), kind="email", value=shared)
    rows: Rows = [
        ("Nombre", "Correo", "Correo 2"),
        ("Zoe Muestra", "zoe@example.org", None),
        (None, "otra@example.org", shared),
        (None, "otra@example.org", None),
    ]
    plan = plan_of(store, "person", rows, decisions={3: Decision(Answer.NEW)})
    assert verdicts(plan) == ["new", "refused", "refused"]
    assert "Falta el nombre de la persona." in reasons(plan, 1)[0]


def test_a_row_without_name_is_known_by_an_email_that_a_later_row_says(store: Store) -> None:
    rows = [
        ("Nombre", "Correo", "Notas"),
        (None, "ana@example.org", "Una."),
        ("Ana Modelo", "ana@example.org", "Otra."),
    ]
    assert verdicts(imported(store, "person", rows)) == ["changed", "new"]
    assert records(store, "person")[0]["notes"] == "Otra.\nUna."
    assert verdicts(plan_of(store, "person", rows)) == ["same", "same"]


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


def test_an_answer_about_the_city_says_nothing_of_who_the_person_is(store: Store) -> None:
    imported(store, "person", [("Nombre", "Correo"), ("Ana Modelo", "intendencia@example.org")])
    cities = [add_city(store, "Avellaneda", "AR", subdivision) for subdivision in ("AR-B", "AR-S")]
    rows = [("Nombre", "Ciudad", "País", "Correo"), ("Luis Prueba", "Avellaneda", "AR", "intendencia@example.org")]
    at_place = Decision(Answer.SAME_AS, cities[1])
    (row,) = plan_of(store, "person", rows, decisions={2: at_place}).rows
    assert (row.verdict, row.asked, row.place) == (Verdict.DOUBTFUL, None, at_place)
    assert [one.title for one in row.candidates] == ["Ana Modelo"]
    (row,) = plan_of(store, "person", rows, decisions={2: Decision(Answer.NEW, place=at_place)}).rows
    assert (row.verdict, row.place) == (Verdict.NEW, at_place)
    assert [one.title for one in row.candidates] == ["Ana Modelo"], "the answer can be seen and changed"
