"""The import wizard: what is read, what is recognised, what would happen, and what happened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from app.sheets.importing.importing import Answer, Verdict, prepare, read_file, targets_of
from tests.make import CATALOG
from tests.ui.importing.spreadsheets import CITIES, cities_sheet
from ui.frame.window import Window
from ui.importing.plan_model import NAME, VERDICT, WHAT
from ui.importing.wizard import COLUMNS, FILE, PLAN, RESULT, ImportWizard


@pytest.fixture
def wizard(opened: Window) -> Iterator[ImportWizard]:
    assert opened.workspace is not None
    made = ImportWizard(opened.workspace, "municipality", opened)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


def load(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    wizard.load(path)
    qtbot.waitUntil(lambda: wizard.prepared is not None)


def plan(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    load(wizard, path, qtbot)
    wizard.go_on()
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == PLAN)


def importing(wizard: ImportWizard, path: Path, qtbot: QtBot) -> None:
    plan(wizard, path, qtbot)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == RESULT)


def cities(window: Window) -> int:
    assert window.workspace is not None
    return len(list_ids(window.workspace.store, Query("municipality")))


def cell(wizard: ImportWizard, row: int, column: int) -> str:
    return str(wizard.rows.rows.index(row, column).data())


def chips(wizard: ImportWizard) -> list[str]:
    return [chip.text() for chip in wizard.rows.chips.values()]


def decide(wizard: ImportWizard, name: str, answer: Answer, qtbot: QtBot) -> None:
    model = wizard.rows.rows
    row = next(at for at in range(model.rowCount()) if cell(wizard, at, NAME) == name)
    wizard.rows.table.selectRow(row)
    before = wizard.plan
    wizard.rows.answer(answer)
    qtbot.waitUntil(lambda: wizard.plan is not before)


def test_the_titles_are_found_below_what_stands_above_them(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    assert not wizard.going_on.isEnabled()
    load(wizard, cities_sheet(tmp_path), qtbot)
    assert wizard.file.file.text() == "padron.xlsx"
    assert wizard.file.header.value() == 3
    assert wizard.file.sheets.currentText() == "Ciudades"
    assert wizard.file.rows.headerData(2, Qt.Orientation.Vertical) == "▸ 3"
    assert wizard.going_on.isEnabled()


def test_a_click_on_another_row_makes_it_the_titles(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.file.table.clicked.emit(wizard.file.rows.index(0, 0))
    assert wizard.file.header.value() == 1
    assert wizard.prepared is not None
    assert wizard.prepared.header.titles[0] == "Padrón de ciudades 2009"
    wizard.file.untitled.click()
    assert wizard.prepared.header.row is None


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
    assert "5 columnas se importan. 1 no se importa." in page.summary.text()
    page.combos[5].setCurrentIndex(page.combos[5].findData("population_source"))
    page.combos[5].activated.emit(page.combos[5].currentIndex())
    assert page.table.item(5, 3).text() == "Elegida por usted"  # type: ignore[union-attr]  # as above
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.plan is not None)
    assert wizard.plan is not None
    assert any(change.target == "population_source" for row in wizard.plan.rows for change in row.changes)


def test_without_a_column_of_names_the_page_says_so(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.go_on()
    wizard.columns.choose(0, None)
    wizard.go_on()
    qtbot.waitUntil(lambda: not wizard.columns.problems.isHidden())
    assert "no se puede importar nada" in wizard.columns.problems.text.text()
    assert wizard.pages.currentIndex() == COLUMNS


def test_the_verdicts_add_up_to_the_rows_and_can_be_filtered(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    plan(wizard, cities_sheet(tmp_path), qtbot)
    assert chips(wizard) == ["Todas 6", "Nuevas 4", "Cambian 0", "Iguales 0", "Dudosas 1", "Rechazadas 1"]
    assert [cell(wizard, row, NAME) for row in range(2)] == ["Avellaneda", "Avellaneda"]
    assert "Santa Fe" in cell(wizard, 1, WHAT)
    wizard.rows.chips[Verdict.DOUBTFUL].click()
    assert wizard.rows.rows.rowCount() == 1
    assert (cell(wizard, 0, NAME), cell(wizard, 0, VERDICT)) == ("San Martín", "Dudosa")
    assert "existe en varias provincias" in wizard.rows.details.reasons.text()
    wizard.rows.chips[Verdict.REFUSED].click()
    assert "padron.xlsx, hoja Ciudades, fila 9, columna D" in wizard.rows.details.reasons.text()


def test_nothing_is_written_before_importing(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    before = cities(opened)
    plan(wizard, cities_sheet(tmp_path), qtbot)
    wizard.reject()
    assert cities(opened) == before


def test_a_doubtful_row_is_imported_once_somebody_says_that_it_is_new(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    before = cities(opened)
    plan(wizard, cities_sheet(tmp_path), qtbot)
    decide(wizard, "San Martín", Answer.NEW, qtbot)
    assert chips(wizard)[:2] == ["Todas 6", "Nuevas 5"]
    assert wizard.going_on.text() == "Importar 5 filas"
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == RESULT)
    assert cities(opened) == before + 5


def test_a_doubtful_row_can_be_left_out_by_keyboard(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    plan(wizard, cities_sheet(tmp_path), qtbot)
    wizard.rows.chips[Verdict.DOUBTFUL].click()
    before = wizard.plan
    QTest.keyClick(wizard.rows.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: wizard.plan is not before)
    assert cell(wizard, 0, VERDICT) == "Dudosa · Queda afuera"


def test_a_doubtful_row_can_be_one_of_the_cities_that_it_resembles(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    before = cities(opened)
    rows = (CITIES[0], ("Canelonnes", "Uruguay", "Canelones", 520_000, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    labels = [button.text() for button in wizard.rows.details.answers.buttons()]  # type: ignore[union-attr]  # it asks
    assert any(text.startswith("Es la misma que Canelones (Uruguay") for text in labels)
    decide(wizard, "Canelonnes", Answer.SAME_AS, qtbot)
    assert chips(wizard)[2] == "Cambian 1"
    assert wizard.rows.details.changes.item(0, 2) is not None
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == RESULT)
    assert cities(opened) == before


def test_several_doubtful_rows_are_answered_at_once(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    rows = (CITIES[0], CITIES[4], ("Rivadavia", "Argentina", "", 100, "", ""))
    plan(wizard, cities_sheet(tmp_path, rows), qtbot)
    wizard.rows.table.selectAll()
    assert wizard.rows.many_label.text() == "Para las 2 filas elegidas:"
    wizard.rows.answer(Answer.NEW)
    qtbot.waitUntil(lambda: chips(wizard)[1] == "Nuevas 2")


def test_an_import_is_undone_whole_and_the_second_time_nothing_changes(
    wizard: ImportWizard, opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    before, path = cities(opened), cities_sheet(tmp_path)
    importing(wizard, path, qtbot)
    assert wizard.outcome.title.text() == "Se importaron 4 ciudades."
    numbers = [label.text() for label in wizard.outcome.numbers.values()]
    assert numbers == ["4", "0", "0", "1", "1"]
    assert cities(opened) == before + 4
    wizard.undo()
    qtbot.waitUntil(lambda: cities(opened) == before)
    wizard._show_page(FILE)  # noqa: SLF001  # as a second wizard would begin
    importing(wizard, path, qtbot)
    assert cities(opened) == before + 4
    wizard._show_page(FILE)  # noqa: SLF001  # as a third one
    importing(wizard, path, qtbot)
    assert wizard.outcome.title.text() == "Nada cambió"
    assert wizard.outcome.undoing.isHidden()
    assert cities(opened) == before + 4


def test_the_rows_that_did_not_go_in_are_saved_with_their_reasons(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    importing(wizard, cities_sheet(tmp_path), qtbot)
    target = tmp_path / "resto.xlsx"
    wizard.save_rest(target)
    qtbot.waitUntil(lambda: not wizard.outcome.notices.isHidden())
    sheet = read_file(target).sheets[0]
    assert [row[0] for row in sheet.rows[1:]] == ["San Martín", "Guarulhos"]
    assert "existe en varias provincias" in str(sheet.rows[1][-1])
    again = prepare(read_file(target), targets_of(CATALOG, "municipality"))
    assert {"short_name", "country", "population"} <= again.matching.matched


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "está vacío"),
        (b"PK\x03\x04 cut short", "dañado o incompleto"),
        (b"\x89PNG\r\n\x1a\n", "vacia.xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_its_place(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, content: bytes, said: str
) -> None:
    path = tmp_path / "vacia.xlsx"
    path.write_bytes(content)
    wizard.load(path)
    qtbot.waitUntil(lambda: not wizard.file.problems.isHidden())
    assert said in wizard.file.problems.text.text()
    assert not wizard.going_on.isEnabled()
    assert path.read_bytes() == content


def test_each_step_is_named_and_the_present_one_stands_out(wizard: ImportWizard) -> None:
    said = [label.text() for label in wizard.steps]
    assert said == ["1. Archivo", "2. Columnas", "3. Qué va a pasar", "4. Resultado"]
    assert [label.property("role") for label in wizard.steps] == ["heading", "quiet", "quiet", "quiet"]


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
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == PLAN)
    assert wizard.going_on.text() == "Importar 1 fila"
