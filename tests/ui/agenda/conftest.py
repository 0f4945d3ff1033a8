"""A window on the month of the agenda."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.make import add
from tests.ui.agenda.showing import FAIR
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.agenda.page import MonthPage
from ui.frame.window import Window
from ui.room.tabs import TabbedRoom


@pytest.fixture
def month(opened: Window, qtbot: QtBot) -> MonthPage:
    """Show the month of the tests with a fair of three days and a workshop on the first of them."""
    store = workspace_of(opened).store
    add(store, "activity", name="Feria", starts_on=FAIR, ends_on=date(2026, 11, 26), state="confirmed")
    add(store, "activity", name="Taller", starts_on=FAIR, starts_at="09:00", state="cancelled")
    add(store, "activity", name="Curso", starts_on=date(2026, 12, 1))
    frame_of(opened).show_room("agenda")
    wait_until_idle(opened, qtbot)
    room = frame_of(opened).page
    assert isinstance(room, TabbedRoom)
    page = room.room
    assert isinstance(page, MonthPage)
    return page
