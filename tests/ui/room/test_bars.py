"""What stands below a record: the bar of what waits for Guardar shows its words and its buttons whole."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.screens import SCREENS, layout_of
from app.words.words import Words
from tests.make import SPANISH
from tests.ui.fitting import misfits
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.bars import UnsavedBar


def shown_bar(opened: Window, qtbot: QtBot, width: int) -> UnsavedBar:
    """Show the bar of a new record in a window so many pixels wide."""
    window = QWidget(opened)
    bar = UnsavedBar(SPANISH, opened.close, opened.close, ("otra ciudad", opened.close))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    window.resize(width, 200)
    window.show()
    bar.say(fresh=True, waiting=False, dirty=True, is_seen=True)
    bar.show()
    wait_until_idle(window, qtbot)
    return bar


def middle(bar: UnsavedBar, part: QWidget) -> int:
    """Return at which height of the bar a part of it stands."""
    return part.mapTo(bar, part.rect().center()).y()


def test_words_and_buttons_share_a_line_where_there_is_room(opened: Window, qtbot: QtBot) -> None:
    bar = shown_bar(opened, qtbot, 900)
    assert abs(middle(bar, bar.text) - middle(bar, bar.saving)) <= 1


def test_the_buttons_stand_below_the_words_where_there_is_none(opened: Window, qtbot: QtBot) -> None:
    bar = shown_bar(opened, qtbot, 460)
    assert bar.width() == 460
    assert middle(bar, bar.saving) > middle(bar, bar.text) + bar.text.fontMetrics().height()
    assert not list(misfits(bar))


@pytest.mark.parametrize(
    ("language", "entity", "said"),
    [
        ("es", "municipality", "Guardar y agregar otra ciudad"),
        ("pt", "person", "Salvar e adicionar outro contato"),
        ("en", "body", "Save and add another body"),
    ],
)
def test_the_next_one_is_called_as_its_kind_is(language: str, entity: str, said: str, qtbot: QtBot) -> None:
    words, layout = Words(language), layout_of(entity)
    assert layout is not None
    bar = UnsavedBar(words, list, list, (words(layout.another), list))
    qtbot.addWidget(bar)
    assert bar.again.text() == said


def test_every_kind_that_is_begun_says_what_one_more_is_called() -> None:
    layouts = [layout for screen in SCREENS for layout in screen.layouts if layout.begin]
    assert [layout.entity for layout in layouts if not layout.another] == []
