"""Rows of experiences: which each one is, its cities, themes and costs, and what refuses it."""

import pytest

from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.app.sheets.importing.plans import (
    changes,
    counts,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add, add_city

HEADER = ("title", "cities", "countries", "theme", "year")


def test_an_experience_names_its_cities_and_themes(store: Store) -> None:
    add_city(store, "Santa Fe", "AR", "AR-S")
    add_city(store, "Medellín", "CO", "CO-ANT")
    add(store, "theme", name="Cultura emprendedora")
    rows = [HEADER, ("Red socioproductiva", "Santa Fe; Medellín", "AR; CO", "cultura emprendedora", "2017-2018")]
    plan = imported(store, "experience", rows)
    assert verdicts(plan) == ["new"]
    (experience,) = records(store, "experience")
    assert experience["municipalities"] == "Medellín, Santa Fe"
    assert experience["themes"] == "Cultura emprendedora"
    assert (experience["starts"], experience["ends"]) == (PartialDate(2017), PartialDate(2018))
    assert (experience["state"], experience["permission"]) == ("draft", "not_asked")
    assert verdicts(plan_of(store, "experience", rows)) == ["same"]
    assert check(store) == []


def test_one_title_with_a_city_in_common_is_one_experience_and_without_it_two(store: Store) -> None:
    for name in ("Rosario", "Tandil", "Azul"):
        add_city(store, name)
    rows = [
        ("Título", "Ciudades", "Resumen"),
        ("Presupuesto participativo", "Rosario", None),
        ("Presupuesto participativo", "Tandil", None),
        ("presupuesto participativo", "Rosario; Azul", "Con los barrios."),
    ]
    plan = imported(store, "experience", rows)
    assert verdicts(plan) == ["new", "new", "changed"]
    assert changes(plan, 2) == [("summary", None, "Con los barrios."), ("municipalities", None, "Azul")]
    assert counts(plan_of(store, "experience", rows)) == (3, 0, 0, 3, 0, 0)


def test_an_experience_of_a_like_title_is_doubtful(store: Store) -> None:
    add(store, "experience", name="Mejoramiento de viviendas sociales")
    plan = plan_of(store, "experience", [("Título",), ("Mejoramiento de vivienda social",), ("Vivienda social",)])
    assert verdicts(plan) == ["doubtful", "new"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ((None, 7, None, None), "fila 2: Falta «Título»."),
        (("Compostaje", 7000, None, None), "columna B: Falta la moneda de «7000»."),
        (("Compostaje", None, 2019, 2018), "columna D: Termina antes de empezar."),
    ],
)
def test_a_bad_value_refuses_its_row_and_says_where(
    store: Store, row: tuple[str | int | None, ...], reason: str
) -> None:
    plan = plan_of(store, "experience", [("Título", "Costo", "Inicio", "Fin"), row])
    assert verdicts(plan) == ["refused"]
    assert any(reason in said for said in reasons(plan)), reasons(plan)
