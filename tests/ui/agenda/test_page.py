"""The month of the agenda: what stands on its days, the keyboard, the mouse, and what is begun and opened from it."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from tests.make import add
from tests.ui.seeing import frame_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.agenda.grid import MonthGrid
from ui.agenda.page import MonthPage
from ui.frame.window import Window
from ui.look.plain import Menu
from ui.paper.report_dialog import ReportDialog
from ui.room.tabs import TabbedRoom

FAIR = date(2026, 11, 24)


@pytest.fixture
def month(opened: Window, qtbot: QtBot) -> MonthPage:
    """Show the month of the tests with a fair of three days and a workshop on the first of them."""
    store = workspace_of(opened).store
    add(store, "activity", name="Feria", starts_on=FAIR, ends_on=date(2026, 11, 26), state="confirmed")
    add(store, "activity", name="Taller", starts_on=FAIR, starts_at="09:00", state="cancelled")
    add(store, "activity", name="Curso", starts_on=date(2026, 12, 1))
    frame_of(opened).show_room("agenda")
    wait_until_idle(opened, qtbot)
    page = tabs_of(opened).room
    assert isinstance(page, MonthPage)
    return page


def tabs_of(window: Window) -> TabbedRoom:
    page = frame_of(window).page
    assert isinstance(page, TabbedRoom)
    return page


def window_of(page: MonthPage) -> Window:
    window = page.window()
    assert isinstance(window, Window)
    return window


def go(page: MonthPage, day: date, qtbot: QtBot) -> MonthGrid:
    page.go_to(day)
    wait_until_idle(page, qtbot)
    page.take_focus()
    return page.grid


def place_of(grid: MonthGrid, day: date, line: int) -> QPoint:
    """Return a place in a line of a day, as the mouse finds it."""
    row = next(at for at, week in enumerate(grid.month.weeks if grid.month else ()) if day in week)
    rect = grid.visualRect(grid.days.index(row, day.weekday()))
    height = grid.fontMetrics().height() + 4
    return QPoint(rect.center().x(), rect.top() + round(height * (line + 1.5)))


def test_a_day_is_heard_with_all_that_stands_on_it(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
    said = grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "martes 24 de noviembre de 2026: Actividad · Feria · del 24/11/2026 al 26/11/2026; "
        "Actividad · Taller · 09:00 · suspendida"
    )
    interface = QAccessible.queryAccessibleInterface(grid)
    assert interface.text(QAccessible.Text.Name) == "Noviembre de 2026"
    assert month.heading.text() == "Noviembre de 2026"


def test_the_keyboard_goes_by_days_weeks_and_months(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
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


def test_the_month_is_read_anew_after_a_change_and_the_day_stays(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
    workspace = month.workspace
    draft = Draft("activity", None, {"name": "Visita", "starts_on": FAIR})
    workspace.write(lambda: save_record(workspace.store, draft).changes)
    wait_until_idle(month, qtbot)
    assert grid.month is not None
    assert "Visita" in [each.name for each in grid.month.on(FAIR)]
    assert grid.day == FAIR
    place = month.place()
    month.go_to_today()
    wait_until_idle(month, qtbot)
    month.return_to(place)
    wait_until_idle(month, qtbot)
    assert month.chosen == FAIR


def test_in_little_room_it_is_a_list_by_day(month: MonthPage, qtbot: QtBot) -> None:
    go(month, FAIR, qtbot)
    assert month.faces.currentWidget() is month.grid
    window_of(month).resize(900, 560)
    wait_until_idle(month, qtbot)
    assert month.faces.currentWidget() is month.list
    rows = month.list.rows
    head = rows.item(0)
    assert [head.text(), *(head.child(at).text() for at in range(head.rowCount()))] == [
        "martes 24 de noviembre de 2026",
        "Actividad · Feria · del 24/11/2026 al 26/11/2026",
        "Actividad · Taller · 09:00 · suspendida",
    ]
    assert head.child(1).font().strikeOut()
    assert month.chosen == FAIR


def test_the_month_is_printed(month: MonthPage, qtbot: QtBot) -> None:
    window = window_of(month)
    go(month, FAIR, qtbot)
    press(window, "print", qtbot)
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    assert dialog.options.boxes["starts"].editor.value() == date(2026, 11, 1)
    assert dialog.options.boxes["ends"].editor.value() == date(2026, 11, 30)
    dialog.reject()
    wait_until_idle(window, qtbot)
