"""Rows that are right each by itself and wrong together are refused in the plan, each with its place."""

import pytest

from app.sheets.importing.importing import apply_plan
from db.store import Store
from tests.app.sheets.importing.plans import Rows, imported, plan_of, reasons, records, verdicts
from tests.make import SPANISH, add, add_city

NAMED = ("Azul", "Bragado", "Colón")

TOGETHER = [
    (
        "theme",
        [["Tema", "Dentro de"], ["Cultura", "Museos"], ["Museos", "Cultura"]],
        ["refused", "refused"],
        "depender",
    ),
    (
        "body",
        [["Nombre", "Tipo", "Depende de"], ["Una", "Consejo", "Otra"], ["Otra", "Consejo", "Una"]],
        ["refused", "refused"],
        "depender de sí misma",
    ),
    ("body", [["Nombre", "Tipo", "Depende de"], ["Una", "Consejo", "Una"]], ["refused"], "depender de sí misma"),
    ("plan_line", [["Número", "Título corto"], ["40", "Una"], ["40", "Otra"]], ["new", "refused"], "línea «40»"),
    ("office", [["Oficina"], ["Una"], ["Otra"]], ["new", "refused"], "sin gestión"),
    (
        "meeting",
        [["Reunión", "Instancia", "Código"], ["R1", "Foro", "XX"], ["R2", "Foro", "XX"]],
        ["new", "refused"],
        "«XX» ya es de «R1»",
    ),
    (
        "adoption",
        [
            ["Experiencia", "Ciudad que adopta", "Ciudad que la da"],
            ["Huerta", "Bragado", "Azul"],
            ["Huerta", "Colón", "Bragado"],
            ["Huerta", "Azul", "Colón"],
        ],
        ["refused"] * 3,
        "La cadena de adopciones vuelve",
    ),
]


@pytest.mark.parametrize(("entity", "rows", "wanted", "words"), TOGETHER)
def test_what_is_wrong_among_rows_is_said_with_the_row(
    store: Store, entity: str, rows: Rows, wanted: list[str], words: str
) -> None:
    for name in NAMED:
        add_city(store, name)
    add(store, "body", name="Foro", kind="forum")
    add(store, "experience", name="Huerta")
    before = records(store, entity)
    plan = plan_of(store, entity, rows)
    assert verdicts(plan) == wanted
    (said,) = reasons(plan, len(rows) - 2)
    assert said.startswith(f"prueba.xlsx, hoja Hoja1, fila {len(rows)}")
    assert words in said
    apply_plan(store, plan, SPANISH)
    assert len(records(store, entity)) == len(before) + wanted.count("new"), "nothing of a refused row is written"


def test_what_depends_on_a_refused_row_falls_with_it(store: Store) -> None:
    rows: Rows = [
        ["Nombre", "Tipo", "Depende de", "Existe desde", "Existió hasta"],
        ["Hoja", "Consejo", "Rama", None, None],
        ["Rama", "Consejo", "Tronco", None, None],
        ["Tronco", "Consejo", None, "2010", "2005"],
        ["Otra", "Consejo", None, "2008", "2008-03"],
    ]
    plan = imported(store, "body", rows)
    assert verdicts(plan) == ["refused", "refused", "refused", "new"]
    assert "fila 3: Depende de lo que trae la fila 4, que se rechaza." in reasons(plan, 1)[0]
    assert [each["name"] for each in records(store, "body")] == ["Otra"]
    assert verdicts(plan_of(store, "body", rows)) == ["refused", "refused", "refused", "same"]


def test_what_only_leads_to_a_circle_of_other_rows_is_right(store: Store) -> None:
    for name in ("Una", "Otra", "Tercera"):
        add(store, "theme", name=name)
    rows: Rows = [["Tema", "Dentro de"], ["Una", "Otra"], ["Otra", "Una"], ["Tercera", "Una"]]
    assert verdicts(imported(store, "theme", rows)) == ["refused", "refused", "changed"]


def test_what_says_something_else_of_a_record_stays_where_another_row_makes_it_wrong(store: Store) -> None:
    one = add(store, "body", name="Una", kind="board")
    add(store, "body", name="Otra", kind="board", parent_id=one)
    rows: Rows = [
        ["Nombre", "Tipo", "Sigla", "Depende de"],
        ["Una", "Consejo", None, "Otra"],
        ["Otra", "Consejo", "OT", None],
        ["Una", "Consejo", "UN", None],
        ["Una", "Consejo", None, "Otra"],
    ]
    plan = imported(store, "body", rows)
    assert verdicts(plan) == ["refused", "changed", "changed", "refused"]
    assert {each["name"]: (each["acronym"], each["parent_id"]) for each in records(store, "body")} == {
        "Una": ("UN", ""),
        "Otra": ("OT", "Una"),
    }


def test_a_row_that_only_repeats_what_is_refused_is_refused_too(store: Store) -> None:
    rows: Rows = [["Tema", "Dentro de"], ["Una", "Otra"], ["Otra", "Una"], ["Una", "Otra"], ["Otra", None]]
    assert verdicts(imported(store, "theme", rows)) == ["refused"] * 4
    assert "Una" not in {each["name"] for each in records(store, "theme")}
