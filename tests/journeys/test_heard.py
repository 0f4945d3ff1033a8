"""What the window shows can be heard and reached and is whole: all has its name and its role, and no text is cut.

No text of a record is taken for a page or a key there, and every list has a menu.

All is walked once, in the longest words of the three languages and at the usual size of letters: what fits in those
fits in each, and what is heard comes of the same widgets in each.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.asked import Asked, asked_of_dialogs
from tests.make import copied_store
from tests.ui.fitting import free_widths, misfits
from tests.ui.hearing import deaf
from tests.ui.literal import MARK, interpreted_in_sight, interpreted_out_of_sight, mark_texts, shown_texts
from tests.ui.longest import LONGEST
from tests.ui.menus import without_menu
from tests.ui.seeing import pane_of
from tests.ui.walking import SIZE, walk
from ui.frame.window import Window

CHOSEN = ("filtered", "all selected", "form", "new")
"""Halts whose lists are asked for their menus at others, and whose selection stays."""

in_longest = pytest.mark.parametrize("look", [(LONGEST, 100)], ids=["longest"], indirect=True)


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Let a screen reader be there: then Qt asks for what is heard while a widget is made, and keeps it."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(scope="module")
def sample(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the sample in which every text of a record ends in marks, once."""
    with copied_store(sample, tmp_path_factory.mktemp("marked")) as store:
        mark_texts(store)
        return store.path


@in_longest
def test_all_of_a_room_is_heard_and_reached_and_none_of_it_is_cut(look: Window, qtbot: QtBot) -> None:
    asked = Asked()
    for place in walk(look, qtbot):
        assert (look.width(), look.height()) == SIZE, place
        asked.note(place, _faults(look, look))
        asked.note(place, interpreted_in_sight(look))
        kind, _, halt = place.partition(": ")
        if halt == "page":
            has_mark = any(MARK in text for text in shown_texts(pane_of(look)))
            asked.note(place, [] if has_mark else [f"no marks of {kind} are shown"])
        if halt not in CHOSEN:
            asked.note(place, without_menu(look))  # the last question: the row that it is asked of is chosen by it
    asked.note("all rooms", interpreted_out_of_sight())
    asked.check()


@in_longest
def test_all_of_a_dialog_is_heard_and_reached_and_fits_on_a_small_screen(look: Window, qtbot: QtBot) -> None:
    asked_of_dialogs(look, qtbot, lambda dialog: _faults(dialog, look)).check()


def _faults(shown: QWidget, window: Window) -> Iterator[object]:
    yield from deaf(shown, window.words("Obligatorio."))
    yield from misfits(shown)
    yield from free_widths(shown)
