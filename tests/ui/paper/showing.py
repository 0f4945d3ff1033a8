"""How the tests of this folder show a report, and wait for its pages."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.waiting import wait_until_idle
from ui.paper.report_dialog import ReportDialog

Open = Callable[..., ReportDialog]


def wait(dialog: ReportDialog, qtbot: QtBot) -> int:
    """Wait for the pages and give their number."""
    wait_until_idle(dialog, qtbot)
    assert dialog.made is not None
    return dialog.preview.view.count
