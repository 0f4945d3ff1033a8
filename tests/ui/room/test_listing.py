"""The list of a room: filtered while words are typed, counted, its columns kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.settings import ListLook
from tests.ui.seeing import count_of, names_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


def test_the_list_is_filtered_while_words_are_typed(opened: Window, qtbot: QtBot) -> None:
    assert count_of(opened) == "5 ciudades"
    QTest.keyClicks(room_of(opened).list.words_line, "cordoba")
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Córdoba"]
    assert count_of(opened) == "1 de 5 ciudades"
    QTest.keyClick(room_of(opened).list.words_line, Qt.Key.Key_Escape)
    wait_until_idle(opened, qtbot)
    assert count_of(opened) == "5 ciudades"


def test_columns_that_were_chosen_stay_chosen(opened: Window) -> None:
    pane = room_of(opened).list
    menu = pane.table.columns_menu()
    next(each for each in menu.actions() if each.text() == "Población").setChecked(False)
    assert "population" not in pane.shown_columns()
    assert "population" not in opened.preferences.settings.lists["municipality"].columns


def test_columns_chosen_in_an_older_version_are_shown_by_the_names_of_this_one(opened: Window) -> None:
    look = ListLook(("theme_names", "name", "cities"), {"theme_names": 333})
    opened.preferences.keep(lambda settings: settings.with_list("experience", look))
    opened.show_room("experiencias")
    pane = room_of(opened).list
    assert pane.shown_columns() == ("themes", "name", "municipalities")
    assert pane.table.states()[0].width == 333
