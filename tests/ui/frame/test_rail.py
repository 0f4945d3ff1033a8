"""The rail: the arrows go through it, and it shows icons alone when the person or the window asks for it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.screens import SCREENS
from app.words.words import Words
from tests.ui.seeing import frame_of
from ui.frame.rail import FULL_WIDTH, LEAST_BESIDE, Rail, RoomButton
from ui.frame.window import Window


def test_the_arrows_go_through_the_rail(opened: Window) -> None:
    buttons = frame_of(opened).rail.buttons
    buttons["ciudades"].setFocus()
    QTest.keyClick(buttons["ciudades"], Qt.Key.Key_Down)
    assert isinstance(opened.focusWidget(), RoomButton)
    assert opened.focusWidget() is buttons["contactos"]
    QTest.keyClick(buttons["contactos"], Qt.Key.Key_Return)
    assert frame_of(opened).current == "contactos"


def test_the_rail_folds_to_icons_and_stays_so(opened: Window) -> None:
    rail = frame_of(opened).rail
    wide = rail.width()
    opened.collapse_rail()
    assert rail.width() < wide / 2
    assert rail.buttons["ciudades"].accessibleName() == "Ciudades"
    assert opened.preferences.settings.rail_collapsed


def test_what_was_chosen_is_shown_again_once_there_is_width_and_only_choices_are_told(
    words: Words, qtbot: QtBot
) -> None:
    rail, told = Rail(SCREENS, words), list[bool]()
    qtbot.addWidget(rail)
    rail.folded.connect(told.append)
    enough = (FULL_WIDTH + LEAST_BESIDE) * rail.fontMetrics().averageCharWidth()
    shown = []
    for width in (enough, enough - 1, enough - 2, enough):
        rail.fit_in(width)
        shown.append(rail.collapsed)
    assert shown == [False, True, True, False]
    assert told == []
    rail.collapse(collapsed=True)
    rail.fit_in(enough - 1)
    rail.fit_in(enough)
    assert rail.collapsed
    assert told == [True]


def test_the_room_that_is_shown_stays_in_sight_where_less_of_the_rail_is(words: Words, qtbot: QtBot) -> None:
    rail = Rail(SCREENS, words, collapsed=True)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 900)
    rail.show()
    rail.show_room(SCREENS[-1].name)
    rail.resize(rail.width(), 300)
    assert not rail.buttons[SCREENS[-1].name].visibleRegion().isEmpty()


def test_the_rail_never_stays_aside(words: Words, qtbot: QtBot) -> None:
    rail = Rail(SCREENS, words)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 600)
    rail.show()
    (area,) = rail.findChildren(QScrollArea)
    area.horizontalScrollBar().setRange(0, 50)
    area.horizontalScrollBar().setValue(30)
    assert area.horizontalScrollBar().value() == 0
