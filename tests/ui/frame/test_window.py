"""The window: rooms by keyboard, undo and redo by name, the file it shows, the language it speaks."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from app.records.editing import Draft, save_record
from app.screens import SCREENS
from tests.make import add_city
from tests.ui.seeing import edit_shown, frame_of, names_of, news_of, open_row, pane_of, room_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.look.theme import Scheme


def test_a_window_without_a_file_offers_three_doors(window: Window) -> None:
    assert window.welcome is not None
    assert [door.accessibleName() for door in window.welcome.doors] == [
        "Archivo nuevo",
        "Abrir archivo",
        "Abrir el ejemplo",
    ]
    assert not window.commands["new_record"].isEnabled()
    assert window.commands["new_file"].isEnabled()


def test_each_room_opens_by_its_number(opened: Window, qtbot: QtBot) -> None:
    for number, screen in enumerate(SCREENS[:9], start=1):
        QTest.keyClick(opened, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert frame_of(opened).current == screen.name
        assert frame_of(opened).rail.buttons[screen.name].isChecked()


def test_the_file_is_named_with_its_lock_and_its_copy(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    status = frame_of(opened).status
    assert status.file.text() == "prueba.enlace"
    assert status.lock.text() == "Sin contraseña"
    assert status.copy.text() == "Sin copia verificada"
    opened.locking.copy(tmp_path / "copia.enlace")
    wait_until_idle(opened, qtbot)
    assert status.copy.text().startswith("Copia: ")
    assert (tmp_path / "copia.enlace").exists()
    assert "Se guardó copia.enlace" in status.notices.text.text()


def test_a_passphrase_is_put_on_and_taken_away(opened: Window, qtbot: QtBot) -> None:
    status = frame_of(opened).status
    opened.locking.lock("cuatro palabras que no van juntas")
    wait_until_idle(opened, qtbot)
    assert status.lock.text() == "Con contraseña"
    opened.locking.lock(None)
    wait_until_idle(opened, qtbot)
    assert status.lock.text() == "Sin contraseña"


def test_undo_says_what_it_takes_back_and_the_list_follows(opened: Window, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    opened.workspace.write(lambda: _saved(opened))
    wait_until_idle(opened, qtbot)
    assert "Aachen" in names_of(opened)
    assert opened.commands["undo"].text() == "Deshacer: alta de ciudad «Aachen»"
    press(opened, "undo", qtbot)
    assert "Aachen" not in names_of(opened)
    assert opened.commands["redo"].text() == "Rehacer: alta de ciudad «Aachen»"
    press(opened, "redo", qtbot)
    assert "Aachen" in names_of(opened)


def test_control_z_reaches_the_window_from_a_field_where_nothing_was_typed(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_row(opened, 0, qtbot)
    assert pane_of(opened).id == room_of(opened).list.table.rows.ids[0]
    edit_shown(opened)
    editor = pane_of(opened).form.boxes["name"].editor
    editor.setFocus()
    QTest.keyClicks(editor.input(), "Municipalidad")
    wait_until_idle(opened, qtbot)
    QTest.keyClick(editor.input(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle(opened, qtbot)
    assert not pane_of(opened).dirty
    edit_shown(opened)
    editor.input().setFocus()
    QTest.keyClick(editor.input(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle(opened, qtbot)
    assert editor.value() is None


def test_delete_in_a_form_does_not_delete_the_record(opened: Window, qtbot: QtBot) -> None:
    open_row(opened, 0, qtbot)
    assert pane_of(opened).id is not None
    edit_shown(opened)
    combo = pane_of(opened).form.boxes["government_kind"].editor.input()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Delete)
    assert len(names_of(opened)) == 5


def test_delete_on_the_page_of_a_record_does_not_delete_the_record(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_row(opened, 0, qtbot)
    page = pane_of(opened).page
    for stop in (page, next(each for each in page.findChildren(QAbstractButton) if each.isVisible())):
        stop.setFocus()
        assert opened.commands["delete"].isEnabled()
        QTest.keyClick(stop, Qt.Key.Key_Delete)
        wait_until_idle(opened, qtbot)
    assert names_of(opened)[0] == "Canelones"
    assert opened.dialog is None, "nothing was refused either"


def test_another_language_is_spoken_at_once(opened: Window, qtbot: QtBot) -> None:
    opened.choose_language("pt")
    assert opened.words.language == "pt"
    assert frame_of(opened).current == "ciudades"
    assert frame_of(opened).status.lock.text() != "Sin contraseña"
    assert opened.commands["quit"].text() == "Sair"


def test_what_was_done_is_told_in_the_language_of_who_looks(opened: Window, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    add_city(opened.workspace.store, "Azul")
    opened.choose_language("pt")
    wait_until_idle(opened, qtbot)
    assert opened.commands["undo"].text() == "Desfazer: inclusão de cidade “Azul”"
    press(opened, "undo", qtbot)
    assert news_of(opened) == "Desfeito: inclusão de cidade “Azul”"
    assert opened.commands["redo"].text() == "Refazer: inclusão de cidade “Azul”"


def test_dark_and_larger_text_are_remembered(opened: Window) -> None:
    opened.choose_scheme(Scheme.DARK)
    opened.grow_text(10)
    settings = opened.preferences.settings
    assert (settings.scheme, settings.text_scale) == ("dark", 110)
    opened.grow_text(0)
    opened.choose_scheme(Scheme.SYSTEM)


def test_closing_a_file_gives_it_back(opened: Window, tmp_path: Path) -> None:
    opened.close_file()
    assert opened.welcome is not None
    assert opened.welcome.buttons[0].text().startswith("prueba.enlace")
    assert not (tmp_path / ".prueba.enlace.lock").exists()


def test_closing_the_window_asks_only_when_something_would_be_lost(opened: Window, qtbot: QtBot) -> None:
    open_row(opened, 0, qtbot)
    assert pane_of(opened).id is not None
    edit_shown(opened)
    field = pane_of(opened).form.boxes["name"].editor.input()
    QTest.keyClicks(field, "Municipalidad")
    assert not opened.close()
    dialog = pane_of(opened).dialog
    assert dialog is not None
    assert "¿Guardar los cambios" in dialog.heading.text()
    dialog.cancelling.click()
    assert opened.isVisible()
    pane_of(opened).discard()
    assert opened.close()


def test_rows_are_copied_for_a_spreadsheet(opened: Window) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[0])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Canelones\tUruguay" in QGuiApplication.clipboard().text()


def test_the_settings_are_written_when_the_window_closes(opened: Window, tmp_path: Path) -> None:
    opened.preferences.keep(lambda settings: replace(settings, author="Ana Ejemplo"))
    opened.close()
    written = (tmp_path / "settings" / "preferencias.json").read_text(encoding="utf-8")
    assert "Ana Ejemplo" in written
    assert "prueba.enlace" in written


def _saved(window: Window) -> Changes:
    assert window.workspace is not None
    draft = Draft("municipality", None, {"short_name": "Aachen", "country": "DE"})
    return save_record(window.workspace.store, draft).changes
