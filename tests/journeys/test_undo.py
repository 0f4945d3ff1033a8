"""Undo acts on what is seen: on the form while it has changes, and on the file once all is saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from app.records.reading import read_record
from tests.journeys.hands import begin_file, begin_record, count, edit, save, type_into, write
from tests.ui.seeing import frame_of, news_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.room.place_line import PlaceLine

SANTA_FE, COLONIA = "Santa Fe · Argentina", "Colonia · Uruguay"


def undo(window: Window, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Z) -> None:
    """Press Ctrl+Z where the keyboard is."""
    wait_until_idle(window, qtbot)
    QTest.keyClick(window.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle(window, qtbot)


def said(window: Window, qtbot: QtBot) -> str:
    """Return what the menu says that it would undo."""
    wait_until_idle(window, qtbot)
    return window.commands["undo"].text()


def begin_luz(window: Window, folder: Path, qtbot: QtBot) -> str:
    """Save a contact with two ways to reach her, in two operations."""
    begin_file(window, folder, qtbot)
    begin_record(window, "contactos", qtbot)
    write(window, "name", "Luz Modelo")
    save(window, qtbot)
    edit(window)
    grid = pane_of(window).form.parts["contact_points"]
    for value in ("uno@example.org", "dos@example.org"):
        grid.adding.click()
        grid.rows[-1].editors["kind"].set_value("email")
        QTest.keyClicks(grid.rows[-1].editors["value"].input(), value)
    key = save(window, qtbot)
    edit(window)
    return key


def mails(window: Window) -> list[object]:
    return [row.editors["value"].value() for row in pane_of(window).form.parts["contact_points"].rows]


def test_ctrl_z_in_a_form_gives_back_the_fields_and_rows_one_by_one_and_nothing_of_the_file(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    key = begin_luz(window, tmp_path, qtbot)
    form = pane_of(window).form
    notes, name = form.boxes["notes"].editor, form.boxes["name"].editor
    type_into(name.input(), "Luz Modela")
    QTest.keyClick(name.input(), Qt.Key.Key_Tab)
    type_into(notes.input(), "Llamar antes")
    form.parts["contact_points"].rows[0].buttons[-1].click()
    assert said(window, qtbot) == "Deshacer: fila quitada de «Teléfonos, correos y direcciones»"
    assert mails(window) == ["dos@example.org"]

    undo(window, qtbot)
    assert mails(window) == ["uno@example.org", "dos@example.org"]
    assert said(window, qtbot) == "Deshacer: cambio en «Notas»"
    undo(window, qtbot)
    assert (notes.value(), name.value()) == (None, "Luz Modela")
    undo(window, qtbot)
    assert name.value() == "Luz Modelo"
    assert not pane_of(window).dirty
    found = read_record(workspace_of(window).store, "person", key)
    assert found is not None
    assert len(found.parts["contact_points"]) == 2, "nothing of the file was taken back"
    assert said(window, qtbot) == "Deshacer: cambio en contacto «Luz Modelo»"

    undo(window, qtbot, Qt.Key.Key_Y)
    assert name.value() == "Luz Modela"
    undo(window, qtbot, Qt.Key.Key_Y)
    undo(window, qtbot, Qt.Key.Key_Y)
    assert (notes.value(), mails(window)) == ("Llamar antes", ["dos@example.org"])
    save(window, qtbot)
    assert said(window, qtbot) == "Deshacer: cambio en contacto «Luz Modelo»"
    press(window, "undo", qtbot)
    edit(window)
    assert mails(window) == ["uno@example.org", "dos@example.org"]


def test_what_a_text_has_of_its_own_is_taken_back_first(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_luz(window, tmp_path, qtbot)
    name = pane_of(window).form.boxes["name"].editor
    grid = pane_of(window).form.parts["contact_points"]
    grid.rows[0].buttons[-1].click()
    name.input().setFocus()
    QTest.keyClicks(name.input(), "x")
    undo(window, qtbot)
    assert name.value() == "Luz Modelo"
    assert mails(window) == ["dos@example.org"], "the row was taken away before"
    undo(window, qtbot)
    assert mails(window) == ["uno@example.org", "dos@example.org"]


def test_a_place_gives_way_to_the_next_and_what_the_person_wrote_stays(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "ciudades", qtbot)
    before = count(window, "municipality")
    choose_place(window, SANTA_FE)
    form = pane_of(window).form
    assert (form.value("subdivision"), form.value("official_code")) == ("AR-S", "82084")
    write(window, "web", "https://rosario.example.org")
    type_into(form.boxes["population"].editor.input(), "26000")
    type_into(form.boxes["population_year"].editor.input(), "2011")
    choose_place(window, COLONIA)
    assert (form.value("country"), form.value("subdivision")) == ("UY", "UY-CO")
    assert form.value("official_code") is None, "Uruguay gives none: that of Santa Fe goes"
    assert (form.value("population"), form.value("web")) == (26_000, "https://rosario.example.org")
    assert said(window, qtbot) == "Deshacer: lugar elegido: Rosario"
    undo(window, qtbot)
    assert (form.value("subdivision"), form.value("official_code")) == ("AR-S", "82084")
    undo(window, qtbot, Qt.Key.Key_Y)
    save(window, qtbot)
    assert count(window, "municipality") == before + 1
    assert news_of(window).endswith("«Rosario».")


def choose_place(window: Window, wanted: str) -> None:
    """Type "Rosario" above the form of a city and choose the one of this province and country."""
    line = room_of(window).record.helper
    assert isinstance(line, PlaceLine)
    option = next(each for each in line.offer("Rosario") if each.label == "Rosario" and each.detail.startswith(wanted))
    line.take(option)


def test_a_notice_takes_back_what_it_tells_whatever_was_saved_since(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_luz(window, tmp_path, qtbot)
    assert news_of(window) == "Se guardó «Luz Modelo»."
    room_of(window).delete_selected()
    wait_until_idle(window, qtbot)
    assert news_of(window) == "Se eliminó Luz Modelo, con 2 vías de contacto."
    back = frame_of(window).status.notices.buttons[0]
    assert back.text() == "Deshacer"
    store, before = workspace_of(window).store, count(window, "theme")
    workspace_of(window).write(lambda: save_record(store, Draft("theme", None, {"name": "Clima"})).changes)
    back.click()
    wait_until_idle(window, qtbot)
    assert news_of(window) == "Se deshizo: baja de contacto «Luz Modelo»"
    assert (count(window, "person"), count(window, "theme")) == (1, before + 1)
