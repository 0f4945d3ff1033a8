"""Two changes of one record meet in the window, and neither is lost."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from app.records.reading import read_record
from app.sheets.importing.importing import apply_plan, make_plan, prepare, read_file, targets_of
from tests.journeys.hands import begin_file, begin_record, edit, save, write
from tests.make import CATALOG, SPANISH
from tests.ui.seeing import frame_of, news_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.form.part_row import PartRow
from ui.frame.window import Window
from ui.work.run import Advance


def rows_of(window: Window) -> list[PartRow]:
    return pane_of(window).form.parts["contact_points"].rows


def add_contact(window: Window, kind: str, value: str) -> None:
    """Add a way to reach the person, as the button does."""
    pane_of(window).form.parts["contact_points"].adding.click()
    row = rows_of(window)[-1]
    row.editors["kind"].set_value(kind)
    QTest.keyClicks(row.editors["value"].input(), value)


def contacts(window: Window, person: str) -> list[tuple[object, object]]:
    """Return the contacts of a person with their labels, as the file has them."""
    found = read_record(workspace_of(window).store, "person", person)
    assert found is not None
    return [(point.values["value"], point.values["label"]) for point in found.parts["contact_points"]]


def test_an_e_mail_that_redo_brings_back_stays_when_the_form_is_saved(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "contactos", qtbot)
    write(window, "name", "Luz Modelo")
    add_contact(window, "phone", "+59829000000")
    person = save(window, qtbot)
    edit(window)
    add_contact(window, "email", "luz@example.org")
    save(window, qtbot)
    edit(window)
    press(window, "undo", qtbot)
    assert len(rows_of(window)) == 1
    QTest.keyClicks(rows_of(window)[0].editors["label"].input(), "Despacho")
    frame_of(window).status.notices.buttons[0].click()  # "Rehacer": a form with changes keeps the command for its own
    wait_until_idle(window, qtbot)
    assert len(rows_of(window)) == 2
    assert rows_of(window)[0].editors["label"].value() == "Despacho"
    save(window, qtbot)
    assert contacts(window, person) == [("+59829000000", "Despacho"), ("luz@example.org", None)]


def test_a_phone_that_an_import_adds_stays_when_the_form_is_saved(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "contactos", qtbot)
    write(window, "name", "Luz Modelo")
    add_contact(window, "email", "luz@example.org")
    person = save(window, qtbot)
    write(window, "notes", "Llamar antes de la reunion")
    sheet = tmp_path / "contactos.csv"
    sheet.write_text("Nombre y apellido;Correo;Teléfono\nLuz Modelo;luz@example.org;+598 2900 0000\n", encoding="utf-8")
    store = workspace_of(window).store

    def work(_: Advance) -> Changes:
        prepared = prepare(read_file(sheet), targets_of(CATALOG, "person"))
        return apply_plan(store, make_plan(store, prepared.request(), SPANISH), SPANISH).changes

    workspace_of(window).write_beside(work, "Importando")
    wait_until_idle(window, qtbot)
    assert len(rows_of(window)) == 2
    assert pane_of(window).form.value("notes") == "Llamar antes de la reunion"
    save(window, qtbot)
    assert contacts(window, person) == [("luz@example.org", None), ("+59829000000", None)]
    assert news_of(window) == "Se guardó «Luz Modelo»."
    edit(window)
    assert room_of(window).record.form.value("notes") == "Llamar antes de la reunion"
