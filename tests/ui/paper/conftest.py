"""The dialogs of reports, and the preview alone, that the tests of this folder show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.words.words import Words
from tests.ui.paper.showing import Open
from ui.frame.window import Window
from ui.paper.preview import Preview
from ui.paper.report_dialog import ReportDialog
from ui.work.run import Runner
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


@pytest.fixture
def runner() -> Iterator[Runner]:
    """Return what works beside a preview that stands alone."""
    owner = QObject()
    made = Runner(owner, lambda error: pytest.fail(str(error)))
    yield made
    made.close()


@pytest.fixture
def preview(runner: Runner, words: Words, qtbot: QtBot) -> Preview:
    """Return a preview that stands alone."""
    made = Preview(runner, words)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made
