"""The days of a month: what is heard of them, the keyboard, and the mouse."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from tests.ui.agenda.showing import FAIR, go, place_of, window_of
from tests.ui.seeing import pane_of
from tests.ui.waiting import wait_until_idle
from ui.agenda.page import MonthPage
from ui.look.plain import Menu


def test_a_day_is_heard_whole_and_the_keyboard_goes_by_days_weeks_and_months(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
    said = grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "martes 24 de noviembre de 2026: Actividad · Feria · del 24/11/2026 al 26/11/2026; "
        "Actividad · Taller · 09:00 · suspendida"
    )
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface.text(QAccessible.Text.Name) == "Noviembre de 2026"
    assert month.heading.text() == "Noviembre de 2026"
    for key, day in (
        (Qt.Key.Key_Right, date(2026, 11, 25)),
        (Qt.Key.Key_Up, date(2026, 11, 18)),
        (Qt.Key.Key_End, date(2026, 11, 30)),
        (Qt.Key.Key_Right, date(2026, 12, 1)),
        (Qt.Key.Key_PageUp, date(2026, 11, 1)),
        (Qt.Key.Key_Left, date(2026, 10, 31)),
        (Qt.Key.Key_PageDown, date(2026, 11, 30)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
    ):
        QTest.keyClick(grid, key)
        wait_until_idle(month, qtbot)
        assert grid.day == day
        assert grid.hasFocus()


def test_enter_opens_the_one_thing_of_a_day_and_asks_which_of_several(month: MonthPage, qtbot: QtBot) -> None:
    window = window_of(month)
    grid = go(month, FAIR, qtbot)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    [menu] = [each for each in grid.findChildren(Menu) if each.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Feria", "09:00 Taller"]
    menu.close()
    grid = go(month, date(2026, 11, 25), qtbot)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    wait_until_idle(window, qtbot)
    record = pane_of(window).record
    assert record is not None
    assert record.title == "Feria"


def test_a_press_opens_what_is_under_it_and_begins_on_an_empty_day(month: MonthPage, qtbot: QtBot) -> None:
    window = window_of(month)
    grid = go(month, FAIR, qtbot)
    entry = grid.entry_at(place_of(grid, FAIR, 1))
    assert entry is not None
    assert entry.name == "Taller"
    empty = date(2026, 11, 10)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place_of(grid, empty, 0))
    wait_until_idle(window, qtbot)
    assert pane_of(window).fresh
    assert pane_of(window).form.boxes["starts_on"].editor.value() == empty


def test_a_press_on_the_ground_of_a_day_that_has_something_begins_there_too(month: MonthPage, qtbot: QtBot) -> None:
    window = window_of(month)
    grid = go(month, FAIR, qtbot)
    middle = date(2026, 11, 25)
    place = place_of(grid, middle, 1)
    assert grid.entry_at(place) is None
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_until_idle(window, qtbot)
    assert pane_of(window).fresh
    assert pane_of(window).form.boxes["starts_on"].editor.value() == middle


def test_a_press_on_what_a_day_has_no_room_for_asks_which(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
    index = grid.currentIndex()
    grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    grid.setRowHeight(index.row(), 2 * (grid.fontMetrics().height() + 4))
    assert len(grid.shown_on(index)) == 1
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).topLeft() + QPoint(9, 5))
    [menu] = [each for each in grid.findChildren(Menu) if each.isVisible()]
    assert [action.text() for action in menu.actions()] == ["Feria", "09:00 Taller"]
    menu.close()
