"""The map of the members answers: it names, opens, comes nearer, moves and goes back, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.places import show_map, spot_of, view_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.map_view import MapView

LEFT, CENTRE_OF_OCEAN = Qt.MouseButton.LeftButton, QPoint(4, 4)


@pytest.fixture
def view(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> MapView:
    """Show the map of five cities, one of which lies beyond it."""
    made = view_of(show_map(window, template, tmp_path, qtbot))
    made.setFocus()
    return made


def hover(view: MapView, at: QPoint) -> str:
    """Move the mouse there and return what is named."""
    QTest.mouseMove(view, at)
    qapp_says = QToolTip.text()
    return qapp_says if view.pointed else ""


def turn_wheel(view: MapView, at: QPoint, notches: int) -> None:
    """Turn the wheel over a point, forward to come nearer."""
    place = QPointF(at)
    event = QWheelEvent(
        place,
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_city_under_the_mouse_is_named_and_several_are_counted(view: MapView) -> None:
    assert hover(view, spot_of(view, "Porto Alegre")) == "Porto Alegre · Brasil"
    assert hover(view, spot_of(view, "Rosario")) == "2 ciudades aquí:\nFunes · Argentina\nRosario · Argentina"
    assert hover(view, CENTRE_OF_OCEAN) == ""


def test_the_wheel_brings_what_is_under_it_nearer_and_away_again(view: MapView) -> None:
    at, middle = spot_of(view, "Porto Alegre"), spot_of(view, "Asunción")
    before = (at - middle).manhattanLength()
    turn_wheel(view, at, 3)
    assert (spot_of(view, "Porto Alegre") - at).manhattanLength() <= 2
    assert (spot_of(view, "Porto Alegre") - spot_of(view, "Asunción")).manhattanLength() > 2 * before
    turn_wheel(view, at, -9)
    assert view.frame == view.whole


def test_a_pinch_brings_it_nearer(view: MapView) -> None:
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(spot_of(view, "Rosario"))
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, QPointF(view.mapToGlobal(at)), 0.5, QPointF()
    )
    QApplication.sendEvent(view, pinch)
    assert view.frame.scale == pytest.approx(view.whole.scale * 1.5)


def test_it_is_dragged_without_opening_anything_and_never_out_of_sight(view: MapView, qtbot: QtBot) -> None:
    opened: list[str] = []
    view.chosen.connect(opened.append)
    view.zoom(4, QPointF(spot_of(view, "Asunción")))
    wait_until_idle(view, qtbot)
    start = spot_of(view, "Asunción")
    QTest.mousePress(view, LEFT, pos=start)
    for step in (20, 40, 60):
        QTest.mouseMove(view, start + QPoint(step, step))
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(60, 60))
    moved = spot_of(view, "Asunción") - start
    assert (moved - QPoint(60, 60)).manhattanLength() <= 2
    QTest.mousePress(view, LEFT, pos=QPoint(100, 100))
    for step in range(10):
        QTest.mouseMove(view, QPoint(100 + 2000 * step, 100))
    QTest.mouseRelease(view, LEFT, pos=QPoint(20_000, 100))
    middle = view.frame.west + view.frame.width / view.frame.scale / 2
    assert middle == pytest.approx(view.whole.west)
    assert opened == []


def test_a_double_click_beside_the_cities_shows_all_again(view: MapView) -> None:
    view.zoom(4)
    QTest.mouseDClick(view, LEFT, pos=CENTRE_OF_OCEAN)
    assert view.frame == view.whole


def test_the_keys_bring_it_nearer_and_show_all(view: MapView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    near = view.frame.scale
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.whole.scale < view.frame.scale < near
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.frame == view.whole


def test_each_city_is_reached_by_keys_and_comes_into_sight(view: MapView) -> None:
    opened: list[str] = []
    view.chosen.connect(opened.append)
    view.zoom(6)
    found = set()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_PageDown,) * (len(view.cities) - 1) + (Qt.Key.Key_Return,):
        assert view.current is not None
        assert view.rect().contains(spot_of(view, view.cities[view.current].name))
        found.add(view.cities[view.current].name)
        QTest.keyClick(view, key)
    assert found == {"Asunción", "Funes", "Porto Alegre", "Rosario"}
    assert opened == [view.cities[-1].id]


def test_the_arrows_go_from_city_to_city_as_they_lie(view: MapView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    way = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
        assert view.current is not None
        way.append(view.cities[view.current].name)
    assert way == ["Funes", "Rosario", "Porto Alegre", "Asunción", "Rosario"]


def test_it_says_how_many_cities_it_has_and_what_the_keys_do(view: MapView) -> None:
    assert view.accessibleName() == "Mapa de las ciudades miembro"
    assert view.accessibleDescription().startswith("4 ciudades miembro de 3 países en el mapa. Las flechas")
    assert QAccessible.queryAccessibleInterface(view).role() is QAccessible.Role.Graphic


def test_the_city_that_the_keys_have_come_to_is_told_first(view: MapView) -> None:
    told = QAccessible.queryAccessibleInterface(view)
    for key, city in ((Qt.Key.Key_Home, view.cities[0]), (Qt.Key.Key_End, view.cities[-1])):
        QTest.keyClick(view, key)
        said = told.text(QAccessible.Text.Description)
        assert said.startswith(f"{city.name} · {view.words.country(city.country)}. 4 ciudades miembro")


def test_what_is_drawn_moves_with_the_map_until_it_is_drawn_anew(view: MapView, qtbot: QtBot) -> None:
    wait_until_idle(view, qtbot)
    view.show_frame(view.frame.nearer(1.1, view.frame.place((-60.0, -32.0))).moved(12, 12))
    early = view.grab().toImage()
    dot = spot_of(view, "Rosario")
    wait_until_idle(view, qtbot)
    late = view.grab().toImage()
    ratio = view.devicePixelRatioF()
    accent = view.palette().accent().color()
    for picture in (early, late):
        shown = picture.pixelColor(round(dot.x() * ratio), round(dot.y() * ratio))
        assert abs(shown.lightness() - accent.lightness()) < 60
