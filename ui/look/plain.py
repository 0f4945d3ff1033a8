"""The one way to show a text: as it is. It may come from data, and Qt reads `<b>` as a page and `&` as a key.

What shows a text that Qt would interpret is made here; `tests/house/test_plain.py` keeps Qt's own out of all others.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QStandardItem
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QToolTip,
    QTreeWidgetItem,
    QWidget,
)


def plain_tip(text: str) -> str:
    """Return a tip that shows `text` as it is, which a model gives for its cells."""
    if "<" not in text:
        return text
    from html import escape  # hardly ever needed, and the frame of the window would wait for its table of entities

    return f'<span style="white-space:pre-wrap">{escape(text)}</span>'


def set_tip(shown: QWidget | QAction | QStandardItem | QListWidgetItem | QTableWidgetItem, text: str) -> None:
    """Say `text` of a widget, a command or an item on which the mouse rests."""
    shown.setToolTip(plain_tip(text))


def show_tip(place: QPoint, text: str, widget: QWidget) -> None:
    """Say `text` of a widget at once, at a `place` of the screen."""
    QToolTip.showText(place, plain_tip(text), widget)


def hide_tip() -> None:
    """Say nothing any more of what the mouse was on."""
    QToolTip.hideText()


def set_cell_tip(item: QTreeWidgetItem, column: int, text: str) -> None:
    """Say `text` of a cell of a tree on which the mouse rests."""
    item.setToolTip(column, plain_tip(text))


def set_title(window: QWidget, text: str) -> None:
    """Write `text` at the top of a window: Qt leaves `[*]` out, which it takes for the mark of what is unsaved."""
    window.setWindowTitle(text.replace("[*]", "[*][*]"))


def keep_ampersands(text: str) -> str:
    """Return `text` as a button, a menu or a tab needs it to show every & of it, where Qt would underline a letter."""
    return text.replace("&", "&&")


def _said(text: str) -> str:
    return text.replace("&&", "&")


class Label(QLabel):
    """A line of words, or with `wraps` a paragraph."""

    def __init__(self, text: str = "", *, wraps: bool = False) -> None:
        """Show `text`."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # beside a button of Qt's, which the classes below also are


class _Literal(_Button):
    """A button that shows each & of its words and gives them back as they were given."""

    def setText(self, text: str) -> None:
        """Show `text`, with each & that it has."""
        super().setText(keep_ampersands(text))

    def text(self) -> str:
        """Return the words as they were given."""
        return _said(super().text())


def presses(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, which presses a button."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_held(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter that is still held down: that presses nothing a second time."""
    return presses(event) and event.isAutoRepeat()


class _Pressed(_Literal):
    """A button that Enter presses, as Space does: Qt leaves Enter to the main button of a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter, once however long that is held."""
        if not presses(event):
            super().keyPressEvent(event)
        elif not is_held(event):
            self.enter()

    def enter(self) -> None:
        """Do what a click does."""
        self.click()


class PushButton(_Pressed, QPushButton):
    """A button with words."""

    def __init__(self, text: str = "") -> None:
        """Show `text`."""
        super().__init__()
        self.setText(text)


class ToolButton(_Pressed, QToolButton):
    """A button of an icon, with words beside it or without."""

    def enter(self) -> None:
        """Do what a click does, which of some is to open their menu."""
        if self.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup and self.menu() is not None:
            self.showMenu()
        else:
            self.click()


class RadioButton(_Literal, QRadioButton):
    """One of several choices."""

    def __init__(self, text: str = "") -> None:
        """Show `text`."""
        super().__init__()
        self.setText(text)


class CheckBox(_Literal, QCheckBox):
    """A choice by itself."""

    def __init__(self, text: str = "") -> None:
        """Show `text`."""
        super().__init__()
        self.setText(text)


class TabBar(QTabBar):
    """Tabs without pages of their own."""

    def add(self, title: str) -> int:
        """Add a tab and return its place."""
        return self.addTab(keep_ampersands(title))

    def setTabText(self, index: int, text: str) -> None:
        """Call a tab otherwise."""
        super().setTabText(index, keep_ampersands(text))

    def tabText(self, index: int) -> str:
        """Return what a tab is called."""
        return _said(super().tabText(index))


class TabWidget(QTabWidget):
    """Pages behind tabs."""

    def add(self, page: QWidget, title: str) -> int:
        """Add a page and return its place."""
        return self.addTab(page, keep_ampersands(title))


def menu_title(widget: QWidget) -> str | None:
    """Return the words of a menu, without the mark of its key; Qt's own have none. None of what is no menu."""
    return re.sub("&(.)", r"\1", widget.title()) if isinstance(widget, QMenu) else None


class Menu(QMenu):
    """A menu whose lines may come from data."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__(keep_ampersands(title), parent)

    def event(self, event: QEvent) -> bool:
        """Say why a line is grey on which the mouse rests: what can be done needs no more than its line says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = (each for each in self.actions() if self.actionGeometry(each).contains(event.pos()))
            line = next(under, None)
            if line is not None and not line.isEnabled() and not line.isSeparator():
                QToolTip.showText(event.globalPos(), line.toolTip(), self)
                return True
        return super().event(event)

    def offer(self, text: str, call: Callable[[], object] | None = None) -> QAction:
        """Add a line that does `call`; one without it waits for its owner to say what it does."""
        action = self.addAction(keep_ampersands(text))
        set_tip(action, text)  # else Qt takes the text itself for one
        if call is not None:
            action.triggered.connect(lambda _checked=False: call())
        return action

    def offer_menu(self, title: str) -> "Menu":
        """Add a menu inside this one."""
        inner = Menu(title, self)
        self.addMenu(inner)
        return inner
