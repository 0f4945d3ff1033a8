"""What the window shows fits: no text of it is cut, in any language, at the usual size of letters or twice that.

At the usual size it is walked in the longest words of the three languages: what fits in those fits in each. At twice
that it is walked in Portuguese, which has most letters: what one language says beside another takes more room than any.
"""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.ui.asking import DIALOGS, declared_dialogs, states_of
from tests.ui.fitting import free_widths, misfits
from tests.ui.longest import LONGEST
from tests.ui.walking import SIZE, walk
from ui.frame.window import Window

SCREEN = QSize(1366, 768)
NARROW = QSize(1024, 700)
TALLEST = SCREEN.height() - 40
"""Pixels of a small screen that the bar with its title leaves to a dialog."""

looks = pytest.mark.parametrize("look", [(LONGEST, 100), ("pt", 200)], ids=["longest", "pt at 200 %"], indirect=True)


@looks
def test_no_text_of_a_room_is_cut_and_its_tables_take_the_width(look: Window, qtbot: QtBot) -> None:
    found: dict[str, str] = {}
    for place in walk(look, qtbot):
        assert (look.width(), look.height()) == SIZE, place
        for each in (*misfits(look), *free_widths(look)):
            found.setdefault(str(each), place)
    assert not found, "\n".join(f"{place}: {said}" for said, place in found.items())


@pytest.mark.parametrize("look", [("pt", 200)], ids=["pt at 200 %"], indirect=True)
def test_no_text_is_cut_in_a_narrow_window_with_large_letters(look: Window, qtbot: QtBot) -> None:
    look.resize(NARROW)
    found: dict[str, str] = {}
    for place in walk(look, qtbot):
        assert look.size() == NARROW, place
        for each in misfits(look):
            found.setdefault(str(each), place)
    assert not found, "\n".join(f"{place}: {said}" for said, place in found.items())


def test_every_dialog_is_looked_at() -> None:
    assert set(DIALOGS) == declared_dialogs()


@looks
def test_a_dialog_fits_on_a_small_screen_however_much_it_tells(look: Window, qtbot: QtBot) -> None:
    found: dict[str, str] = {}
    for kind, make in DIALOGS.items():
        dialog = make(look)
        dialog.open()
        for place in states_of(dialog, look, qtbot):
            if dialog.height() > TALLEST or dialog.width() > SCREEN.width():
                found.setdefault(f"{dialog.size()} is more than the screen", f"{kind.__name__} {place}")
            for each in (*misfits(dialog), *free_widths(dialog)):
                found.setdefault(str(each), f"{kind.__name__} {place}")
        dialog.done(0)
        dialog.deleteLater()
    assert not found, "\n".join(f"{place}: {said}" for said, place in found.items())
