"""Widgets that a screen reader hears as what they are, where Qt does not know by itself: headings, links, choices."""

import sys
from functools import partial
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QButtonGroup,
    QComboBox,
    QWidget,
)

from ui.look.icons import icon
from ui.look.plain import Label, Menu, PushButton, menu_title, set_title

HEARD_AS = "heard_as"
"""The property of a widget that says as what it is heard; without it Qt decides."""
LEVEL = "heading_level"
"""The property of a heading that says how deep it stands: 1 a pane or dialog, 2 a section of it, 3 what is in one."""
HEARS_NAMES_ALONE = sys.platform == "linux"
"""Whether screen readers are told what a list holds by its name and by nothing else, as Qt does it through AT-SPI."""
HAS_POPUPS = "has_popups"
"""The property of a widget that says that what unfolds from it is heard as a part of it."""
LOSES_POPUPS = sys.platform == "linux"
"""Whether Qt leaves what unfolds out of the tree, as through AT-SPI; other systems find such windows themselves."""
ONE_OF_SEVERAL = (QAccessible.Role.RadioButton, QAccessible.Role.PageTab)


def hear_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let a screen reader hear `widget` as `role` from now on."""
    widget.setProperty(HEARD_AS, role.value)
    if QAccessible.isActive() and QAccessible.queryAccessibleInterface(widget).role() != role:
        _make_anew(widget)


def hear_as_itself(widget: QWidget) -> None:
    """Let a screen reader hear a label or button again as no more than that."""
    hear_as(widget, QAccessible.Role.Button if isinstance(widget, QAbstractButton) else QAccessible.Role.StaticText)


def hear_heading(widget: QWidget, level: int) -> None:
    """Let `widget` be heard as a heading of `level`: 1 over a pane or dialog, 2 over a section, 3 within one."""
    widget.setProperty(LEVEL, level)
    hear_as(widget, QAccessible.Role.Heading)


def hear_region(widget: QWidget, name: str) -> None:
    """Let `widget` be heard as one group, called `name` in the person's language."""
    widget.setAccessibleName(name)
    hear_as(widget, QAccessible.Role.Grouping)


def hear_popups_of(owner: QWidget) -> None:
    """Let the windows that unfold from `owner`, and are its children, be heard as parts of it."""
    if LOSES_POPUPS and not owner.property(HAS_POPUPS):
        owner.setProperty(HAS_POPUPS, True)
        if QAccessible.isActive():
            _make_anew(owner)


