"""Qt hygiene: nothing that a test of the window makes outlives it."""

import gc
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.file.settings import Settings, save_settings
from tests.make import copied_store, empty_template
from tests.prepared import prepared
from tests.ui.meetings.meeting import meeting, with_meeting
from tests.ui.network import Network, fill
from tests.ui.stillness import watch_reading
from ui.frame.window import Window
from ui.look.theme import IN_FUSION, Theme
from ui.room.room import Room
from ui.work.preferences import Preferences


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Begin the application of all tests as the program begins its own."""
    return list(IN_FUSION)


PATIENCE = 5.0
"""Seconds in which a thread that has work ends."""


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Put on the looks of the program, once: a second theme would take the letters of the first for the system's."""
    return qapp.findChild(Theme) or Theme(qapp)


@pytest.fixture(autouse=True)
def qt_hygiene(qapp: QApplication, theme: Theme, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a top-level widget, a running timer or a thread is left behind, or a closed window is kept."""
    threads = set(threading.enumerate())
    # What was there before the test is no concern of it: only what is new is looked through, which is quick.
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for look in (_seen, _running):
        if look():  # garbage perhaps: to collect it takes so long that it is done once where nothing is found
            gc.collect()
            assert not look(), look()
    begun = set(threading.enumerate()) - threads
    for each in begun:
        each.join(PATIENCE)  # work that was given up ends once it is told so
    left = {each for each in begun if each.is_alive()}
    assert not left, left
    request.node.funcargs.clear()  # pytest would let go of what the test was given only after its end
    gc.collect()
    if "QAccessible" in vars(request.module):  # PySide keeps what it was asked about, for good
        return
    given_up = time.monotonic() + PATIENCE
    while (kept := _kept()) and time.monotonic() < given_up:  # what was on its way to a window holds it until it came
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which no loop of events does here
        gc.collect()
    assert not kept, kept


def _seen() -> list[QWidget]:
    """Return the windows that are seen."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def _running() -> list[QTimer]:
    """Return the timers that run."""
    return [each for each in gc.get_objects() if type(each) is QTimer and shiboken6.isValid(each) and each.isActive()]


def _kept() -> set[str]:
    """Return which windows and rooms somebody still holds."""
    return {kind.__name__ for kind in set(map(type, gc.get_objects())) if issubclass(kind, (Window, Room))}


@pytest.fixture(autouse=True)
def stillness(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when the file is read while the window paints, or in its thread while a write is under way."""
    found = watch_reading(monkeypatch)
    yield
    assert not found, found


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty file, once."""
    return empty_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def network_file(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Make a file with a few records, once for tests to copy."""
    with copied_store(template, tmp_path_factory.mktemp("network")) as store:
        return Network(store.path, fill(store))


@pytest.fixture(scope="session")
def meeting_file(network_file: Network, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Make a file with a meeting too, once for tests to copy."""
    return with_meeting(network_file, tmp_path_factory.mktemp("meeting"))


@pytest.fixture
def window(theme: Theme, tmp_path: Path) -> Iterator[Window]:
    """Show a window with settings of its own, which know who works, and no file."""
    save_settings(Settings(author="Ana Ejemplo"), tmp_path / "settings")
    made = Window(Preferences(tmp_path / "settings", system_locale="es"), theme)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    yield made
    made.close_file(remember=False)  # what is unsaved is no concern of the end
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(window: Window, network_file: Network, tmp_path: Path) -> Window:
    """Show a window on a file with a few records."""
    window.take_store(network_file.open(tmp_path), "ciudades")
    return window


__all__ = [
    "meeting",
    "meeting_file",
    "network_file",
    "opened",
    "prepared",
    "qt_hygiene",
    "stillness",
    "template",
    "theme",
    "window",
]
