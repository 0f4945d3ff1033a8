"""The room of the plan, as tests look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.plan.board import BoardPage
from ui.plan.calendar import CalendarPage
from ui.room.tabs import TabbedRoom


@dataclass(frozen=True, slots=True)
class Planned:
    """A window on the room of the plan, and the keys of its records by their names."""

    window: Window
    keys: Mapping[str, str]

    @property
    def tabs(self) -> TabbedRoom:
        """The room."""
        page = frame_of(self.window).page
        assert isinstance(page, TabbedRoom)
        return page

    @property
    def board(self) -> BoardPage:
        """The board, which is shown."""
        page = self.tabs.room
        assert isinstance(page, BoardPage)
        return page

    def calendar(self, qtbot: QtBot) -> CalendarPage:
        """Turn to the calendar."""
        self.tabs.turn_to("calendar")
        wait_until_idle(self.window, qtbot)
        page = self.tabs.room
        assert isinstance(page, CalendarPage)
        return page
