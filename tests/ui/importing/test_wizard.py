"""The import wizard as a whole: nothing is written before importing, and what went in comes out again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.sheets.importing.importing import Answer, prepare, read_file, targets_of
from tests.make import CATALOG
from tests.make_sheets import make_xlsx
from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.importing.steps import chips, cities, decide, importing, load, plan, take_in
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import COLUMNS, FILE, PLAN, ImportWizard


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
    take_in(wizard, qtbot)
    assert cities(opened) == before + 5


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
    wait_until_idle(opened, qtbot)
    assert cities(opened) == before
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
    wait_until_idle(wizard, qtbot)
    assert not wizard.outcome.notices.isHidden()
    sheet = read_file(target).sheets[0]
    assert [row[0] for row in sheet.rows[1:]] == ["San Martín", "Guarulhos"]
    assert "existe en varias provincias" in str(sheet.rows[1][-1])
    again = prepare(read_file(target), targets_of(CATALOG, "municipality"))
    assert {"short_name", "country", "population"} <= again.matching.matched


def test_each_step_is_named_and_the_present_one_stands_out(wizard: ImportWizard) -> None:
    said = [label.text() for label in wizard.steps]
    assert said == ["1. Archivo", "2. Columnas", "3. Qué va a pasar", "4. Resultado"]
    assert [label.property("role") for label in wizard.steps] == ["heading", "quiet", "quiet", "quiet"]


def test_a_sheet_of_another_kind_is_taken_as_it_looks_by_one_link_within_the_step(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    assert opened.workspace is not None
    wizard = ImportWizard(opened.workspace, "person", opened)
    wizard.show()
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.go_on()
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == COLUMNS
    assert wizard.kind_offer.said.text() == (
        "La planilla se toma como de contactos, pero por sus columnas parece de ciudades."
    )
    assert wizard.kind_offer.link is not None
    assert wizard.kind_offer.link.said == "Tomarla como planilla de ciudades"
    wizard.kind_offer.link.click()
    assert wizard.pages.currentIndex() == COLUMNS
    assert wizard.file.holds.currentText() == "Ciudades"
    assert wizard.columns.problems.isHidden()
    assert wizard.kind_offer.isHidden()
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == PLAN
    assert wizard.going_on.text() == "Importar 4 filas"
    wizard.done(0)
    wizard.deleteLater()


def test_what_a_sheet_looks_like_is_said_no_more_once_another_file_is_read(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    people = [("Nombre y apellido", "Cargo", "Correo"), ("Ana Ficticio", "Intendenta", "ana@example.org")]
    load(wizard, make_xlsx(tmp_path / "contactos.xlsx", {"Hoja": people}), qtbot)
    assert wizard.kind_offer.isVisible()
    load(wizard, cities_sheet(tmp_path), qtbot)
    assert wizard.kind_offer.isHidden()
