"""What is read for a view waits while something is being written."""

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from db.store import Store
from tests.ui.seeing import frame_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.work.pause import Pause


class Scroller(QObject):
    moved = Signal(int)


def test_a_signal_that_says_something_with_it_reads_as_well(opened: Window, qtbot: QtBot) -> None:
    read: list[str] = []
    scroller = Scroller(opened)
    scroller.moved.connect(Pause(workspace_of(opened), lambda: read.append("read"), scroller))
    scroller.moved.emit(12)
    assert read == ["read"]


def test_scrolling_a_list_shows_the_rows_further_down(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    table = room_of(opened).list.table
    table.setFixedHeight(60)
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    wait_until_idle(opened, qtbot)
    assert table.rows.text(table.rows.rowCount() - 1, 0)


def test_what_is_asked_for_during_a_writing_is_read_once_afterwards(opened: Window, qtbot: QtBot) -> None:
    read: list[str] = []
    workspace = workspace_of(opened)
    pause = Pause(workspace, lambda: read.append("read"), opened)
    workspace.writing = "Escribiendo"
    pause()
    pause()
    assert read == []
    workspace.writing = ""
    workspace.writing_changed.emit()
    qtbot.waitUntil(lambda: read == ["read"])


def test_a_view_that_outlives_its_file_reads_nothing_of_it(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_until_idle(opened, qtbot)
    workspace = workspace_of(opened)
    read: list[str] = []
    waiting = Pause(workspace, lambda: read.append("what waited"), opened)
    workspace.writing = "Escribiendo"
    waiting()
    workspace.writing = ""
    workspace.writing_changed.emit()
    frame_of(opened).top.fill(workspace, frame_of(opened))  # whose period is named in the next turn
    monkeypatch.setattr(Store, "reading", lambda _: read.append("the file that is closed"))
    opened.close_file()
    QCoreApplication.processEvents()
    assert read == []
