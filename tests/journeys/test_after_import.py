"""The end of an import leads on: to what came in, and to what the file still lacks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import TOUCHED_BY, Filter, Operator, Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids
from tests.journeys.hands import begin_file, import_sheet
from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.seeing import list_of, names_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard

SECRETARIAT = "Registrar la ciudad de la Secretaría Ejecutiva y las fechas de su gestión"
BOARD = "Cargar los integrantes de la Comisión Directiva"
CONTACTS = "Importar los contactos"


def begin(window: Window, folder: Path, qtbot: QtBot) -> None:
    begin_file(window, folder, qtbot)
    save_record(workspace_of(window).store, Draft("municipality", None, {"short_name": "Zapala", "country": "AR"}))
    window.show_room("ciudades")


def steps_of(wizard: ImportWizard) -> list[str]:
    return [button.text() for button in wizard.outcome.steps if not button.isHidden()]


def take(window: Window, wizard: ImportWizard, said: str, qtbot: QtBot) -> None:
    next(button for button in wizard.outcome.steps if button.text() == said).click()
    wait_until_idle(window, qtbot)


def begin_anew(window: Window, qtbot: QtBot) -> None:
    window.show_room("ciudades")
    press(window, "undo", qtbot)


def test_what_came_in_is_listed_and_a_line_says_of_which_import(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin(window, tmp_path, qtbot)
    wizard = import_sheet(window, cities_sheet(tmp_path), qtbot)
    wizard.outcome.seeing.click()
    wait_until_idle(window, qtbot)
    assert not wizard.isVisible()
    assert len(names_of(window)) == 4
    assert "Zapala" not in names_of(window)
    said = [chip.text.text() for chip in list_of(window).filters.chips]
    assert said == ["Operación: importación de 4 ciudades de padron.xlsx"]
    list_of(window).ask_for_all()
    wait_until_idle(window, qtbot)
    assert "Zapala" in names_of(window)


def test_what_an_operation_changed_in_a_part_lists_its_record(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin(window, tmp_path, qtbot)
    store = workspace_of(window).store
    azul = save_record(store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"})).id
    state = Rows((Draft("membership", None, {"state": "member"}),))
    changes = save_record(store, Draft("municipality", azul, {}, {"memberships": state})).changes
    came = Filter(TOUCHED_BY, Operator.EQUALS, changes.operation)
    assert list(list_ids(store, Query("municipality", filters=(came,)))) == [azul]


def test_the_end_offers_what_the_file_lacks_and_nothing_that_it_has(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(window, tmp_path, qtbot)
    wizard = import_sheet(window, cities_sheet(tmp_path), qtbot)
    assert steps_of(wizard) == [SECRETARIAT, BOARD, CONTACTS]
    press(window, "undo", qtbot)
    wizard.reject()
    store = workspace_of(window).store
    city = list_ids(store, Query("municipality"))[0]
    save_record(store, Draft("person", None, {"name": "Ana Ficticio"}))
    board = list_ids(store, Query("body", "Comisión Directiva"))[0]
    save_record(store, Draft("seat", None, {"body_id": board, "municipality_id": city, "role": "member"}))
    wizard = import_sheet(window, cities_sheet(tmp_path), qtbot)
    assert steps_of(wizard) == [SECRETARIAT]
    wizard.outcome.undoing.click()
    wait_until_idle(window, qtbot)
    assert wizard.outcome.next.isHidden()
    assert wizard.outcome.seeing.isHidden()


def test_each_step_leads_to_where_it_is_done(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin(window, tmp_path, qtbot)
    take(window, import_sheet(window, cities_sheet(tmp_path), qtbot), SECRETARIAT, qtbot)
    pane = pane_of(window)
    assert (pane.entity.name, pane.fresh) == ("period", True)
    begin_anew(window, qtbot)
    take(window, import_sheet(window, cities_sheet(tmp_path), qtbot), BOARD, qtbot)
    pane = pane_of(window)
    assert pane.entity.name == "body"
    assert pane.record is not None
    assert pane.record.title == "Comisión Directiva"
    assert pane.editing
    assert window.focusWidget() is pane.form.parts["seats"].rows[0].first.input()
    begin_anew(window, qtbot)
    take(window, import_sheet(window, cities_sheet(tmp_path), qtbot), CONTACTS, qtbot)
    wizard = window.dialog
    assert isinstance(wizard, ImportWizard)
    assert wizard.isVisible()
    assert wizard.file.entity == "person"
    wizard.reject()


def test_tab_comes_to_what_was_imported_before_what_is_next(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin(window, tmp_path, qtbot)
    outcome = import_sheet(window, cities_sheet(tmp_path), qtbot).outcome
    outcome.seeing.setFocus()
    stops: list[QWidget | None] = []
    for _ in range(4):
        stops.append(outcome.window().focusWidget())
        QTest.keyClick(outcome.window().focusWidget(), Qt.Key.Key_Tab)
    assert stops == [outcome.seeing, outcome.undoing, outcome.saving, outcome.steps[0]]


def test_two_rows_of_one_city_are_one_city_that_came_in(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin(window, tmp_path, qtbot)
    path = tmp_path / "doble.csv"
    rows = (
        "Ciudad;País;Provincia;Observaciones",
        "Tandil;Argentina;Buenos Aires;",
        "TANDIL ;Argentina;Buenos Aires;otra",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    wizard = import_sheet(window, path, qtbot)
    assert wizard.outcome.title.text() == "Se importó 1 ciudad."
    assert wizard.outcome.text.text() == "Puede deshacer la importación entera, ahora o más tarde, con Ctrl+Z."
    wizard.outcome.seeing.click()
    wait_until_idle(window, qtbot)
    assert names_of(window) == ["Tandil"]
    assert [chip.text.text() for chip in list_of(window).filters.chips] == [
        "Operación: importación de 1 ciudad de doble.csv"
    ]
