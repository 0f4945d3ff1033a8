"""Waits until a window has nothing under way: no work beside it, no operation, and no refresh still to come."""

import time

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.frame.window import Window
from ui.work.run import Runner

LONG = 60_000
"""Milliseconds after which what is waited for has failed: long, for a computer may have much else to do."""
TURN = 1
"""Milliseconds between two looks: most of what is waited for takes a few, and `qtbot.waitUntil` would sleep for ten."""
ROUNDS = 3
"""Turns in which what was laid out tells that to what it stands in."""


def is_idle(window: QWidget) -> bool:
    """Tell whether a window, with all that is in it, has come to rest.

    What an operation changes is in the file before the window hears of it, and a command stays enabled until the next
    refresh: neither says that the operation has ended.
    """
    return _under_way(window) is None


def _under_way(window: QWidget) -> QTimer | Runner | None:
    """Return something that a window still waits for, None once it has come to rest."""
    QCoreApplication.processEvents()
    workspace = window.workspace if isinstance(window, Window) else None
    if workspace is not None and workspace.runner.busy:
        return workspace.runner  # as it mostly is while one waits: to look through all that is in a window takes longer
    # There are thousands of things in a window, and each search hands all of them to Python: one search for both kinds.
    found = [each for each in window.findChildren(QObject) if isinstance(each, (QTimer, Runner))]
    busy = (each for each in found if isinstance(each, Runner) and each.busy)
    active = (each for each in found if isinstance(each, QTimer) and each.isActive())
    return next(busy, None) or next(active, None)


def wait_until_idle(part: QWidget, qtbot: QtBot) -> None:
    """Wait until the window that `part` is of has come to rest, with its dialogs and all that it shows in its place."""
    window = part
    while (above := window.parentWidget()) is not None:
        window = above
    given_up = time.monotonic() + LONG / 1000
    while (awaited := _under_way(window)) is not None:
        while _goes_on(awaited):
            assert time.monotonic() < given_up, f"no rest: {awaited} of {awaited.parent()} goes on"
            turn = QEventLoop()
            QTimer.singleShot(TURN, turn.quit)
            turn.exec()
    lay_out()  # the last answer may have come a moment ago, and what it shows is laid out by the next events


def _goes_on(awaited: QTimer | Runner) -> bool:
    return shiboken6.isValid(awaited) and (awaited.isActive() if isinstance(awaited, QTimer) else awaited.busy)


def lay_out() -> None:
    """Let all that is shown take its place."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents()


def press(window: Window, command: str, qtbot: QtBot) -> None:
    """Choose a command of the menu, which must be enabled, and wait until what it does has ended."""
    wait_until_idle(window, qtbot)
    assert window.commands[command].isEnabled(), command
    window.commands[command].trigger()
    wait_until_idle(window, qtbot)
