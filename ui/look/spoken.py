"""Widgets that a screen reader hears as what they are, where Qt does not know by itself: headings, regions, folds."""

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QPalette,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.look.icons import icon
from ui.look.plain import Label, PushButton


class HeadingLabel(Label):
    """A heading, heard as one."""

    def __init__(self, text: str = "") -> None:
        """Show `text`."""
        super().__init__(text, wraps=True)
        self.setAccessibleName(text)


class Region(QWidget):
    """What stands below a heading, heard as one group under its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Be called `name`, in the person's language."""
        super().__init__(parent)
        self.setAccessibleName(name)


class Disclosure(PushButton):
    """A button that folds what stands below it and opens it again; it is heard whether that is expanded."""

    def __init__(self, text: str) -> None:
        """Begin folded, called `text`."""
        super().__init__(text)
        self.setAccessibleName(text)
        self._is_open = False
        self._turn_caret()

    @property
    def is_open(self) -> bool:
        """Whether what stands below is shown."""
        return self._is_open

    def set_open(self, *, is_open: bool) -> None:
        """Turn the caret, and tell whoever only hears it."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        self._turn_caret()
        changed = QAccessible.State()
        changed.expanded = changed.collapsed = 1
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))

    def _turn_caret(self) -> None:
        self.setIcon(icon("caret-down" if self._is_open else "caret-right", QPalette.ColorRole.Link))


class _DisclosureInterface(QAccessibleWidget):
    """What is heard of a `Disclosure`: a button, expanded or collapsed, that can be pressed."""

    def __init__(self, button: Disclosure) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def state(self) -> QAccessible.State:
        said = super().state()
        said.expandable = 1
        said.expanded, said.collapsed = int(self._button.is_open), int(not self._button.is_open)
        return said

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()
        else:
            super().doAction(name)


def speak_roles() -> None:
    """Let screen readers hear these widgets as what they are; to be called once for an application."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, widget: QObject) -> QAccessibleInterface | None:
    match widget:
        case HeadingLabel():
            return QAccessibleWidget(widget, QAccessible.Role.Heading)
        case Region():
            return QAccessibleWidget(widget, QAccessible.Role.Grouping)
        case Disclosure():
            return _DisclosureInterface(widget)
    return None
