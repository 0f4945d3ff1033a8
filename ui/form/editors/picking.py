"""A line that offers what may be meant while the person types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from ui.look.icons import icon
from ui.look.spoken import hear_popups_of
from ui.work.pause import Pausing, at_once

MOST_OPTIONS = 50
MOST_LINES = 13
"""How many lines are seen at once: as many as are offered of records, and the last one."""


@dataclass(frozen=True, slots=True)
class Option:
    """What may be picked: the value to store, what it is called, and what tells it from its namesakes."""

    value: str
    label: str
    detail: str = ""

    @property
    def line(self) -> str:
        """The words of the option in the list."""
        return f"{self.label} — {self.detail}" if self.detail else self.label


class OptionList(QListView):
    """The list that unfolds below the line; a class of its own so that it wears its own edge."""


class PickLine(QLineEdit):
    """A line with a list of what `offer` gives for the text; Enter takes the likeliest, or what the arrows choose."""

    picked = Signal(Option)
    none_meant = Signal(str)
    """The person means none of what is offered for this text, and took the last line."""

    def __init__(
        self,
        offer: Callable[[str], Sequence[Option]],
        *,
        patience: int = 0,
        pausing: Pausing = at_once,
        last: Callable[[str], str] | None = None,
    ) -> None:
        """Ask `offer` after `patience` milliseconds without a key: 0 for what is in memory, more for the database.

        `pausing` makes of the asking one that waits while something is being written; `last` returns the words of the
        line with which the list for a text ends, for who means none of the others, empty for no such line.
        """
        super().__init__()
        self._offer = offer
        self._last = last
        self.options: tuple[Option, ...] = ()
        self._ask = pausing(self._show_options, self)
        self._asked = ""
        self._choosing = False
        self._is_put_off = False
        """Whether it is still to be told that the person has finished, since they only went to another window."""
        self._lines = QStandardItemModel(self)
        self._waiting = QTimer(self, singleShot=True, interval=patience)
        self._waiting.timeout.connect(self._unfold_typed)
        self.textEdited.connect(self._wait)
        # Not QLineEdit.setCompleter: it writes the whole line of the list into the field.
        self.popup = OptionList()
        self.popup.setIconSize(QSize(self.fontMetrics().ascent(), self.fontMetrics().ascent()))  # no line is higher
        self.list = QCompleter(self._lines, self)
        self.list.setPopup(self.popup)
        self.list.setWidget(self)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list.setMaxVisibleItems(MOST_LINES)
        self.list.setWrapAround(False)  # the arrow past the last line would choose none
        self.list.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]  # the stubs do not know that signals with overloads are asked for by type

    def event(self, event: QEvent) -> bool:
        """Let the list be heard as a part of what the line stands in."""
        above = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and above is not None:
            self.popup.setParent(above, self.popup.windowFlags())
            hear_popups_of(above)
        return super().event(event)

    def unfold(self, *, choosing: bool = False) -> None:
        """Show the list for what is typed, as soon as it can be asked for; with `choosing`, its first line chosen."""
        self._asked, self._choosing = self.text().strip(), choosing
        self._ask()

    def fold(self) -> None:
        """Put the list away, and ask for none: what was meant is taken."""
        self._waiting.stop()
        self.popup.hide()

    def _show_options(self) -> None:
        text = self.text().strip()
        if text != self._asked:
            return  # what the line holds by now was not asked for
        self.options = tuple(self._offer(text))[:MOST_OPTIONS]
        self._lines.clear()
        for option in self.options:
            item = QStandardItem(option.line)
            item.setEditable(False)
            self._lines.appendRow(item)
        last = self._last(text) if self._last is not None else ""
        if last:
            item = QStandardItem(icon("plus"), last)
            item.setEditable(False)
            self._lines.appendRow(item)
        if self._lines.rowCount() and self.hasFocus():
            self.popup.setAccessibleName(self.accessibleName())
            self.list.complete(self._room())
        else:
            self.popup.hide()
        if self._choosing and text and self.popup.isVisible():
            self.popup.setCurrentIndex(self.list.completionModel().index(0, 0))

    def _room(self) -> QRect:
        """Return below what the list unfolds: the line, or more where what tells namesakes apart takes more."""
        texts = self.popup.sizeHintForColumn(0) + 2 * self.popup.frameWidth()
        bar = (
            self.popup.verticalScrollBar().sizeHint().width()
            if self._lines.rowCount() > self.list.maxVisibleItems()
            else 0
        )
        return QRect(0, 0, max(self.width(), texts + bar), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the down arrow, and leave Enter to the list while it is open."""
        if self.popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.unfold()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list by a click too where nothing is chosen yet, or what is written names nothing."""
        super().mouseReleaseEvent(event)
        is_open = not self.text() or bool(self.property("faulty"))
        if event.button() is Qt.MouseButton.LeftButton and is_open and not self.isReadOnly():
            self.unfold()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop asking once the person has gone on; who is in a dialog that was opened from here has not finished."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._waiting.stop()
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self._is_put_off = self._is_put_off or self.isModified()
            with QSignalBlocker(self):
                super().focusOutEvent(event)
            return
        super().focusOutEvent(event)
        if self._is_put_off and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._is_put_off = False
            self.editingFinished.emit()

    def _unfold_typed(self) -> None:
        """Show the list with its first line chosen: who has typed enough presses Enter."""
        self.unfold(choosing=True)

    def _wait(self) -> None:
        self._is_put_off = False  # Qt tells it of what is written since
        self._waiting.start()

    def _on_activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.options):
            self.picked.emit(self.options[index.row()])
        elif index.row() == len(self.options):
            self.none_meant.emit(self._asked)
