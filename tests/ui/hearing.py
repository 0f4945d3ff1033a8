"""Whether all that a window shows can be heard and reached: its accessible tree, walked without a screen reader.

Read by Qt's own interface, which all its bridges to screen readers (AT-SPI, UI Automation, macOS) read too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from tests.ui.fitting import place_of, seen_in
from ui.look.link import Link
from ui.look.theme import Role as Look

Role = QAccessible.Role
NAME, VALUE, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description

CONTROLS = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.CheckBox,
        Role.RadioButton,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.Link,
        Role.List,
        Role.Table,
        Role.Tree,
        Role.PageTab,
        Role.PageTabList,
        Role.ProgressBar,
        Role.Switch,
    }
)
"""What has to have a name, also where the keyboard does not stop at it."""
NAMED = (Role.Heading, Role.Grouping, Role.Dialog, Role.PopupMenu)
"""What has to have a name although nothing is done with it."""
OPERATED = CONTROLS - {Role.PageTab, Role.ProgressBar}
"""What is pressed, written in or chosen from; the tabs of a bar are reached by the arrows."""
WHOLE = frozenset({Role.List, Role.Table, Role.Tree, Role.ComboBox, Role.SpinBox, Role.MenuBar})
"""What is not looked into: Qt makes what stands inside of the model, or it is moved through by the arrows."""
VALUED = frozenset({Role.ComboBox, Role.EditableText, Role.SpinBox})
TOLD_APART = VALUED | {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox}
"""What is told from all else in its window by its name or its description; two links may well lead to one thing."""
LEVELS = {Look.TITLE.value: 1, Look.HEADING.value: 2}
"""On which level a heading stands by its looks."""


@dataclass(frozen=True, slots=True)
class Deaf:
    """A thing that is not heard as it is, or not reached: what is wrong, what it says, and what it stands in."""

    wrong: str
    said: str
    where: str

    def __str__(self) -> str:
        """Say it in a line."""
        return f"{self.wrong}: {self.said!r} ({self.where})"


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing of the tree as it is heard, and the widget that it belongs to."""

    role: QAccessible.Role
    name: str
    value: str
    description: str
    widget: QWidget
    inside: bool
    """Whether it is drawn by the widget and is none of its own, as a tab of a bar."""
    focusable: bool
    level: object
    """Of a heading: 1 over a pane or a dialog, 2 over a section, 3 within one."""


