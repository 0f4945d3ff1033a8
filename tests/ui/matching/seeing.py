"""What tests of proposals look at."""

from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.matching.dialogs import BeginAdoptionDialog, PutAwayDialog
from ui.matching.room import MATCHING
from ui.matching.tab import ProposalsTab


def shown(window: Window, entity: str, key: str, qtbot: QtBot) -> ProposalsTab:
    """Show the proposals of a record."""
    workspace_of(window).record_wanted.emit(entity, key)
    wait_until_idle(window, qtbot)
    pane_of(window).show_tab(MATCHING)
    wait_until_idle(window, qtbot)
    page = pane_of(window).parts.shown
    assert isinstance(page, ProposalsTab)
    return page


def dialog_of(window: Window, qtbot: QtBot) -> PutAwayDialog | BeginAdoptionDialog:
    wait_until_idle(window, qtbot)
    return cast("PutAwayDialog | BeginAdoptionDialog", QApplication.activeModalWidget())
