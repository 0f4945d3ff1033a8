"""Context menus: what can be done at a place, where the mouse or the keyboard is; one way for the whole window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from ui.look.plain import Menu

SEPARATOR = "-"

LIST_ROW = (
    *("open_record", "edit_many", "verify", "show_evidence", "tell_of", SEPARATOR),
    *("copy", "copy_emails", "select_all", SEPARATOR),
    *("export_selected", "export_list", "print", SEPARATOR),
    *("history", "delete"),
)
"""What can be done to the selected rows of the list of a room: names of commands of the window."""
REACHING = LIST_ROW.index("copy_emails")
"""Where, among these, stands how the one selected record is reached."""
CALENDARS = ("activity", "meeting")
"""The kinds of record that calendars know as events: their lists, and their records, can be exported as one."""
OWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "norm": ("check_citation",),
        "study": ("deliver",),
        "agreement": ("renew", "begin_project"),
        "call": ("begin_project",),
        "period": ("management_report",),
        "organisation": ("add_cities",),
        "adoption": ("leave",),
        "office": ("choose_logo", "remove_logo"),
        **dict.fromkeys(("commitment", "step", "interaction", "resolution", "plan_action", "need", "due"), ("fulfil",)),
    }
)
"""What can be done to the records of one kind alone, or of some: names of commands of the window."""
FINISHING = frozenset({"fulfil", "deliver", "leave"})
"""Those by which a record is done or dropped: where it is, its page does not offer them."""
OWN_COMMANDS = tuple(dict.fromkeys(name for names in OWN.values() for name in names))
LIST_GROUND = ("new_record", "filter", "select_all", SEPARATOR, "export_list", "print")
"""What can be done where such a list has no row."""

INSET = 8
"""Pixels inside a widget without a current row at which its menu opens for the keyboard."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line that is no command of the window: `text` is already in the person's language, `keys` do the same.

    One with `more` lines opens them beside it.
    """

    text: str
    call: Callable[[], object] | None = None
    icon: QIcon = field(default_factory=QIcon)
    keys: str = ""
    allowed: bool = True
    more: tuple["Offer", ...] = ()


Entry = str | Offer
"""A line of a menu: the name of a command of the window, SEPARATOR, or a choice of the place itself."""
Entries = Callable[[], Sequence[Entry]]


def with_calendar(entity: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the lines of a menu of a kind of record, with its export as a calendar where it is an event.

    It stands after the export of the list, or in a menu without one before what deletes or closes.
    """
    if entity not in CALENDARS:
        return tuple(entries)
    at = entries.index("export_list") + 1 if "export_list" in entries else len(entries)
    return (*entries[:at], "export_calendar", *entries[at:])


def own_of(entity: str) -> tuple[str, ...]:
    """Return the commands of a kind of record alone."""
    return OWN.get(entity, ())


def rows_of(entity: str, reached: Sequence[Entry] = ("copy_emails",)) -> tuple[Entry, ...]:
    """Return what can be done to the rows of the list of a kind: what it alone offers stands after opening it.

    `reached` is how the one selected record is reached; of several the e-mails are copied.
    """
    rows = (*LIST_ROW[:REACHING], *reached, *LIST_ROW[REACHING + 1 :])
    return with_calendar(entity, (rows[0], *own_of(entity), *rows[1:]))


def nothing() -> Sequence[Entry]:
    """Offer nothing."""
    return ()


def offers_of(*buttons: QAbstractButton) -> tuple[Offer, ...]:
    """Return what the buttons beside a list do, called and allowed as they are; those that are hidden are left out."""
    return tuple(
        Offer(each.text() or each.accessibleName(), each.click, each.icon(), allowed=each.isEnabled())
        for each in buttons
        if not _is_put_away(each)
    )


def _is_put_away(button: QAbstractButton) -> bool:
    """Tell whether a button was hidden; one made a moment ago is not shown yet, which Qt calls hidden too."""
    return button.isHidden() and button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


class ContextMenu(QObject):
    """Opens the menu of one widget: by the right button, the key for it, or Shift+F10."""

    def __init__(self, widget: QWidget, entries: Entries, elsewhere: Entries = nothing) -> None:
        """Offer `entries` on `widget`, which are asked for each time; of a list on its rows, `elsewhere` beside them.

        The row under the mouse is selected first, as Qt does, unless it is among the selected. Where there is nothing
        to offer, the widget around this one is asked.
        """
        super().__init__(widget)
        self._widget = widget
        self._entries = entries
        self._elsewhere = elsewhere
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu when it is asked for."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            shown = self.open_for_keyboard() if by_keyboard else self.open_at(event.globalPos())
            event.setAccepted(shown)
            return shown
        # Not every system makes of Shift+F10 what it makes of the key for menus.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_shift_f10(event):
            return _ask_where_the_keyboard_is()
        return False

    def open_for_keyboard(self) -> bool:
        """Open the menu of the row that the keyboard is on, or of the widget; False when it offers nothing."""
        view = self._widget
        if not isinstance(view, QAbstractItemView):
            return self._open(self._entries(), view.mapToGlobal(QPoint(INSET, view.height() // 2)))
        current = view.currentIndex()
        chosen = current.isValid() or view.selectionModel().hasSelection()
        place = view.visualRect(current)
        seen = view.viewport().rect()
        at = place.center() if place.intersects(seen) else QPoint(INSET, INSET)
        at.setX(max(INSET, min(at.x(), seen.width() // 2)))
        return self._open((self._entries if chosen else self._elsewhere)(), view.viewport().mapToGlobal(at))

    def open_at(self, place: QPoint) -> bool:
        """Open the menu of what stands at `place` of the screen; False when it offers nothing."""
        return self._open((self._entries if self._is_on_row(place) else self._elsewhere)(), place)

    def _is_on_row(self, place: QPoint) -> bool:
        view = self._widget
        if not isinstance(view, QAbstractItemView):
            return True
        index = view.indexAt(view.viewport().mapFromGlobal(place))
        return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)

    def _open(self, entries: Sequence[Entry], place: QPoint) -> bool:
        menu = Menu(parent=self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, entries)
        if all(action.isSeparator() for action in menu.actions()):
            menu.deleteLater()
            return False
        menu.popup(place)
        return True

    def _fill(self, menu: Menu, entries: Sequence[Entry]) -> None:
        commands = {action.objectName(): action for action in self._widget.window().actions()}
        for entry in entries:
            if isinstance(entry, Offer):
                _offer(menu, entry)
            elif entry == SEPARATOR:
                menu.addSeparator()
            elif entry in commands:  # a list may also stand in a window that has no commands
                command = commands[entry]
                menu.addAction(command)


def _offer(menu: Menu, choice: Offer) -> None:
    if choice.more:
        inner = menu.offer_menu(choice.text)
        inner.setIcon(choice.icon)
        for each in choice.more:
            _offer(inner, each)
        return
    action = menu.offer(choice.text, choice.call)
    action.setIcon(choice.icon)
    action.setShortcut(QKeySequence(choice.keys))
    action.setEnabled(choice.allowed)


def _ask_where_the_keyboard_is() -> bool:
    """Ask for a menu as the key for it does: first of all what has the keyboard, which may be a field with its own."""
    focus = QApplication.focusWidget()
    if focus is not None:
        at = focus.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(focus, QContextMenuEvent(reason, at, focus.mapToGlobal(at)))
    return focus is not None


def _is_shift_f10(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
