"""Context menus: opened by mouse and keyboard, on a row and beside all rows, with commands and what a place offers."""

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.records.fulfilling import can_be_met
from db.deadline_state import DEADLINES
from tests.make import CATALOG
from tests.ui.menus import BELOW, choose, lines_of, open_menu, press_menu_key, right_click, right_click_on
from ui.look.actions import COMMANDS
from ui.look.buttons import icon_button, text_button
from ui.look.menus import FINISHING, LIST_GROUND, LIST_ROW, OWN, SEPARATOR, ContextMenu, Offer, offers_of


class Place:
    """A window with two commands, a list of two rows and a field."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.called: list[str] = []
        for name, allowed in (("open_record", True), ("delete", False)):
            command = QAction(name.upper(), self.window)
            command.setObjectName(name)
            command.setEnabled(allowed)
            command.triggered.connect(lambda _on=False, name=name: self.called.append(name))
            self.window.addAction(command)
        self.inside = QWidget()
        self.list = QListWidget()
        self.list.addItems(["one", "two"])
        self.field = QLineEdit()
        self.column = QVBoxLayout(self.inside)
        self.column.addWidget(self.list)
        self.column.addWidget(self.field)
        self.window.setCentralWidget(self.inside)
        self.window.resize(300, 300)
        self.window.show()
        self.window.activateWindow()


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    made = Place()
    qtbot.addWidget(made.window)
    yield made
    if (menu := open_menu()) is not None:
        menu.close()
    made.window.close()


def test_a_row_offers_commands_of_the_window_and_what_is_said_of_the_place(place: Place) -> None:
    offer = Offer("Pérez & Hijos", lambda: place.called.append("offer"))
    ContextMenu(place.list, lambda: ("open_record", SEPARATOR, offer, "delete", "no such command"))
    assert lines_of(right_click(place.list, 1)) == ["OPEN_RECORD", "Pérez & Hijos", "[DELETE]"]
    choose(right_click(place.list, 1), "OPEN_RECORD")
    choose(right_click(place.list, 1), "Pérez & Hijos")
    assert place.called == ["open_record", "offer"]


def test_the_row_under_the_mouse_is_selected_first(place: Place) -> None:
    ContextMenu(place.list, lambda: (Offer(place.list.currentItem().text()),))
    place.list.setCurrentRow(0)
    assert lines_of(right_click(place.list, 1)) == ["two"]
    assert place.list.currentRow() == 1


def test_beside_the_rows_only_what_makes_sense_there_is_offered(place: Place) -> None:
    ContextMenu(place.list, lambda: ("open_record",), lambda: (Offer("Add"),))
    assert lines_of(right_click(place.list, BELOW)) == ["Add"]
    assert lines_of(right_click(place.list, 0)) == ["OPEN_RECORD"]


def test_the_key_for_menus_opens_that_of_the_row_with_the_keyboard(place: Place) -> None:
    ContextMenu(place.list, lambda: ("open_record",), lambda: (Offer("Add"),))
    place.list.setFocus()
    place.list.setCurrentRow(1)
    assert lines_of(press_menu_key(place.list)) == ["OPEN_RECORD"]
    QTest.keyClick(place.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert lines_of(open_menu()) == ["OPEN_RECORD"]
    place.list.clear()
    assert lines_of(press_menu_key(place.list)) == ["Add"]


def test_where_nothing_is_offered_the_widget_around_is_asked(place: Place) -> None:
    ContextMenu(place.list, lambda: ("open_record",))
    ContextMenu(place.inside, lambda: (Offer("Around"),))
    assert lines_of(right_click(place.list, BELOW)) == ["Around"]


def test_a_field_keeps_its_own_menu(place: Place) -> None:
    ContextMenu(place.inside, lambda: (Offer("Around"),))
    place.field.setFocus()
    assert right_click_on(place.field) is None
    QTest.keyClick(place.field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert open_menu() is None
    own = [child for child in place.field.children() if child.isWidgetType() and child.inherits("QMenu")]
    assert own
    for menu in own:
        menu.deleteLater()


def test_offers_of_buttons_are_named_and_switched_as_they_are(place: Place) -> None:
    pressed: list[str] = []
    up = icon_button("Up", "arrow-up", lambda: pressed.append("up"), "Alt+↑")
    off = text_button("Off", "", lambda: pressed.append("off"))
    gone = text_button("Gone", "", lambda: None)
    for button in (up, off, gone):
        place.column.addWidget(button)
    off.setEnabled(False)
    gone.hide()
    ContextMenu(place.list, lambda: offers_of(up, off, gone))
    assert lines_of(right_click(place.list, 0)) == ["Up", "[Off]"]
    choose(right_click(place.list, 0), "Up")
    assert pressed == ["up"]


def test_the_menus_of_lists_name_commands_that_there_are() -> None:
    known = {command.name for command in COMMANDS} | {SEPARATOR}
    assert set(chain(LIST_ROW, LIST_GROUND)) <= known


def test_a_press_is_offered_for_the_kinds_that_say_how_they_are_met_and_for_what_is_dropped() -> None:
    met = {name for name in CATALOG.stored if can_be_met(CATALOG, name)}
    assert {name for name, own in OWN.items() if FINISHING & set(own)} == {*met, DEADLINES, "adoption"}
