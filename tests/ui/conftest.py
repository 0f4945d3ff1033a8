"""Qt hygiene: nothing that a test of the window makes outlives it."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Put on the looks of the program, once."""
    return Theme(qapp)


@pytest.fixture(autouse=True)
def qt_hygiene(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Fail when a top-level widget, a running timer or a thread is left behind."""
    threads = set(threading.enumerate())
    # What was there before the test is no concern of it: only what is new is looked through, which is quick.
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    widgets = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not widgets, widgets
    timers = [each for each in gc.get_objects() if type(each) is QTimer and shiboken6.isValid(each) and each.isActive()]
    assert not timers, timers
    left = set(threading.enumerate()) - threads
    assert not left, left