def heard(window: QWidget) -> Iterator[Heard]:
    """Walk the accessible tree of `window`: all that is shown, whether the screen holds it or it is scrolled away."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    yield from _walk(root, window)


def is_in_tree(shown: QWidget, window: QWidget) -> bool:
    """Tell whether who walks the tree of `window` comes to `shown`, and from there up to the window again."""
    told, root = QAccessible.queryAccessibleInterface(shown), QAccessible.queryAccessibleInterface(window)
    while told != root:
        above = cast("QAccessibleInterface | None", told.parent())  # Qt's stubs forget that there may be none
        at = above.indexOfChild(told) if above is not None else -1
        if above is None or at < 0 or _object(above.child(at)) is not _object(told):
            return False
        told = above
    return True


def _walk(node: QAccessibleInterface, owner: QWidget) -> Iterator[Heard]:
    own = _object(node)
    widget = own if isinstance(own, QWidget) else owner
    if node.state().invisible or (own is widget and not widget.isVisible()):
        return
    role, said = node.role(), (node.text(NAME), node.text(VALUE), node.text(DESCRIPTION))
    yield Heard(role, *said, widget, own is not widget, bool(node.state().focusable), _level(node))
    if role not in WHOLE:
        for at in range(node.childCount()):
            child = node.child(at)
            if child is not None:
                yield from _walk(child, widget)
    elif isinstance(widget, QAbstractItemView):
        for inside in widget.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child = QAccessible.queryAccessibleInterface(inside)
            if child is not None:
                yield from _walk(child, widget)


def _level(node: QAccessibleInterface) -> object:
    told = cast("QAccessibleAttributesInterface | None", node.attributesInterface())  # Qt's stubs forget the None
    return told.attributeValue(QAccessible.Attribute.Level) if told is not None else None


def _object(node: QAccessibleInterface) -> QObject | None:
    return node.object() if node.isValid() else None


def deaf(window: QWidget, required: str) -> Iterator[Deaf]:
    """Find what `window` shows and who does not see it would not know or not reach.

    `required` is the word that says of a field that it has to be filled in: `QAccessible.State` has none for it.
    """
    all_heard = list(heard(window))
    for each in all_heard:
        for fault in (_nameless, _named_by_value, _roleless, _wrong_role, _out_of_reach):
            if wrong := fault(each):
                yield Deaf(wrong, each.name or each.value or each.role.name, place_of(each.widget))
    yield from _misplaced_headings(all_heard)
    yield from _silent_duties(all_heard, required)
    yield from _namesakes(all_heard)
    yield from _left_out(window, all_heard)


def _nameless(each: Heard) -> str:
    stops = each.focusable and not each.inside and each.widget.focusProxy() is None
    needs = stops or each.role in CONTROLS or each.role in NAMED
    return "has no name" if needs and not each.name.strip() else ""


def _named_by_value(each: Heard) -> str:
    return "is called what it holds" if each.role in VALUED and each.value and each.name == each.value else ""


def _roleless(each: Heard) -> str:
    stops = each.widget.focusPolicy() & Qt.FocusPolicy.TabFocus and each.widget.focusProxy() is None
    return "is reached and has no role" if stops and each.role is Role.Client and not each.inside else ""


def _wrong_role(each: Heard) -> str:
    widget, wanted = each.widget, None
    if each.inside:
        return ""
    if isinstance(widget, QLabel) and widget.property("role") in LEVELS and widget.text():
        wanted = Role.Heading
    elif isinstance(widget, Link) or widget.property("role") == Look.BARE_LINK.value:
        wanted = Role.Link
    elif isinstance(widget, QDialog):
        wanted = Role.Dialog
    elif isinstance(widget, QAbstractButton) and each.role is Role.CheckBox and _is_one_of_several(widget):
        return "is one of several and heard as a check box"
    return f"is heard as {each.role.name} and is {wanted.name}" if wanted not in (None, each.role) else ""


def _is_one_of_several(button: QAbstractButton) -> bool:
    """Tell whether pressing `button` lets another one up."""
    group = cast("QButtonGroup | None", button.group())  # Qt's stubs forget that there may be none
    return button.isCheckable() and (button.autoExclusive() or (group is not None and group.exclusive()))


def _out_of_reach(each: Heard) -> str:
    widget = each.widget
    if each.inside or not widget.isEnabled() or not (each.role in OPERATED or _takes_the_mouse(widget)):
        return ""
    ways = widget.findChildren(QAbstractButton) if each.role is Role.PageTabList else _ways_to(widget)
    stops = any(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in (widget, *ways))
    return "" if stops or _has_keys(widget) or _moved_by_its_owner(widget) else "is out of the keyboard's reach"


def _ways_to(widget: QWidget) -> Iterator[QWidget]:
    """Return where the keyboard may stop to be at `widget`: there, at what takes it instead, or at one of its group."""
    yield widget
    proxy = widget.focusProxy()
    if proxy is not None:
        yield proxy
    if isinstance(widget, QAbstractItemView):
        yield from (each for each in widget.viewport().findChildren(QWidget) if each.isVisible())
    above = widget.parentWidget()
    if isinstance(widget, QAbstractButton) and _is_one_of_several(widget) and above is not None:
        beside = above.findChildren(QAbstractButton)
        yield from (each for each in beside if each.group() is widget.group() and _is_one_of_several(each))


def _has_keys(widget: QWidget) -> bool:
    """Tell whether keys do what a button does, wherever the keyboard is."""
    return isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty()


def _moved_by_its_owner(widget: QWidget) -> bool:
    """Tell whether the keys of what it stands in do the same: those of a line empty it, the arrows turn tabs."""
    above = widget.parentWidget()
    return isinstance(above, (QLineEdit, QTabBar))


def _takes_the_mouse(widget: QWidget) -> bool:
    """Tell whether a widget of ours does something when it is pressed."""
    ours = [each for each in type(widget).__mro__ if each.__module__.startswith("ui.")]
    return any(name in vars(each) for each in ours for name in ("mousePressEvent", "mouseReleaseEvent"))


def _misplaced_headings(all_heard: Iterable[Heard]) -> Iterator[Deaf]:
    """Find headings without a level, on another than they look, or deeper by two than the one before."""
    before = 1  # the name of the window
    for each in all_heard:
        if each.role is not Role.Heading or not each.name:
            continue
        looks = LEVELS.get(each.widget.property("role"))
        if not isinstance(each.level, int) or looks not in (None, each.level):
            yield Deaf(f"is a heading of level {each.level}", each.name, place_of(each.widget))
        elif each.level > before + 1:
            yield Deaf(f"is a heading of level {each.level} after one of {before}", each.name, place_of(each.widget))
        before = each.level if isinstance(each.level, int) else before


def _silent_duties(all_heard: Iterable[Heard], required: str) -> Iterator[Deaf]:
    """Find the fields that are shown with a star, and heard as any other."""
    described = {each.widget: each.description for each in all_heard if not each.inside}
    for label in described:
        if isinstance(label, QLabel) and label.text().endswith(" *"):
            buddy = label.buddy()
            if buddy not in described:
                yield Deaf("names no field", label.text(), place_of(label))
            elif required not in described[buddy]:
                yield Deaf("does not say that it is required", label.text(), place_of(buddy))


def _namesakes(all_heard: Iterable[Heard]) -> Iterator[Deaf]:
    """Find what is called and described as something else in the window, as two rows of a form may be."""
    known: set[tuple[QAccessible.Role, str, str]] = set()
    for each in all_heard:
        said = each.role, each.widget.accessibleName() or each.name, each.description
        if each.role in TOLD_APART and not each.inside and not _moved_by_its_owner(each.widget):
            if said in known:
                yield Deaf("is called as another", said[1], place_of(each.widget))
            known.add(said)


def _left_out(window: QWidget, all_heard: Iterable[Heard]) -> Iterator[Deaf]:
    """Find what takes the keyboard and is not in the tree."""
    told = {each.widget for each in all_heard}
    whole = {each.widget for each in all_heard if each.role in WHOLE and not each.inside}
    for widget in seen_in(window):  # most of what is in a window is not seen, and is not even gone through
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget not in told and not any(each.isAncestorOf(widget) for each in whole):
            yield Deaf("is not in the tree", widget.accessibleName() or type(widget).__name__, place_of(widget))
