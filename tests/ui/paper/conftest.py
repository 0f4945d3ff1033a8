"""The dialogs of reports that the tests of this folder show."""

from collections.abc import Iterator

import pytest

from tests.ui.paper.showing import Open
from ui.frame.window import Window
from ui.paper.report_dialog import ReportDialog
from ui.work.workspace import Workspace


@pytest.fixture
def workspace(opened: Window) -> Workspace:
    """Return a file with a few records."""
    assert opened.workspace is not None
    return opened.workspace


@pytest.fixture
def show(workspace: Workspace, opened: Window) -> Iterator[Open]:
    """Open reports, each in its dialog."""
    made: list[ReportDialog] = []

    def open_report(name: str, **options: object) -> ReportDialog:
        made.append(ReportDialog(workspace, name, opened, **options))
        made[-1].show()
        return made[-1]

    yield open_report
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()
