"""Any part of a record in an order of its own has its panel by saying which columns, fields and words it has."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.reading import read_record
from app.words.words import mark
from tests.make import add
from ui.frame.window import Window
from ui.room.ordered_panel import Column, OrderedPanel, OrderedPart
from ui.work.workspace import Workspace

RESULTS = OrderedPart(
    owner="experience",
    part="results",
    columns=(Column("N.º", characters=3, right=True), Column("Resultado", "name")),
    edited=(("name",),),
    named="name",
    begun="Resultado nuevo",
    adding="Agregar resultado",
    empty="Nada.",
    hint="Elija uno.",
)


class ResultsPanel(OrderedPanel):
    label = mark("Resultados")


def shown(panel: OrderedPanel) -> list[tuple[str, ...]]:
    return [line.cells for line in panel.table.rows.lines]


def test_a_part_is_listed_added_to_moved_and_taken_from(opened: Window, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert isinstance(workspace, Workspace)
    key = add(workspace.store, "experience", name="Huerta", state="draft", permission="not_asked")
    for name in ("Uno", "Dos"):
        add(workspace.store, "experience_result", experience_id=key, name=name)
    panel = ResultsPanel(workspace, RESULTS)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    workspace.changed.connect(panel.refresh)
    record = read_record(workspace.store, "experience", key)
    panel.show_record(record)
    assert shown(panel) == [("1", "Uno"), ("2", "Dos")]
    assert panel.table.accessibleName() == "Resultados"
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown(panel) == [("1", "Dos"), ("2", "Uno")]
    panel.adding.click()
    assert shown(panel)[2] == ("3", "Resultado nuevo")
    QTest.keyClicks(panel.saver.boxes["name"].editor.input(), "Tres")  # all of what stood there is selected
    assert panel.flush()
    assert shown(panel)[2] == ("3", "Tres")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert shown(panel) == [("1", "Dos"), ("2", "Uno")]
    panel.hide()
