"""What the window shows fits: no text of it is cut, at twice the usual size of letters.

That is walked in Portuguese, which has most letters: what one language says beside another takes more room than any. At
the usual size it is walked with what is heard (`test_heard.py`), in the longest words of the three languages.
"""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.journeys.asked import Asked, asked_of_dialogs
from tests.ui.asking import DIALOGS, declared_dialogs
from tests.ui.fitting import free_widths, misfits
from tests.ui.waiting import wait_until_idle
from tests.ui.walking import SIZE, walk
from ui.frame.window import Window

NARROW = QSize(1024, 700)

in_large = pytest.mark.parametrize("look", [("pt", 200)], ids=["pt at 200 %"], indirect=True)


@in_large
def test_no_text_of_a_room_is_cut_and_its_tables_take_the_width(look: Window, qtbot: QtBot) -> None:
    look.setUpdatesEnabled(False)  # it is measured without a picture; the walk that is heard paints the same places
    asked, sizes = Asked(), (QSize(*SIZE), NARROW)
    for place in walk(look, qtbot):
        for size in sizes:
            if look.size() != size:
                look.resize(size)
                wait_until_idle(look, qtbot)
            assert look.size() == size, place
            asked.note(f"{place}, {size.width()} wide", misfits(look))
            if size != NARROW:
                asked.note(place, free_widths(look))
        sizes = sizes[::-1]  # the next place begins as this one ends: to lay all out anew is what takes long
    asked.check()


def test_every_dialog_is_looked_at() -> None:
    assert set(DIALOGS) == declared_dialogs()


@in_large
def test_a_dialog_fits_on_a_small_screen_however_much_it_tells(look: Window, qtbot: QtBot) -> None:
    asked_of_dialogs(look, qtbot, lambda dialog: (*misfits(dialog), *free_widths(dialog))).check()
