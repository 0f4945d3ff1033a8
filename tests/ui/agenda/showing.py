"""The month of the agenda, as tests look at it."""

from datetime import date

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.waiting import wait_until_idle
from ui.agenda.grid import MonthGrid
from ui.agenda.page import MonthPage
from ui.frame.window import Window

FAIR = date(2026, 11, 24)
"""The day on which the fair and the workshop of these tests begin."""


def window_of(page: MonthPage) -> Window:
    """Return the window that the page is of."""
    window = page.window()
    assert isinstance(window, Window)
    return window


def go(page: MonthPage, day: date, qtbot: QtBot) -> MonthGrid:
    """Bring the keyboard to a day, and return the grid."""
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
