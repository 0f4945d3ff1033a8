"""From a list to the page of a record, on to others and back: by keyboard alone, and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.file.files import new_file
from app.records.drafts import Draft
from app.records.editing import save_record
from tests.make import copied_store
from tests.ui.seeing import names_of, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.table.table import Table

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = 0
"""The column of the names of the cities."""


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new file with more cities than the window shows, once for tests to copy."""
    path = tmp_path_factory.mktemp("cities") / "Red.enlace"
    with new_file(path, None) as store:
        for number in range(60):
            save_record(store, Draft("municipality", None, {"short_name": f"Pueblo {number:02}", "country": "UY"}))
    return path


@pytest.fixture
def opened(window: Window, cities: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """Show a list of cities that is longer than the window, with the keyboard in it."""
    window.take_store(copied_store(cities, tmp_path), "ciudades")
    window.activateWindow()
    wait_until_idle(window, qtbot)
    room_of(window).list.table.setFocus()
    return window


def press_key(window: Window, key: Qt.Key, qtbot: QtBot, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key wherever the keyboard is, and wait for what it does."""
    QTest.keyClick(window.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)
    wait_until_idle(window, qtbot)


def shown(window: Window) -> str:
    """Return the heading of the record that is seen, empty for none."""
    return pane_of(window).heading.text() if pane_of(window).isVisible() else ""


def in_one_column(window: Window) -> bool:
    """Tell whether the list is drawn as rows of two lines."""
    return room_of(window).list.table.one_column.on


def has_keyboard(window: Window, part: QWidget) -> bool:
    """Tell whether the keyboard is somewhere in `part`."""
    return part.isAncestorOf(window.focusWidget())


def test_a_list_is_gone_through_by_keyboard_alone(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    names = names_of(opened)
    table.select_id(table.rows.ids[39])
    for _ in range(3):
        press_key(opened, Qt.Key.Key_Down, qtbot)
    assert table.selected_ids() == [table.rows.ids[42]]
    assert shown(opened) == ""
    top, columns = table.rowAt(0), room_of(opened).list.shown_columns()
    assert top > 0

    press_key(opened, Qt.Key.Key_Return, qtbot)
    assert shown(opened) == names[42]
    assert in_one_column(opened)
    assert has_keyboard(opened, pane_of(opened))
    press_key(opened, Qt.Key.Key_PageDown, qtbot, CTRL)
    press_key(opened, Qt.Key.Key_PageDown, qtbot, CTRL)
    assert shown(opened) == names[44]
    assert table.selected_ids() == [table.rows.ids[44]]
    press_key(opened, Qt.Key.Key_PageUp, qtbot, CTRL)
    assert shown(opened) == names[43]
    assert has_keyboard(opened, pane_of(opened))

    press_key(opened, Qt.Key.Key_F6, qtbot)
    assert table.hasFocus()
    press_key(opened, Qt.Key.Key_Up, qtbot)
    press_key(opened, Qt.Key.Key_Up, qtbot)
    assert shown(opened) == names[41]
    assert table.hasFocus()
    press_key(opened, Qt.Key.Key_F6, qtbot)
    assert has_keyboard(opened, pane_of(opened))

    press_key(opened, Qt.Key.Key_Escape, qtbot)
    assert shown(opened) == ""
    assert table.hasFocus()
    assert not in_one_column(opened)
    assert table.selected_ids() == [table.rows.ids[41]]
    assert table.rowAt(0) == top
    assert room_of(opened).list.shown_columns() == columns


def test_a_list_is_gone_through_by_mouse(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    names = names_of(opened)
    name = table.link.area(table.rows.index(6, NAME)).center()
    cell = table.visualRect(table.rows.index(6, NAME))
    click(opened, table, QPoint(cell.right() - 6, cell.center().y()), qtbot)
    assert table.selected_ids() == [table.rows.ids[6]]
    assert shown(opened) == ""
    click(opened, table, name, qtbot)
    assert shown(opened) == names[6]

    click(opened, table, table.visualRect(table.rows.index(3, NAME)).center(), qtbot)
    assert shown(opened) == names[3]
    turning = room_of(opened).turning
    turning.next.click()
    wait_until_idle(opened, qtbot)
    assert shown(opened) == names[4]
    turning.previous.click()
    turning.previous.click()
    wait_until_idle(opened, qtbot)
    assert shown(opened) == names[2]
    pane_of(opened).close_button.click()
    wait_until_idle(opened, qtbot)
    assert shown(opened) == ""
    assert table.hasFocus()
    assert table.selected_ids() == [table.rows.ids[2]]


def click(window: Window, table: Table, at: QPoint, qtbot: QtBot) -> None:
    """Click with the mouse at a place of the list, and wait for what it does."""
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    wait_until_idle(window, qtbot)


def test_a_row_opened_by_its_double_click_is_the_one_that_was_clicked(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    at = table.visualRect(table.rows.index(8, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    wait_until_idle(opened, qtbot)
    assert shown(opened) == names_of(opened)[8]


def test_the_key_that_deletes_is_the_list_s_alone(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    name = names_of(opened)[20]
    table.select_id(table.rows.ids[20])
    press_key(opened, Qt.Key.Key_Return, qtbot)
    for part in (pane_of(opened).close_button, pane_of(opened).tabs):
        part.setFocus()
        press_key(opened, Qt.Key.Key_Delete, qtbot)
        assert name in names_of(opened)
    table.setFocus()
    press_key(opened, Qt.Key.Key_Delete, qtbot)
    assert name not in names_of(opened)


def test_in_a_narrow_window_the_page_stands_alone_with_the_way_back(opened: Window, qtbot: QtBot) -> None:
    opened.grow_text(100)
    opened.resize(1024, 640)
    wait_until_idle(opened, qtbot)
    room, names = room_of(opened), names_of(opened)
    table = room.list.table
    table.setFocus()
    table.select_id(table.rows.ids[5])
    press_key(opened, Qt.Key.Key_Return, qtbot)
    assert shown(opened) == names[5]
    assert not room.list.isVisible()
    assert room.turning.back.isVisible()
    assert not pane_of(opened).wide_button.isVisible()
    room.turning.next.click()
    wait_until_idle(opened, qtbot)
    assert shown(opened) == names[6]
    room.turning.back.click()
    wait_until_idle(opened, qtbot)
    assert shown(opened) == ""
    assert table.isVisible()
    assert table.hasFocus()
    assert table.selected_ids() == [table.rows.ids[6]]
    opened.grow_text(0)


def test_the_keyboard_is_never_in_a_list_that_is_not_seen(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    body = save_record(store, Draft("body", None, {"name": "Mesa", "kind": "working_group"})).id
    for number in range(2):
        save_record(store, Draft("meeting", None, {"name": f"Reunión {number}", "body_id": body, "state": "planned"}))
    opened.resize(1024, 640)
    opened.show_room("reuniones")
    wait_until_idle(opened, qtbot)
    listed = names_of(opened)
    press_key(opened, Qt.Key.Key_Return, qtbot)
    press_key(opened, Qt.Key.Key_Tab, qtbot, CTRL)
    press_key(opened, Qt.Key.Key_Return, qtbot)
    for _ in range(2):
        opened.grow_text(50)
        wait_until_idle(opened, qtbot)
        assert not room_of(opened).list.isVisible()
        assert has_keyboard(opened, pane_of(opened))
        assert opened.focusWidget().isVisible()
        opened.show_room("ciudades")
        wait_until_idle(opened, qtbot)
        opened.show_room("reuniones")
        wait_until_idle(opened, qtbot)
        assert has_keyboard(opened, pane_of(opened))
        assert opened.focusWidget().isVisible()
    press_key(opened, Qt.Key.Key_Delete, qtbot)
    press_key(opened, Qt.Key.Key_Escape, qtbot)
    assert names_of(opened) == listed
    opened.grow_text(0)


def test_a_window_made_narrower_leaves_the_page_and_made_wider_brings_the_list(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[5])
    press_key(opened, Qt.Key.Key_Return, qtbot)
    room = room_of(opened)
    assert room.list.isVisible()
    opened.setMinimumSize(300, 300)
    opened.resize(600, 600)
    wait_until_idle(opened, qtbot)
    assert not room.list.isVisible()
    assert pane_of(opened).isVisible()
    opened.resize(1366, 768)
    wait_until_idle(opened, qtbot)
    assert room.list.isVisible()
    assert not room.turning.back.isVisible()
