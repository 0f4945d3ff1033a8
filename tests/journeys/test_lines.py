"""Each line of the plan by hand in the window: from its forms to the paper, the sheet and back."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.file.files import new_file
from app.plan import line_for
from app.plan.board import lines_in_order
from app.plan.evidencing import LINE_OF
from app.records.catalog import Query
from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.reading import list_ids, list_rows
from app.sheets.reading.read import open_workbook
from tests.journeys.hands import begin_file
from tests.journeys.line_hands import LATE, Line, Made, line_called
from tests.make import TODAY, add, everything, open_store
from tests.ui.seeing import workspace_of
from tests.ui.waiting import press
from ui.frame.window import Window

LINES: Mapping[str, Made] = {
    "1": Made("declaration", {"name": "Carta azul"}, "carta azul", "Carta azul", "step"),
    "2": Made("recommendation", {"name": "Aguas azules", "name_pt": "Águas"}, "aguas azules", "Aguas azules", "step"),
    "3": Made(
        "city_relation",
        {"municipality_id": "Azul", "other_municipality_id": "Canelones", "kind": "policy", "act": "Acta marítima"},
        "acta maritima",
        "Acta marítima",
        "commitment",
    ),
    "4": Made(
        "network_membership",
        {"municipality_id": "Azul", "organisation_id": "Red Celeste", "role": "vocalía"},
        "vocalia",
        "vocalía",
        "commitment",
    ),
    "5": Made(
        "project",
        {"name": "Huertas azules", "starts": "04/2026", "months": "6", "state": "running"},
        "huertas",
        "Huertas azules",
    ),
    "6": Made("study", {"name": "Diagnóstico azul", "due_on": LATE}, "diagnostico", "Diagnóstico azul"),
    "7": Made("need", {"name": "Residuos", "municipality_id": "Azul", "until": LATE}, "residuos", "Residuos"),
    "9": Made("axis", {"name": "Eje azul"}, "eje azul", "Eje azul", "commitment"),
    "10": Made(
        "activity", {"name": "Jornada azul", "starts_on": "25/11/2026"}, "jornada", "Jornada azul", "commitment"
    ),
}
"""Of each line a kind of its records that is of no other; the eighth is vacant.

What else belongs to a line goes the same way, without the window, in `test_forum_lines.py`.
"""

PAPERS: Mapping[str, str] = {
    "1": "resoluciones.declaration",
    "2": "fccr.recommendation",
    "3": "ciudades.city_relation",
    "4": "organismos.networks",
    "5": "convenios.project",
    "6": "convenios.study",
    "7": "experiencias.need",
    "9": "unidades.axis",
    "10": "agenda.month",
}
"""Which page or list of the room of each line is put on paper: its own, or the report that the list leads to."""

IN_SAMPLE = ("3", "7", "9")
"""The lines that are gone in the sample too, as far as they are found: there all else goes as in a new file.

What the sample has of every other kind is exported and imported back in `test_forum_lines.py`.
"""

NAMED = {"4": "Red Celeste"}
"""What that paper names, where it is not what the record is called."""


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new file with two cities and a network, once for the lines to copy: what all of them refer to."""
    path = tmp_path_factory.mktemp("begun") / "Red.enlace"
    with new_file(path, None, author="Ana Ejemplo", clock=lambda: TODAY) as store:
        for name in ("Azul", "Canelones"):
            member = Rows((Draft("membership", None, {"state": "member"}),))
            save_record(
                store, Draft("municipality", None, {"short_name": name, "country": "UY"}, {"memberships": member})
            )
        add(store, "organisation", name="Red Celeste", kind="network")
    return path


@pytest.fixture
def line(window: Window, begun: Path, tmp_path: Path, qtbot: QtBot) -> Line:
    """Open a copy of the new file, at what is due."""
    path = tmp_path / "Red.enlace"
    path.write_bytes(begun.read_bytes())
    window.take_store(open_store(path), "vencimientos")
    return Line(window, tmp_path, qtbot)


@pytest.mark.parametrize("number", LINES)
def test_each_line_from_a_new_file(number: str, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    made, store = LINES[number], workspace_of(line.window).store
    before = everything(store)
    line.create(made)
    line.show_evidence(made, number)
    line.owe(made)
    after = everything(store)
    assert line.see_on_inicio() == 1
    line.see_due(made)
    line.find(made)
    line.print_sheet(made)
    line.export_and_import(made, monkeypatch)
    line.print_room(PAPERS[number], NAMED.get(number, made.shown))
    assert everything(store) == after
    line.press_keys(Qt.Key.Key_Z, line.done)
    assert everything(store) == before
    line.press_keys(Qt.Key.Key_Y)
    assert list_ids(store, Query(made.entity)) == [line.made[made.entity].id]


@pytest.mark.parametrize("look", [("es", 100)], indirect=True)
def test_each_line_in_the_sample(look: Window, tmp_path: Path, qtbot: QtBot) -> None:
    line, store = Line(look, tmp_path, qtbot), workspace_of(look).store
    late, before = line.see_on_inicio(), everything(store)
    assert line.said_vacant() == ["8"]
    for number in IN_SAMPLE:
        line.create(LINES[number])
        line.find(LINES[number])
    assert line.see_on_inicio() == late + 1
    line.press_keys(Qt.Key.Key_Z, line.done)
    assert everything(store) == before


def test_the_line_without_text_stays_vacant(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_file(window, tmp_path, qtbot)
    line, store = Line(window, tmp_path, qtbot), workspace_of(window).store
    line.create(Made("municipality", {"short_name": "Azul", "country": "UY"}, "azul", "Azul"))
    vacant, _ = line_called(window, "8")
    line.see_on_inicio()
    assert line.said_vacant() == ["8"]
    window.show_room("plan")
    line.rest()
    assert line.said_vacant() == ["8"]
    press(window, "print", qtbot)
    line.save_paper("Vacante en el documento")
    line.export_and_import(Made("plan_line", {}, "", ""), monkeypatch)
    rows = open_workbook(tmp_path / "plan_line.xlsx").sheets[0].rows
    assert [str(row[1]) for row in rows if str(row[0]) == "8"] == ["Vacante en el documento"]
    assert vacant not in {line_for(store, entity) for entity in LINE_OF}
    assert list_rows(store, "plan_line", ("number", "vacant", "action_count"), [vacant]) == [("8", True, 0)]
    numbers = [row[0] for row in list_rows(store, "plan_line", ("number",), list_ids(store, lines_in_order(None)))]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
