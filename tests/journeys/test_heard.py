"""What the window shows can be heard and reached: all has its name and its role, and the keyboard comes to it."""

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.asking import DIALOGS, states_of
from tests.ui.hearing import deaf
from tests.ui.walking import walk
from ui.frame.window import Window

# What is heard comes of the same widgets in each language.
in_one_language = pytest.mark.parametrize("look", [("pt", 100)], ids=["pt"], indirect=True)


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Let a screen reader be there: then Qt asks for what is heard while a widget is made, and keeps it."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@in_one_language
def test_all_of_a_room_is_heard_and_reached(look: Window, qtbot: QtBot) -> None:
    found: dict[str, str] = {}
    for place in walk(look, qtbot):
        for said in _faults(look, look):
            found.setdefault(said, place)
    assert not found, _told(found)


@in_one_language
def test_all_of_a_dialog_is_heard_and_reached(look: Window, qtbot: QtBot) -> None:
    found: dict[str, str] = {}
    for kind, make in DIALOGS.items():
        dialog = make(look)
        dialog.open()
        for place in states_of(dialog, look, qtbot):
            for said in _faults(dialog, look):
                found.setdefault(said, f"{kind.__name__} {place}")
        dialog.done(0)
        dialog.deleteLater()
    assert not found, _told(found)


def _faults(shown: QWidget, window: Window) -> Iterator[str]:
    yield from map(str, deaf(shown, window.words("Obligatorio.")))


def _told(found: Mapping[str, str]) -> str:
    return "\n".join(f"{place}: {said}" for said, place in found.items())
