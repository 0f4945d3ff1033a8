"""From the map of Inicio to a city: by a click, by the choice among those at one place, and by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.menus import choose, open_menu
from tests.ui.places import show_map, spot_of, view_of
from tests.ui.seeing import frame_of, pane_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.map_view import MapView


@pytest.fixture
def view(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> MapView:
    """Show the map of Inicio."""
    return view_of(show_map(window, template, tmp_path, qtbot))


def opened_city(window: Window, qtbot: QtBot) -> str:
    """Return the name of the city that is shown."""
    wait_until_idle(window, qtbot)
    assert frame_of(window).current == "ciudades"
    return pane_of(window).heading.text()


def test_a_click_on_a_city_opens_it(window: Window, view: MapView, qtbot: QtBot) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, "Porto Alegre"))
    assert opened_city(window, qtbot) == "Porto Alegre"


def test_a_click_on_several_asks_which(window: Window, view: MapView, qtbot: QtBot) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot_of(view, "Rosario"))
    assert frame_of(window).current == "inicio"
    choose(open_menu(), "Funes · Argentina")
    assert opened_city(window, qtbot) == "Funes"


def test_a_city_is_found_and_opened_by_keys_alone(window: Window, view: MapView, qtbot: QtBot) -> None:
    for _ in range(40):
        if window.focusWidget() is view:
            break
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is view
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(window.focusWidget(), key)
    assert opened_city(window, qtbot) == "Porto Alegre"
