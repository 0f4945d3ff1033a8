"""The second page of an import: what each column is, recognised and corrected."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.importing.steps import load
from tests.ui.waiting import wait_until_idle
from ui.importing.wizard import COLUMNS, PLAN, ImportWizard


def test_columns_say_how_they_were_recognised_and_can_be_corrected(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.go_on()
    page = wizard.columns
    assert wizard.pages.currentIndex() == COLUMNS
    lines = {
        page.table.item(row, 1).text(): page.table.item(row, 3).text()  # type: ignore[union-attr]  # every row is filled
        for row in range(page.table.rowCount())
    }
    assert lines["Población"] == "Reconocida"
    assert lines["Color"] == "No se importa"
    assert "Se importarán 5 columnas. 1 no se importará." in page.summary.text()
    page.combos[5].setCurrentIndex(page.combos[5].findData("population_source"))
    page.combos[5].activated.emit(page.combos[5].currentIndex())
    assert page.table.item(5, 3).text() == "Elegida por usted"  # type: ignore[union-attr]  # as above
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.plan is not None
    assert any(change.target == "population_source" for row in wizard.plan.rows for change in row.changes)


def test_without_a_column_of_names_the_page_says_so(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.go_on()
    wizard.columns.choose(0, None)
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert not wizard.columns.problems.isHidden()
    assert "no se puede importar nada" in wizard.columns.problems.text.text()
    assert wizard.pages.currentIndex() == COLUMNS


def test_a_country_typed_and_entered_at_once_is_in_the_plan(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "ciudades.csv"
    path.write_text("Ciudad;Población\nCalama;165000\n", encoding="utf-8")
    load(wizard, path, qtbot)
    wizard.go_on()
    line = wizard.columns.country.input()
    wizard.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Chile")
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == PLAN
    assert wizard.going_on.text() == "Importar 1 fila"
