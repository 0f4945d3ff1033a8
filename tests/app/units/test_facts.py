"""Behind each count of the grids stands the list of just what was counted, and sums count each thing once."""

from collections.abc import Sequence

import pytest

from app.line import Line
from app.records.reading import list_ids
from app.units import questions
from app.units.crossing import compose_axes, compose_lines
from app.units.facts import Facts
from app.units.grid import Grid
from app.units.overview import compose_overview
from tests.app.units.made import CULTURE, JOINT, SPORT, TOURISM, Made
from tests.make import SPANISH


@pytest.fixture(scope="module")
def grids(facts: Facts) -> Sequence[Grid]:
    return [compose(facts, SPANISH) for compose in (compose_overview, compose_lines, compose_axes)]


def said(grid: Grid) -> dict[str, list[str]]:
    return {row.text: [cell.said for cell in cells] for row, cells in zip(grid.rows, grid.cells, strict=True)}


def test_a_row_says_what_a_unit_did_and_how_its_report_stands(grids: Sequence[Grid]) -> None:
    rows = said(grids[0])
    assert rows[CULTURE] == [
        "Canelones",
        "Rosario",
        "2",
        "1 de 3 acciones cumplidas; avance 100% de 1 medida",
        "2 realizadas; 1 por realizar",
        "2",
        "Con la Comisión Directiva: 1",
        "Recibido el 30/09/2026",
    ]
    assert [row[-1] for row in rows.values()] == [
        "Sin pedir",
        "Recibido el 30/09/2026",
        "Falta; venció el 01/11/2026",
        "Sin pedir",
    ]
    assert grids[0].rows[0].detail == f"Reúne a: {CULTURE}, {SPORT}"


def test_units_cross_with_lines_and_a_sum_counts_an_activity_of_two_units_once(grids: Sequence[Grid]) -> None:
    rows = said(grids[1])
    assert [head.detail for head in grids[1].columns] == ["", "Vacante", "", ""]
    assert rows[CULTURE] == [
        "2 acciones; 1 actividad",
        "",
        "1 acción; 1 actividad",
        "3 acciones; 2 actividades",
    ]
    assert rows[SPORT] == ["", "", "2 actividades", "2 actividades"]
    assert rows["Total"] == ["2 acciones; 1 actividad", "", "1 acción; 2 actividades", "3 acciones; 3 actividades"]


def test_units_cross_with_axes_where_they_belong_and_do_things_together(grids: Sequence[Grid]) -> None:
    rows = said(grids[2])
    together = "1 actividad; 1 reunión"
    assert rows[CULTURE] == [f"Sí; {together}", f"1 eje; {together}"]
    assert (rows[TOURISM], rows[JOINT]) == (["Sí", "1 eje"], ["", ""])
    assert rows["Total"] == [f"3 unidades; {together}", ""]


def test_each_count_opens_the_list_of_just_that(made: Made, grids: Sequence[Grid]) -> None:
    ways: list[Line] = [line for grid in grids for row in grid.cells for cell in row for line in cell.ways]
    counted = [line for line in ways if line.query is not None]
    assert len(counted) > 20
    for line in counted:
        assert line.query is not None
        count = len(list_ids(made.store, line.query))
        wanted = "de 3 acciones" if "cumplida" in line.text else f"{count}"
        assert count
        assert wanted in line.text


def test_the_reports_are_listed_as_received_missing_and_late(made: Made, facts: Facts) -> None:
    asked = (questions.received, questions.missing, questions.late)
    found = [list(list_ids(made.store, ask(facts.term, facts.unit_ids))) for ask in asked]
    assert found == [[made["received"]], [made["late"]], [made["late"]]]
    assert len(list_ids(made.store, questions.absent_cities(facts.term))) == len(facts.absent or ())
