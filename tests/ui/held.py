"""Holds a writing under way while a person goes on in the window, as in a long import."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from tests.ui.seeing import workspace_of
from tests.ui.waiting import LONG, wait_until_idle
from ui.frame.window import Window
from ui.work.run import Advance


@contextmanager
def held_writing(window: Window, qtbot: QtBot) -> Iterator[None]:
    """Write for as long as the block lasts, then wait until all that waited for it is done.

    What is read in the window's thread meanwhile fails the test (`tests/ui/stillness.py`).
    """
    workspace = workspace_of(window)
    may_end = Event()
    done: list[str] = []

    def work(_: Advance) -> Changes:
        may_end.wait(60)
        return Changes()

    assert workspace.write_beside(work, "Importando") is not None
    try:
        yield
        workspace.pausing(lambda: done.append("after all that waited before"), window)()
        assert not done
    finally:
        may_end.set()
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)
    wait_until_idle(window, qtbot)
