"""The third page of an import: what becomes of each row, filtered and answered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.sheets.importing.importing import Answer, Verdict
from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from tests.ui.importing.steps import cell, chips, plan
from tests.ui.waiting import wait_until_idle
from ui.importing.plan_model import NAME, VERDICT, WHAT
from ui.importing.wizard import ImportWizard


def test_the_verdicts_add_up_to_the_rows_and_can_be_filtered(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    plan(wizard, cities_sheet(tmp_path), qtbot)
    assert chips(wizard) == ["Todas 6", "Nuevas 4", "Cambian 0", "Iguales 0", "A decidir 1", "Rechazadas 1"]
    assert [cell(wizard, row, NAME) for row in range(2)] == ["Avellaneda · Buenos Aires", "Avellaneda · Santa Fe"]
    assert "Santa Fe" in cell(wizard, 1, WHAT)
    wizard.rows.chips[Verdict.DOUBTFUL].click()
    assert wizard.rows.rows.rowCount() == 1
    assert (cell(wizard, 0, NAME), cell(wizard, 0, VERDICT)) == ("San Martín", "A decidir")
    assert "existe en varias provincias" in wizard.rows.details.reasons.text()
    wizard.rows.chips[Verdict.REFUSED].click()
    assert "padron.xlsx, hoja Ciudades, fila 9, columna D" in wizard.rows.details.reasons.text()


def test_a_doubtful_row_can_be_left_out_by_keyboard(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    plan(wizard, cities_sheet(tmp_path), qtbot)
    wizard.rows.chips[Verdict.DOUBTFUL].click()
    before = wizard.plan
    QTest.keyClick(wizard.rows.table, Qt.Key.Key_Delete)
    wait_until_idle(wizard, qtbot)
    assert wizard.plan is not before
    assert cell(wizard, 0, VERDICT) == "A decidir · Queda afuera"


def test_several_doubtful_rows_are_answered_at_once(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    rows = (CITIES[0], CITIES[4], ("Rivadavia", "Argentina", "", 100, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    wizard.rows.table.selectAll()
    assert wizard.rows.many_label.text() == "Para las 2 filas seleccionadas:"
    wizard.rows.answer(Answer.NEW)
    wait_until_idle(wizard, qtbot)
    assert chips(wizard)[1] == "Nuevas 2"
