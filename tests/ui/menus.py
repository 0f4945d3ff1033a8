"""Asks for context menus as a person does, and reads what they offer."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QWidget

from tests.ui.fitting import place_of
from ui.look.plain import Menu

BELOW = -1
"""Stands for the empty area below the last row."""


def right_click(view: QAbstractItemView, row: int, column: int = 0) -> Menu | None:
    """Press the right button on a row of a list, or below all of them, and return the menu that it opens."""
    at = view.visualRect(view.model().index(row, column)).center()
    if row == BELOW:
        at = QPoint(view.viewport().width() // 2, view.viewport().height() - 4)
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    _ask(view.viewport(), QContextMenuEvent.Reason.Mouse, at)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    return open_menu()


def right_click_on(widget: QWidget) -> Menu | None:
    """Press the right button in the middle of a widget and return the menu that it opens."""
    _ask(widget, QContextMenuEvent.Reason.Mouse, widget.rect().center())
    return open_menu()


def press_menu_key(widget: QWidget) -> Menu | None:
    """Press the key for menus where the keyboard is."""
    _ask(widget, QContextMenuEvent.Reason.Keyboard, QPoint(1, 1))
    return open_menu()


def open_menu() -> Menu | None:
    """Return the menu that is open."""
    found = QApplication.activePopupWidget()
    return found if isinstance(found, Menu) else None


def without_menu(window: QWidget) -> Iterator[str]:
    """Find the lists in sight, with rows, whose first row offers nothing of its own."""
    for view in window.findChildren(QAbstractItemView):
        if isinstance(view, QHeaderView) or isinstance(view.parent(), QComboBox) or not view.isVisible():
            continue
        if view.model().rowCount():
            menu = right_click(view, 0)
            if menu is None or view is not menu.parent():
                yield f"{place_of(view)} has no context menu"
            if menu is not None:
                menu.close()


def lines_of(menu: Menu | None) -> list[str]:
    """Return the words of a menu, those that are switched off in brackets, and close it."""
    assert menu is not None
    found = [_said(action) for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return found


def choose(menu: Menu | None, text: str) -> None:
    """Choose a line of a menu, which must be switched on."""
    assert menu is not None
    action = next(each for each in menu.actions() if each.text().replace("&&", "&") == text)
    assert action.isEnabled(), text
    menu.close()
    action.trigger()


def _said(action: QAction) -> str:
    text = action.text().replace("&&", "&")
    return text if action.isEnabled() else f"[{text}]"


def _ask(widget: QWidget, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
