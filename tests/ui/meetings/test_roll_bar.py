"""The buttons above a roll say what there is room for, on one line."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.buttons import icon_button, text_button
from ui.look.menus import offers_of
from ui.look.plain import PushButton
from ui.look.scroll import settle_layouts
from ui.look.theme import Theme
from ui.meetings.roll_bar import RollBar

WORDS = ("Convocar", "Agregar invitado…", "Copiar los correos")


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """Return where the bar stands."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(theme: Theme, place: QWidget) -> RollBar:
    """Show the bar in a place of its own."""
    main, *others = (text_button(each, "envelope-simple", bool) for each in WORDS)
    made = RollBar(main, others, icon_button("Imprimir…", "printer", bool))
    made.say_counts("5 sin marcar")
    QVBoxLayout(place).addWidget(made)
    place.show()
    return made


def resize(bar: RollBar, width: int) -> None:
    """Give the bar another width, as far as it allows."""
    place = bar.parentWidget()
    assert place is not None
    place.resize(width, 100)
    settle_layouts()


def said(bar: RollBar) -> list[str]:
    """Return the words of the buttons."""
    return [each.text() for each in bar.findChildren(PushButton)]


def test_words_give_way_to_icons_and_come_back_with_room(bar: RollBar) -> None:
    seen = []
    for width in (900, bar.minimumSizeHint().width(), 900):
        resize(bar, width)
        seen.append(said(bar))
    assert seen == [list(WORDS), ["Convocar", "", ""], list(WORDS)]


def test_the_last_one_gives_its_words_up_first(bar: RollBar) -> None:
    resize(bar, 900)
    width = 900
    while said(bar)[2]:
        width -= 10
        resize(bar, width)
    assert said(bar) == ["Convocar", "Agregar invitado…", ""]


def test_what_is_not_said_is_the_tip_and_heard_and_offered(bar: RollBar) -> None:
    resize(bar, bar.minimumSizeHint().width())
    _, inviting, copying = bar.findChildren(PushButton)
    assert (inviting.toolTip(), copying.toolTip()) == WORDS[1:]
    assert (inviting.accessibleName(), copying.accessibleName()) == WORDS[1:]
    assert [each.text for each in offers_of(inviting, copying)] == list(WORDS[1:])


def test_no_button_stands_on_another(bar: RollBar) -> None:
    for width in range(bar.minimumSizeHint().width(), 900, 40):
        resize(bar, width)
        shown = bar.findChildren(PushButton)
        assert all(one.geometry().right() < other.geometry().left() for one, other in pairwise(shown))
        assert all(each.width() >= each.sizeHint().width() for each in shown)
