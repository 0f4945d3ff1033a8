"""The way back through what was seen, and forward again: rooms, what their lists asked for, and open records."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from tests.journeys.hands import begin_record, type_into
from tests.ui.reading.reading import shown_in
from tests.ui.seeing import edit_shown, frame_of, list_of, names_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.conditions import Condition
from ui.look.link import Link


def seen(window: Window) -> tuple[str, str]:
    """Return the room that is shown, and the record in it, empty for none."""
    room = room_of(window)
    return frame_of(window).current, room.record.heading.text() if room.shown_id is not None else ""


def back(window: Window, qtbot: QtBot) -> None:
    """Press Alt+Left where the keyboard is."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wait_until_idle(window, qtbot)


def forward(window: Window, qtbot: QtBot) -> None:
    """Press Alt+Right where the keyboard is."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wait_until_idle(window, qtbot)


def test_what_was_seen_is_found_again_and_left_again(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    next(each for each in shown_in(pane_of(opened).page, Link) if each.said == "Bruno Ficticio").click()
    wait_until_idle(opened, qtbot)
    steps = [("ciudades", ""), ("ciudades", "Rosario"), ("contactos", "Bruno Ficticio")]
    assert seen(opened) == steps[2]
    back(opened, qtbot)
    assert seen(opened) == steps[1]
    assert room_of(opened).list.table.selected_ids() == [pane_of(opened).id]
    back(opened, qtbot)
    assert seen(opened) == steps[0]
    assert not frame_of(opened).top.back.isEnabled()
    assert not opened.commands["back"].isEnabled()
    forward(opened, qtbot)
    assert seen(opened) == steps[1]
    forward(opened, qtbot)
    assert seen(opened) == steps[2]
    assert not frame_of(opened).top.forward.isEnabled()
    frame_of(opened).top.back.click()
    wait_until_idle(opened, qtbot)
    assert seen(opened) == steps[1]


def test_a_list_is_found_again_as_it_was_filtered(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    wait_until_idle(opened, qtbot)
    list_of(opened).ask(Query("municipality", filters=(Filter("country", Operator.EQUALS, "AR"),)))
    wait_until_idle(opened, qtbot)
    open_record(opened, "Córdoba", qtbot)
    wait_until_idle(opened, qtbot)
    workspace_of(opened).room_wanted.emit("ciudades", Query("municipality", words="montevideo"))
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Montevideo"]
    back(opened, qtbot)
    back(opened, qtbot)
    assert names_of(opened) == ["Córdoba", "Rosario"]
    assert seen(opened) == ("ciudades", "")
    assert [chip.text.text() for chip in list_of(opened).filters.chips] == ["País: Argentina"]


def test_words_that_are_typed_are_one_step(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.show_room("contactos")
    wait_until_idle(opened, qtbot)
    for letter in "bru":
        QTest.keyClicks(list_of(opened).words_line, letter)
        wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Bruno Ficticio"]
    back(opened, qtbot)
    assert frame_of(opened).current == "ciudades"
    forward(opened, qtbot)
    assert names_of(opened) == ["Bruno Ficticio"]


def test_another_way_forgets_what_was_forward(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    for name in ("contactos", "experiencias"):
        opened.show_room(name)
        wait_until_idle(opened, qtbot)
    back(opened, qtbot)
    opened.show_room("resoluciones")
    wait_until_idle(opened, qtbot)
    assert not opened.commands["forward"].isEnabled()
    back(opened, qtbot)
    assert frame_of(opened).current == "contactos"


def test_what_is_unsaved_is_asked_about_and_keeps_its_place(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    open_record(opened, "Córdoba", qtbot)
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    type_into(pane_of(opened).form.boxes["name"].editor.input(), "Otro")
    back(opened, qtbot)
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.cancelling.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).form.value("name") == "Otro"
    assert frame_of(opened).ways() == {Condition.BACK}
    back(opened, qtbot)
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.discarding.click()
    wait_until_idle(opened, qtbot)
    assert seen(opened) == ("ciudades", "Rosario")


def test_a_new_record_is_left_for_what_was_seen_before_it(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    for name in ("contactos", "ciudades"):
        opened.show_room(name)
        wait_until_idle(opened, qtbot)
    begin_record(opened, "ciudades", qtbot)
    back(opened, qtbot)
    assert seen(opened) == ("ciudades", "")


def test_what_is_no_more_is_passed_by(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_record(opened, "São Leopoldo", qtbot)
    wait_until_idle(opened, qtbot)
    room_of(opened).delete_selected()
    wait_until_idle(opened, qtbot)
    opened.show_room("contactos")
    wait_until_idle(opened, qtbot)
    back(opened, qtbot)
    back(opened, qtbot)
    assert seen(opened) == ("ciudades", "")
    assert "São Leopoldo" not in names_of(opened)


def test_what_was_seen_is_found_again_in_another_language(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    opened.choose_language("pt")
    wait_until_idle(opened, qtbot)
    assert seen(opened) == ("ciudades", "Rosario")
    assert not frame_of(opened).top.forward.isEnabled()
    back(opened, qtbot)
    assert seen(opened) == ("ciudades", "")
    assert not frame_of(opened).top.back.isEnabled(), "to speak another language is no step"
    forward(opened, qtbot)
    assert seen(opened) == ("ciudades", "Rosario")
