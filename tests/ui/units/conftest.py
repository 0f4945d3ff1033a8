"""A window on the room of the units, with a few of them."""

import pytest
from pytestqt.qtbot import QtBot

from tests.app.units.made import Made, make_units
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.units.shown import Units
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


@pytest.fixture
def units(opened: Window, qtbot: QtBot) -> Units:
    """Show the units of the term that runs."""
    made: Made = make_units(workspace_of(opened).store)
    frame_of(opened).show_room("unidades")
    wait_until_idle(opened, qtbot)
    return Units(opened, made)
