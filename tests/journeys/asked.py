"""What a walk through all the rooms or dialogs finds wrong, each said once, with the place where it was met first."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.asking import DIALOGS, states_of
from ui.frame.window import Window

SCREEN = QSize(1366, 768)
TALLEST = SCREEN.height() - 40
"""Pixels of a small screen that the bar with its title leaves to a dialog."""


class Asked:
    """The faults of a walk: to go through all costs so much that each place is asked all the questions at once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._found: dict[str, str] = {}

    def note(self, place: str, faults: Iterable[object]) -> None:
        """Keep the faults of a place; each says in words what is wrong with what."""
        for each in faults:
            self._found.setdefault(str(each), place)

    def check(self) -> None:
        """Fail with all that was found, a line each."""
        assert not self._found, "\n".join(f"{place}: {said}" for said, place in self._found.items())


def asked_of_dialogs(window: Window, qtbot: QtBot, faults: Callable[[QDialog], Iterable[object]]) -> Asked:
    """Bring each kind of dialog into each of its states: what is wrong with it, and does the screen have it."""
    asked = Asked()
    for kind, make in DIALOGS.items():
        dialog = make(window)
        dialog.open()
        for state in states_of(dialog, window, qtbot):
            place = f"{kind.__name__} {state}"
            if dialog.height() > TALLEST or dialog.width() > SCREEN.width():
                asked.note(place, [f"{dialog.size()} is more than the screen"])
            asked.note(place, faults(dialog))
        dialog.done(0)
        dialog.deleteLater()
    return asked
