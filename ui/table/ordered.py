"""A short list whose order is the person's: lines are moved by dragging, or by Alt and the arrows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.look.icons import icon
from ui.look.menus import Offer, offers_of
from ui.table.model import AnyIndex
from ui.table.read_model import ReadModel
from ui.table.row_delegate import RowDelegate

MOST_FIXED = 0.68
"""The part of the width that the columns of fixed width may take together."""

SHORT = 11
"""Characters of an hour, a number or a date, which are of no use when they are cut."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title, already in the person's language; one that stretches takes the room that is left."""

    title: str
    characters: int = 0
    right: bool = False

    @property
    def stretches(self) -> bool:
        """Whether the column takes the room that is left."""
        return self.characters == 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the key of its record, its texts, and the icons that stand before some of them."""

    key: str
    cells: tuple[str, ...]
    icons: Mapping[int, str] = field(default_factory=dict)


class OrderedModel(ReadModel[Line]):
    """The lines as Qt sees them, to be taken and dropped between others."""

    def __init__(self, headings: Sequence[Heading], parent: QWidget) -> None:
        """Begin with no line."""
        right = frozenset(at for at, heading in enumerate(headings) if heading.right)
        super().__init__([heading.title for heading in headings], right, parent)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; where the keys are the same only the texts change."""
        same = [line.key for line in self.lines] == [line.key for line in lines]
        if same:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.headings) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let lines be taken, and dropped between others."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return base if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved, never copied."""
        return Qt.DropAction.MoveAction

    def shown(self, at: int, column: int, role: int) -> object:
        """Return the texts and icons of a cell."""
        line = self.lines[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.DecorationRole and column in line.icons:
            return QIcon(icon(line.icons[column]))
        return None


class OrderedTable(QTableView):
    """The list; it says what the person wants and leaves the doing to its owner."""

    current_changed = Signal(str)
    """The line with this key has the focus now."""
    reordered = Signal(list)
    """The person wants the lines in this order of keys."""
    removal_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self, headings: Sequence[Heading], name: str, parent: QWidget | None = None) -> None:
        """Show no line yet; `name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.headings = tuple(headings)
        self.rows = OrderedModel(headings, self)
        self.empty_text = ""
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self._set_manners()
        self._set_widths()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.lines[index.row()].key))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines`; the one with the focus keeps it while it is among them."""
        current, row = self.current_key(), self.currentIndex().row()
        self.rows.show_lines(lines)
        keys = [line.key for line in lines]
        if current in keys:
            self.select(current)
        elif keys and row >= 0:
            self.select(keys[min(row, len(keys) - 1)])
        self.viewport().update()

    def current_key(self) -> str:
        """Return the key of the line with the focus, empty for none."""
        row = self.currentIndex().row()
        return self.rows.lines[row].key if 0 <= row < len(self.rows.lines) else ""

    def select(self, key: str) -> bool:
        """Return the focus to a line; False when there is none of that key."""
        keys = [line.key for line in self.rows.lines]
        if key not in keys:
            return False
        if key != self.current_key():
            self.setCurrentIndex(self.rows.index(keys.index(key), 0))
        return True

    def shift(self, step: int) -> None:
        """Ask for the current line to be moved up (-1) or down (1)."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + step < len(self.rows.lines):
            self._ask(row, row + step)

    def moves(self, up: QAbstractButton, down: QAbstractButton) -> tuple[Offer, ...]:
        """Return the moves of the current line for a menu, as the buttons beside the list do them."""
        row, last = self.currentIndex().row(), len(self.rows.lines) - 1
        first, second = offers_of(up, down)
        return replace(first, keys="Alt+Up", allowed=row > 0), replace(second, keys="Alt+Down", allowed=0 <= row < last)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the dragged line to stand where it was dropped."""
        row = self.currentIndex().row()
        at = self.indexAt(event.position().toPoint())
        target = at.row() if at.isValid() else len(self.rows.lines)
        if self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem:
            target += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row >= 0:
            self._ask(row, target - 1 if target > row else target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, ask for removal with Del, open with Enter."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.shift(moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and self.current_key():
            self.removal_wanted.emit(self.current_key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key():
            self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again, so that the column of the theme is read also where the text is large."""
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to see, when there is nothing."""
        super().paintEvent(event)
        if self.rows.lines or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(24, 8, -24, -8)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_text)
        painter.end()

    def _ask(self, row: int, to: int) -> None:
        keys = [line.key for line in self.rows.lines]
        if row != to:
            keys.insert(to, keys.pop(row))
            self.reordered.emit(keys)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.rows.lines[current.row()].key if current.isValid() else "")

    def let_move(self, *, moves: bool) -> None:
        """Let rows be dragged to another place, or not."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if moves else mode.NoDragDrop)

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.let_move(moves=True)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegate(RowDelegate(self))
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_widths(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        for at, heading in enumerate(self.headings):
            mode = QHeaderView.ResizeMode.Stretch if heading.stretches else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(at, mode)
        self._share_width()

    def _share_width(self) -> None:
        character, header = self.fontMetrics().averageCharWidth(), self.horizontalHeader()
        fixed = {at: each for at, each in enumerate(self.headings) if not each.stretches}
        least = {at: header.sectionSizeHint(at) for at in fixed}
        wanted = {at: max(each.characters * character + 16, least[at]) for at, each in fixed.items()}
        wide = [at for at, each in fixed.items() if each.characters > SHORT]
        short = sum(width for at, width in wanted.items() if at not in wide)
        stretching = [header.sectionSizeHint(at) for at in range(len(self.headings)) if at not in fixed]
        room = self.viewport().width()
        taken = min(room * MOST_FIXED, room - len(stretching) * max(stretching, default=0))
        left = max(0.0, taken - short)
        shrunk = min(1.0, left / max(1, sum(wanted[at] for at in wide)))
        for at, width in wanted.items():
            self.setColumnWidth(at, max(round(width * shrunk), least[at]) if at in wide else width)
