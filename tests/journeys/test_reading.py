"""A record is read before it is edited: opened, read, written, saved and left, with the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.records.attachments import attach
from app.records.catalog import Query
from app.records.reading import list_ids
from tests.journeys.hands import begin_record, dragged, drop, edit, save, type_into, write
from tests.ui.held import held_writing
from tests.ui.menus import choose, right_click_on
from tests.ui.reading.reading import shown_in
from tests.ui.seeing import count_of, frame_of, names_of, news_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.look.link import Link
from ui.look.unsaved import UnsavedDialog


def key(window: Window, pressed: Qt.Key, qtbot: QtBot, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is, and wait until what it does has ended."""
    QTest.keyClick(window.focusWidget(), pressed, modifier or Qt.KeyboardModifier.NoModifier)
    wait_until_idle(window, qtbot)


def asked(window: Window) -> UnsavedDialog | None:
    """Return the question about unsaved changes, as far as one was asked."""
    return pane_of(window).dialog


def read(window: Window, name: str, qtbot: QtBot) -> None:
    """Open the record of that name from the list with Enter."""
    table = room_of(window).list.table
    wait_until_idle(window, qtbot)
    table.setFocus()
    table.select_id(table.rows.ids[names_of(window).index(name)])
    key(window, Qt.Key.Key_Return, qtbot)
    assert pane_of(window).heading.text() == name


def test_a_record_is_read_edited_saved_and_left_with_the_keyboard_alone(opened: Window, qtbot: QtBot) -> None:
    read(opened, "Rosario", qtbot)
    pane = pane_of(opened)
    assert pane.page.isVisible()
    assert not pane.form.isVisible()
    assert pane.isAncestorOf(opened.focusWidget())
    key(opened, Qt.Key.Key_F2, qtbot)
    assert pane.form.isVisible()
    type_into(pane.form.boxes["name"].editor.input(), "Municipalidad de Rosario")
    save(opened, qtbot)
    assert pane.page.isVisible()
    assert "Nombre oficial: Municipalidad de Rosario" in pane.page.text()
    key(opened, Qt.Key.Key_Escape, qtbot)
    assert not pane.isVisible()
    assert room_of(opened).list.table.hasFocus()


def test_escape_leaves_the_form_then_the_page_and_asks_only_when_something_changed(
    opened: Window, qtbot: QtBot
) -> None:
    read(opened, "Rosario", qtbot)
    pane = pane_of(opened)
    key(opened, Qt.Key.Key_F2, qtbot)
    key(opened, Qt.Key.Key_Escape, qtbot)
    assert pane.page.isVisible()
    assert asked(opened) is None
    key(opened, Qt.Key.Key_F2, qtbot)
    write(opened, "name", "Otro")
    key(opened, Qt.Key.Key_Escape, qtbot)
    assert pane.form.isVisible()
    dialog = asked(opened)
    assert dialog is not None
    dialog.discarding.click()
    wait_until_idle(opened, qtbot)
    assert pane.page.isVisible()
    assert "Otro" not in pane.page.text()


def test_a_series_is_corrected_in_the_form(opened: Window, qtbot: QtBot) -> None:
    read(opened, "Canelones", qtbot)
    edit(opened)
    table = room_of(opened).list.table
    table.setFocus()
    table.select_id(table.rows.ids[1])
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"
    assert pane_of(opened).form.isVisible()
    assert pane_of(opened).form.value("short_name") == "Córdoba"


def test_keys_go_from_list_to_record_and_back_to_its_history_and_from_section_to_section(
    opened: Window, qtbot: QtBot
) -> None:
    read(opened, "Rosario", qtbot)
    table = room_of(opened).list.table
    table.setFocus()
    key(opened, Qt.Key.Key_F6, qtbot)
    assert pane_of(opened).isAncestorOf(opened.focusWidget())
    key(opened, Qt.Key.Key_F6, qtbot)
    assert table.hasFocus()

    page = pane_of(opened).page
    assert "Historial (1)" in page.text()
    press(opened, "history", qtbot)
    history = next(each for each in page.sections if each.name == "history")
    assert history.heading.visibleRegion().isEmpty() is False
    key(opened, Qt.Key.Key_Tab, qtbot, Qt.KeyboardModifier.ControlModifier)
    assert page.isAncestorOf(opened.focusWidget())

    page.edit_wanted.emit("population_source")
    assert pane_of(opened).form.boxes["population_source"].editor.input().hasFocus(), "a section leads to its place"


def test_a_new_record_is_saved_and_another_begun(opened: Window, qtbot: QtBot) -> None:
    begin_record(opened, "organismos", qtbot)
    write(opened, "name", "Universidad de Ejemplo")
    assert pane_of(opened).bar.again.isVisible()
    pane_of(opened).bar.again.click()
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Universidad de Ejemplo"]
    assert pane_of(opened).fresh
    assert pane_of(opened).form.value("name") is None
    key(opened, Qt.Key.Key_Escape, qtbot)
    assert not pane_of(opened).isVisible()
    assert count_of(opened) == "1 organismo"


