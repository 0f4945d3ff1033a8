"""Waits until a window has nothing under way: no work beside it, no operation, and no refresh still to come."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.frame.window import Window
from ui.work.run import Runner

LONG = 60_000
"""Milliseconds after which what is waited for has failed: long, for a computer may have much else to do."""
ROUNDS = 3
"""Turns in which what was laid out tells that to what it stands in."""


def is_idle(window: QWidget) -> bool:
    """Tell whether a window, with all that is in it, has come to rest.

    What an operation changes is in the file before the window hears of it, and a command stays enabled until the next
    refresh: neither says that the operation has ended.
    """
    QCoreApplication.processEvents()
    workspace = window.workspace if isinstance(window, Window) else None
    if workspace is not None and workspace.runner.busy:
        return False  # as it mostly is while one waits: to look through all that is in a window takes much longer
    # Once through all that is in a window: there are thousands, and Qt's own search by kind goes through them all too.
    for each in window.findChildren(QObject):
        if (isinstance(each, QTimer) and each.isActive()) or (isinstance(each, Runner) and each.busy):
            return False
    return True


def wait_until_idle(part: QWidget, qtbot: QtBot) -> None:
    """Wait until the window that `part` is of has come to rest, with its dialogs and all that it shows in its place."""
    window = part
    while (above := window.parentWidget()) is not None:
        window = above
    qtbot.waitUntil(lambda: is_idle(window), timeout=LONG)
    lay_out()  # the last answer may have come a moment ago, and what it shows is laid out by the next events


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