def say_aloud(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text`, which has come at `widget` without the keyboard going there."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def name_list(box: QComboBox) -> None:
    """Call the list that unfolds from `box` as the box is called, by its name or its label."""
    if QAccessible.isActive():
        told = QAccessible.queryAccessibleInterface(box)
        name, value = told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Value)
        box.view().setAccessibleName(name.removesuffix(value).rstrip(": "))


def _make_anew(widget: QWidget) -> None:
    """Forget what is heard of `widget`: Qt may have made it as soon as the widget had its words, and keeps it."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget)))


def choose_one(group: QButtonGroup, button: QAbstractButton) -> None:
    """Put `button` into `group`, of which one is chosen, and let it be heard as such."""
    group.addButton(button)
    hear_as(button, QAccessible.Role.RadioButton)


def turn_pages(group: QButtonGroup, button: QAbstractButton) -> None:
    """Put `button` into `group`, of which each shows another page, and let it be heard as a tab."""
    group.addButton(button)
    hear_as(button, QAccessible.Role.PageTab)
    button.toggled.connect(partial(_tell_selected, button))


def _tell_selected(button: QAbstractButton, chosen: bool) -> None:
    """Let a screen reader know which tab is selected: Qt only tells that a button is checked."""
    if QAccessible.isActive():
        kind = QAccessible.Event.Selection if chosen else QAccessible.Event.SelectionRemove
        QAccessible.updateAccessibility(QAccessibleEvent(button, kind))


class HeadingLabel(Label):
    """A heading, heard as one whatever it looks like."""

    def __init__(self, text: str = "", *, level: int) -> None:
        """Show `text`, on the `level` that `hear_heading` explains."""
        super().__init__(text, wraps=True)
        hear_heading(self, level)


class Region(QWidget):
    """What stands below a heading, heard as one group under its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Be called `name`, in the person's language."""
        super().__init__(parent)
        hear_region(self, name)


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


class _LevelInterface(QAccessibleAttributesInterface):
    """What is heard of a heading besides its words: its level."""

    def __init__(self, heading: QWidget) -> None:
        super().__init__()
        self._heading = heading

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._heading.property(LEVEL) if key is QAccessible.Attribute.Level else None


class _GroundInterface(QAccessibleWidget):
    """What is heard of a widget that holds others: also what unfolds from it, as long as it is open."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def parent(self) -> QAccessibleInterface:
        above = self._widget.parentWidget()
        if _is_popup(self._widget) and above is not None and above.property(HAS_POPUPS):
            return QAccessible.queryAccessibleInterface(above)
        return super().parent()

    def childCount(self) -> int:
        return super().childCount() + len(self._popups())

    def child(self, index: int) -> QAccessibleInterface:
        at = index - super().childCount()
        popups = self._popups()
        return QAccessible.queryAccessibleInterface(popups[at]) if 0 <= at < len(popups) else super().child(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        popups = self._popups()
        found = child.object() if child.isValid() else None
        return super().childCount() + popups.index(found) if found in popups else super().indexOfChild(child)

    def _popups(self) -> list[QWidget]:
        if not self._widget.property(HAS_POPUPS):
            return []
        beside = self._widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [each for each in beside if _is_popup(each) and each.isVisible()]


def _is_popup(widget: QWidget) -> bool:
    return widget.windowType() is Qt.WindowType.Popup and not isinstance(widget, Menu)


class _WordsInterface(QAccessibleWidget):
    """What is heard of a label or button: its words, unless it has a name besides."""

    def __init__(self, shown: Label | QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(shown, role)
        self._shown = shown
        self._level = _LevelInterface(shown)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        if kind is QAccessible.InterfaceType.AttributesInterface and self.role() is QAccessible.Role.Heading:
            return cast("int", self._level)
        found = cast("int | None", super().interface_cast(kind))
        # PySide's stubs say a number, but one that is given back ends the program, and so does None.
        return cast("int", shiboken6.VoidPtr(0)) if found is None else found

    def role(self) -> QAccessible.Role:
        told = self._shown.property(HEARD_AS)  # it may have become another since
        return super().role() if told is None else QAccessible.Role(told)

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        return said or self._shown.text() if kind is QAccessible.Text.Name else said


class _ButtonInterface(_WordsInterface):
    """What is heard of a button that is heard as something else: it can be pressed."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()
        else:
            super().doAction(name)


class _DisclosureInterface(_ButtonInterface):
    """What is heard of a `Disclosure`: a button, expanded or collapsed."""

    def __init__(self, button: Disclosure) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._fold = button

    def state(self) -> QAccessible.State:
        said = super().state()
        said.expandable = 1
        said.expanded, said.collapsed = int(self._fold.is_open), int(not self._fold.is_open)
        return said


class _OneOfSeveralInterface(_ButtonInterface):
    """What is heard of a button that stays down until another of its group is pressed.

    Qt has it for a check box, whose toggling by a screen reader marks the button and does nothing of what a press does.
    """

    def state(self) -> QAccessible.State:
        said = super().state()
        if self.role() is QAccessible.Role.PageTab:
            said.selectable, said.selected = 1, int(self._button.isChecked())
        else:
            said.checkable, said.checked = 1, int(self._button.isChecked())
        return said


class _ListInterface(QAccessibleWidget):
    """What is heard of a list that unfolds: what it is about, then what is chosen in it.

    Qt has the value for its name where AT-SPI is spoken, and drops the name that was given to it.
    """

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)
        self._box = box

    def text(self, kind: QAccessible.Text) -> str:
        value = self._box.currentText()
        if kind is QAccessible.Text.Value:
            return value
        said = super().text(kind)
        if kind is QAccessible.Text.Name and HEARS_NAMES_ALONE:
            return ": ".join(each for each in (said.rstrip(": "), value) if each)
        return said

    def childCount(self) -> int:
        return 1

    def child(self, _index: int) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._box.view())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return 0 if child.object() is self._box.view() else -1

    def state(self) -> QAccessible.State:
        said = super().state()
        is_open = self._box.view().isVisible()
        said.hasPopup = said.expandable = 1
        said.expanded, said.collapsed = int(is_open), int(not is_open)
        return said

    def actionNames(self) -> list[str]:
        unfolding = (QAccessibleActionInterface.showMenuAction(), QAccessibleActionInterface.pressAction())
        return [*unfolding, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name not in (QAccessibleActionInterface.showMenuAction(), QAccessibleActionInterface.pressAction()):
            super().doAction(name)
        elif self._box.view().isVisible():
            self._box.hidePopup()
        elif self._box.isEnabled():
            self._box.showPopup()


def speak_roles() -> None:
    """Let screen readers hear these widgets as what they are; to be called once for an application."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, widget: QObject) -> QAccessibleInterface | None:
    match widget:
        case QWidget() if (title := menu_title(widget)) is not None:
            _name_menu(widget, title)
        case QWidget() if (told := widget.property(HEARD_AS)) is not None:
            return _told_interface(widget, QAccessible.Role(told))
        case Disclosure():
            return _DisclosureInterface(widget)
        case QComboBox():
            return _ListInterface(widget)
        case QWidget() if widget.property(HAS_POPUPS):
            return _GroundInterface(widget, QAccessible.Role.Client)
    return None


def _name_menu(menu: QWidget, said: str) -> None:
    """Call a menu by what is `said` on it, or as what it opens from, as Qt's own in a line, which says nothing.

    It is done when a screen reader first asks, by the title that nobody sees: of a name Qt would tell, and ask again.
    """
    owner = menu.parentWidget()
    while not said and owner is not None:
        said = QAccessible.queryAccessibleInterface(owner).text(QAccessible.Text.Name)
        owner = owner.parentWidget()
    set_title(menu, said)


def _told_interface(widget: QWidget, role: QAccessible.Role) -> QAccessibleInterface:
    match widget:
        case QAbstractButton() if role in ONE_OF_SEVERAL:
            return _OneOfSeveralInterface(widget, role)
        case QAbstractButton():
            return _ButtonInterface(widget, role)
        case Label():
            return _WordsInterface(widget, role)
    return _GroundInterface(widget, role)