def test_what_is_linked_leads_to_its_room_and_begins_with_its_link(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    page, city = pane_of(opened).page, pane_of(opened).id
    assert "Contactos y mandatos (2)" in page.text()
    assert "Bruno Ficticio\tIntendencia" in page.text()
    page._add(page._linked["experience.municipalities"])  # noqa: SLF001 - its button is pressed in tests/ui/reading
    assert frame_of(opened).current == "experiencias"
    assert pane_of(opened).form.value("municipalities") == (city,)


def test_a_file_that_is_dropped_is_attached_and_can_be_saved_again(
    opened: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_record(opened, "Rosario", qtbot)
    page = pane_of(opened).page
    source = tmp_path / "nota.txt"
    source.write_text("Nota firmada", encoding="utf-8")
    drop(page.viewport(), dragged(source), qtbot)
    assert "Archivos (1)" in page.text()
    assert "nota.txt" in page.text()
    assert "nota.txt" in news_of(opened)
    target = str(tmp_path / "copia.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    link = next(each for each in shown_in(page, Link) if each.said == "nota.txt")
    choose(right_click_on(link), "Guardar una copia…")
    assert (tmp_path / "copia.txt").read_text(encoding="utf-8") == "Nota firmada"
    choose(right_click_on(link), "Quitar")
    wait_until_idle(opened, qtbot)
    assert "nota.txt" not in page.text().split("Historial")[0]
    assert "nota.txt" in news_of(opened)


def test_a_file_that_is_opened_during_a_writing_is_opened_after_it(
    opened: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "nota.txt"
    source.write_text("Nota firmada", encoding="utf-8")
    store = workspace_of(opened).store
    attach(store, "municipality", list_ids(store, Query("municipality", words="Rosario"))[0], [source])
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    seen: list[str] = []

    def open_path(path: Path) -> bool:
        seen.append(path.name)
        return True

    monkeypatch.setattr("ui.room.opening.open_path", open_path)
    link = next(each for each in shown_in(pane_of(opened).page, Link) if each.said == "nota.txt")
    with held_writing(opened, qtbot):
        link.click()
        assert not seen
    assert seen == ["nota.txt"]


def test_the_history_says_each_field_before_and_after_in_words(opened: Window, qtbot: QtBot) -> None:
    read(opened, "Rosario", qtbot)
    edit(opened)
    pane_of(opened).form.boxes["government_kind"].fill("municipality")
    save(opened, qtbot)
    text = pane_of(opened).page.text()
    assert "Ana Ejemplo · Cambio en ciudad «Rosario»\nTipo de gobierno: Municipio o ciudad" in text
    assert "Situación en la red: Situación: Miembro" in text or "datos más" in text
    pane_of(opened).page._show_whole("history")  # noqa: SLF001 - two changes are shown whole, but for their fields
    wait_until_idle(opened, qtbot)
    said = pane_of(opened).page.text()
    for line in (
        "País: Argentina",
        "Provincia, estado o departamento: Santa Fe",
        "Situación en la red: Situación: Miembro",
        "Situación en la red: Desde: 2001",
    ):
        assert line in said


def test_the_page_is_told_in_the_language_of_who_looks(opened: Window, qtbot: QtBot) -> None:
    opened.choose_language("en")
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    assert "Ana Ejemplo · New city “Rosario”" in pane_of(opened).page.text()


def test_what_is_opened_during_a_writing_is_shown_when_it_has_ended_unless_one_went_elsewhere(
    opened: Window, qtbot: QtBot
) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    links = {link.said: link for link in shown_in(pane_of(opened).page, Link)}
    with held_writing(opened, qtbot):
        links["Bruno Ficticio"].click()
        frame_of(opened).show_room("experiencias")
    assert frame_of(opened).current == "experiencias", "who goes elsewhere meanwhile is not called back"
    opened.show_room("ciudades")
    wait_until_idle(opened, qtbot)
    links = {link.said: link for link in shown_in(pane_of(opened).page, Link)}
    with held_writing(opened, qtbot):
        links["Bruno Ficticio"].click()
        links["Ana Prueba Ejemplo"].click()
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Ana Prueba Ejemplo"


def test_what_is_opened_by_the_search_or_by_a_link_has_the_keyboard(opened: Window, qtbot: QtBot) -> None:
    top = frame_of(opened).top
    top.take_focus()
    QTest.keyClicks(top.line, "ana prueba")
    wait_until_idle(opened, qtbot)
    QTest.keyClick(top.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert pane.heading.text() == "Ana Prueba Ejemplo"
    assert pane.isAncestorOf(opened.focusWidget())
    post = next(each for each in pane.page.findChildren(Link) if "Intendencia" in each.accessibleName())
    post.setFocus()
    QTest.keyClick(post, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Intendencia"
    assert pane_of(opened).isAncestorOf(opened.focusWidget())
