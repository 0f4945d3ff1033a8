"""Everything can be reached and heard: each part that takes the keyboard has a name, and keys lead everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenuBar, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.screens import SCREENS
from tests.ui.seeing import room_of, show_first_list
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


def unnamed(window: Window) -> list[str]:
    """Return the visible parts that take the keyboard by Tab and have no name for who cannot see them."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy():
            continue
        if isinstance(widget, QMenuBar | QScrollArea):  # whoever scrolls reads what is inside
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("name", [screen.name for screen in SCREENS])
def test_each_part_that_takes_the_keyboard_has_a_name(opened: Window, name: str, qtbot: QtBot) -> None:
    opened.show_room(name)
    wait_until_idle(opened, qtbot)
    assert unnamed(opened) == []
    if name not in ("inicio", "informes", "vencimientos"):
        show_first_list(opened)
        room = room_of(opened)
        wait_until_idle(opened, qtbot)
        assert room.list.asked
        room.begin_record(room.facts.entity, {})
        assert unnamed(opened) == []
        room.record.discard()
        if room.list.table.rows.ids:
            room.show_record(room.facts.entity, room.list.table.rows.ids[0])
            for at in range(room.record.tabs.count()):
                room.record.tabs.setCurrentIndex(at)
                assert unnamed(opened) == []
    assert unnamed(opened) == []


def test_no_part_of_a_room_flashes_as_a_window_of_its_own(opened: Window, qtbot: QtBot) -> None:
    for screen in SCREENS:
        opened.show_room(screen.name)
    assert opened.isActiveWindow()
