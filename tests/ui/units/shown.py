"""The room of the units, as tests look at it."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from tests.app.units.made import Made
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.tabs import TabbedRoom
from ui.units.grid import GridView
from ui.units.matrix import MatrixPage
from ui.units.overview import OverviewPage
from ui.units.page import FactsPage


@dataclass(frozen=True, slots=True)
class Units:
    """A window on the room of the units, and the keys of what it shows."""

    window: Window
    made: Made

    @property
    def room(self) -> TabbedRoom:
        """The room."""
        page = frame_of(self.window).page
        assert isinstance(page, TabbedRoom)
        return page

    @property
    def overview(self) -> OverviewPage:
        """The page of the units, which is shown."""
        page = self.room.room
        assert isinstance(page, OverviewPage)
        return page

    def matrix(self, qtbot: QtBot) -> MatrixPage:
        """Turn to the matrix."""
        self.room.tabs.setCurrentIndex(1)
        wait_until_idle(self.window, qtbot)
        page = self.room.room
        assert isinstance(page, MatrixPage)
        return page


def grid_of(page: FactsPage) -> GridView:
    """Return the grid that a page shows."""
    assert page.grid is not None
    return page.grid


def cell(grid: GridView, row: str, column: str) -> QModelIndex:
    """Return the cell where a row meets a column, by what they are called."""
    rows, columns = ([head.text for head in heads] for heads in (grid.grid.rows, grid.grid.columns))
    return grid.grid_model.index(rows.index(row), columns.index(column))
