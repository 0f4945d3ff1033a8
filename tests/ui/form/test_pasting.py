"""Rows are pasted into the fields of a row in every way in which one pastes, and one text stays one text."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.hands import BUTTONS, drag_over
from tests.ui.form.seats import SEATS, seats_of, shown
from tests.ui.menus import choose, lines_of, right_click_on
from tests.ui.seeing import pane_of
from tests.ui.waiting import wait_until_idle
from ui.form.parts import PartsGrid
from ui.frame.window import Window


def copied(text: str, html: str = "") -> QMimeData:
    """Return what a program copies as `text`, with `html` beside it."""
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def menu_of(line: QWidget) -> QMenu:
    """Press the right button on a line, and return the menu that it opens."""
    at = line.rect().center()
    QApplication.sendEvent(line, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, line.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose_in(line: QWidget, wanted: str) -> None:
    """Choose a line of the menu of a field, by its words or, of Qt's own, by its name."""
    menu = menu_of(line)
    action = next(each for each in menu.actions() if wanted in (each.text(), each.objectName()))
    assert action.isEnabled()
    menu.close()
    action.trigger()


def by_keys(line: QWidget) -> None:
    """Paste with Ctrl+V."""
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def by_menu(line: QWidget) -> None:
    """Paste with the menu of the field."""
    choose_in(line, "edit-paste")


def by_dragging(line: QWidget) -> None:
    """Drag what is copied into the field."""
    mime = QGuiApplication.clipboard().mimeData()
    assert drag_over(line, mime)
    QApplication.sendEvent(line, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *BUTTONS))


def by_middle_button(line: QWidget) -> None:
    """Press the middle button, which on X11 pastes what is selected elsewhere."""
    at, middle, none = QPointF(5, 5), Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.MouseButtonRelease
    QApplication.sendEvent(line, QMouseEvent(kind, at, line.mapToGlobal(at), middle, Qt.MouseButton.NoButton, none))


WAYS = (by_keys, by_menu, by_dragging, by_middle_button)


class Selection:
    """A clipboard of X11, where what is selected is what was copied."""

    Mode = QClipboard.Mode

    def __init__(self, clipboard: QClipboard) -> None:
        """Stand for `clipboard`."""
        self._clipboard = clipboard

    def supportsSelection(self) -> bool:
        """Tell that what is selected can be pasted."""
        return True

    def mimeData(self, _mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> QMimeData:
        """Return what was copied."""
        return self._clipboard.mimeData()


def asked_anew(window: Window, qtbot: QtBot) -> tuple[PartsGrid, QWidget]:
    """Show the seats of a body with a row begun, having given up what was pasted before, and the line of that row."""
    if pane_of(window).editing:
        pane_of(window).discard()
    grid = seats_of(window, "Comisión Directiva", qtbot)
    assert grid.rows == [], "nothing is left of what was pasted before"
    grid.adding.click()
    return grid, grid.rows[0].first.input()


def test_rows_are_pasted_into_a_field_in_every_way(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.show_room("organismos")
    clipboard = Selection(QGuiApplication.clipboard())
    for way in WAYS:
        grid, line = asked_anew(opened, qtbot)
        QGuiApplication.clipboard().setText(SEATS)
        with monkeypatch.context() as patch:
            if way is by_middle_button:
                patch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
            way(line)
        wait_until_idle(opened, qtbot)
        assert [role for _, role, _ in shown(grid)] == ["chair", "alternate", None], way.__name__


def test_a_wrapped_text_stays_in_its_field_and_is_offered_as_rows(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("organismos")
    for way in WAYS[:3]:
        grid, line = asked_anew(opened, qtbot)
        QGuiApplication.clipboard().setText("Canelones\nRosario\n")
        way(line)
        wait_until_idle(opened, qtbot)
        assert [city.split() for _, _, city in shown(grid)] == [["Canelones", "Rosario"]], way.__name__
        choose_in(line, "Pegar como filas")
        wait_until_idle(opened, qtbot)
        assert [city for _, _, city in shown(grid)][-2:] == ["Canelones", "Rosario"], way.__name__


def test_a_column_of_a_spreadsheet_is_rows_in_any_field(opened: Window, qtbot: QtBot) -> None:
    grid = seats_of(opened, "Comisión Directiva", qtbot)
    grid.adding.click()
    cells = "".join(f"<tr><td>{each}</td></tr>" for each in ("2024", "2025"))
    QGuiApplication.clipboard().setMimeData(copied("2024\n2025\n", f"<table>{cells}</table>"))
    by_keys(grid.rows[0].editors["starts"].input())
    wait_until_idle(opened, qtbot)
    assert [str(row.editors["starts"].value()) for row in grid.rows] == ["2024", "2025"]


def test_rows_are_pasted_by_the_menu_of_a_list_of_choices_and_of_the_button_that_adds_one(
    opened: Window, qtbot: QtBot
) -> None:
    grid = seats_of(opened, "Comisión Directiva", qtbot)
    grid.adding.click()
    QGuiApplication.clipboard().setText("Presidencia")
    assert lines_of(right_click_on(grid.rows[0].editors["role"]))[-1] == "[Pegar]", "one text is no row there"
    QGuiApplication.clipboard().setText("Presidencia\nIntegrante")
    choose(right_click_on(grid.rows[0].editors["role"]), "Pegar")
    wait_until_idle(opened, qtbot)
    assert [role for _, role, _ in shown(grid)] == ["chair", "member"]
    QGuiApplication.clipboard().setText("Suplente")
    choose(right_click_on(grid.adding), "Pegar")
    wait_until_idle(opened, qtbot)
    assert [role for _, role, _ in shown(grid)] == ["chair", "member", "alternate"]
