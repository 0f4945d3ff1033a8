"""Rows of any kind of record are planned from its declaration: by name and detail, with references and links."""

from app.records.catalog import Query
from app.records.reading import list_ids
from app.sheets.reading.workbook import CellValue
from db.store import Store
from tests.app.sheets.importing.plans import imported, plan_of, records, verdicts

BODIES: list[list[CellValue]] = [
    ["Nombre", "Tipo", "Depende de"],
    ["Consejo", "Comisión", None],
    ["Comisión Directiva", "Comisión", "Consejo"],
]


def test_a_body_finds_the_one_it_depends_on_and_comes_again_the_same(store: Store) -> None:
    imported(store, "body", BODIES[:2])
    assert verdicts(imported(store, "body", BODIES)) == ["same", "new"]
    assert [record["parent_id"] for record in records(store, "body") if record["name"] != "Consejo"] == ["Consejo"]
    assert verdicts(plan_of(store, "body", BODIES)) == ["same", "same"]


def test_a_record_is_found_by_its_other_names(store: Store) -> None:
    imported(store, "theme", [["Tema", "Nombre en portugués"], ["Cultura ciudadana", "Cultura cidadã"]])
    assert verdicts(plan_of(store, "theme", [["Tema"], ["cultura cidada"]])) == ["same"]
    assert verdicts(plan_of(store, "theme", [["Tema"], ["Juventud"]])) == ["new"]


def test_a_name_in_another_language_does_not_take_the_place_of_the_stored_one(store: Store) -> None:
    imported(store, "theme", [["Tema", "Nombre en portugués"], ["Cultura ciudadana", "Cultura cidadã"]])
    rows = [["Tema", "Línea de acción"], ["Cultura cidadã", "6"]]
    assert verdicts(imported(store, "theme", rows)) == ["changed"]
    [record] = records(store, "theme")
    assert (record["name"], record["plan_line"]) == ("Cultura ciudadana", "6")


def test_who_gives_the_key_of_a_record_can_call_it_as_it_is_called_in_another_language(store: Store) -> None:
    imported(store, "theme", [["Tema", "Nombre en portugués"], ["Cultura ciudadana", "Cultura cidadã"]])
    [key] = list_ids(store, Query("theme"))
    imported(store, "theme", [["Tema", "Identificador de Enlace"], ["Cultura cidadã", key]])
    assert [record["name"] for record in records(store, "theme")] == ["Cultura cidadã"]


def test_namesakes_are_told_apart_by_their_detail(store: Store) -> None:
    imported(
        store, "municipality", [["Ciudad", "País", "Provincia"], ["Rosario", "AR", "Santa Fe"], ["Azul", "AR", None]]
    )
    rows = [["Cargo", "Ciudad"], ["Dirección de Cultura", "Rosario"], ["Dirección de Cultura", "Azul"]]
    assert verdicts(imported(store, "post", rows)) == ["new", "new"]
    assert verdicts(plan_of(store, "post", rows)) == ["same", "same"]
    plan = plan_of(store, "post", [["Cargo"], ["Dirección de Cultura"]])
    assert verdicts(plan) == ["doubtful"]
    assert sorted(each.detail for each in plan.rows[0].candidates) == ["Azul", "Rosario"]


def test_new_records_in_an_order_go_last_in_their_list(store: Store) -> None:
    imported(store, "body", BODIES[:2])
    imported(store, "meeting", [["Reunión", "Instancia"], ["Reunión", "Consejo"]])
    rows: list[list[CellValue]] = [
        ["Texto", "Reunión", "Número"],
        ["Hacer una cosa", "Reunión", "1"],
        ["Hacer otra", "Reunión", "2"],
    ]
    assert verdicts(imported(store, "resolution", rows)) == ["new", "new"]
    assert [
        record["order"] for record in sorted(records(store, "resolution"), key=lambda each: str(each["number"]))
    ] == [1, 2]
    assert verdicts(plan_of(store, "resolution", rows)) == ["same", "same"]
