"""Widgets whose role a screen reader hears, where Qt knows none by itself: headings, and the regions below them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.look.plain import Label


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


def speak_roles() -> None:
    """Let screen readers hear the roles of these widgets; to be called once for an application."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, widget: QObject) -> QAccessibleInterface | None:
    match widget:
        case HeadingLabel():
            return QAccessibleWidget(widget, QAccessible.Role.Heading)
        case Region():
            return QAccessibleWidget(widget, QAccessible.Role.Grouping)
    return None
