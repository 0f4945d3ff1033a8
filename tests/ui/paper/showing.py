"""How the tests of this folder show a report, and wait for its pages."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from ui.paper.report_dialog import ReportDialog

Open = Callable[..., ReportDialog]


def wait(dialog: ReportDialog, qtbot: QtBot) -> int:
    """Wait for the pages and give their number."""
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.preview.view.count > 0, timeout=20_000)
    return dialog.preview.view.count
