"""The third page of an import: what becomes of each row, filtered and answered."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.sheets.importing.importing import Answer, Verdict
from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from tests.ui.importing.steps import cell, chips, load, plan
from tests.ui.waiting import lay_out, wait_until_idle
from ui.importing.plan_model import NAME, VERDICT, WHAT
from ui.importing.wizard import FILE, PLAN, ImportWizard


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


def enter(wizard: ImportWizard, where: QWidget) -> None:
    """Press Enter where the keyboard is put."""
    where.setFocus()
    QTest.keyClick(where, Qt.Key.Key_Return)


def test_enter_on_a_row_opens_it_and_imports_nothing(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    plan(wizard, cities_sheet(tmp_path), qtbot)
    table, details = wizard.rows.table, wizard.rows.details
    table.selectRow(0)
    enter(wizard, table)
    assert wizard.focusWidget() is details.changes
    enter(wizard, details.changes)
    enter(wizard, details)
    assert wizard.applying is None
    assert wizard.pages.currentIndex() == PLAN
    doubtful = next(at for at in range(wizard.rows.rows.rowCount()) if cell(wizard, at, NAME) == "San Martín")
    table.selectRow(doubtful)
    lay_out()
    enter(wizard, table)
    answers = details.answers
    assert answers is not None
    assert wizard.focusWidget() is answers.buttons()[0]
    enter(wizard, answers.buttons()[0])
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == PLAN
    assert chips(wizard)[1] == "Nuevas 5"
    wizard.going_on.setFocus()
    QTest.keyClick(wizard.going_on, Qt.Key.Key_Return)
    wait_until_idle(wizard, qtbot)
    assert wizard.outcome.title.text() == "Se importaron 5 ciudades."


def test_enter_on_a_row_of_the_sheet_takes_it_for_the_titles(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.file.table.setCurrentIndex(wizard.file.rows.index(3, 0))
    enter(wizard, wizard.file.table)
    assert wizard.prepared is not None
    assert wizard.prepared.header.row == 4
    assert wizard.pages.currentIndex() == FILE
