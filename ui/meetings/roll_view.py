"""The roll on the screen: each delegation is marked with one press, or with the letter of each."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.words.words import Words
from ui.look.icons import icon
from ui.look.plain import set_tip
from ui.meetings.roll import Delegation, Group, Mark, marks_of, say_marks

KEY = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
NAME, PERSON, MARKED = range(3)
AnyIndex = QModelIndex | QPersistentModelIndex
MOST_MARKS = 0.6
"""The part of the width that the marks may take before they are said by their letters alone."""


class RollView(QTreeView):
    """The delegations under their countries."""

    marked = Signal(list, str)
    """The person marks these attendances with this state."""
    removal_wanted = Signal(list)
    current_changed = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without delegations."""
        super().__init__(parent)
        self.words = words
        self.empty_text = ""
        self.choices = marks_of(words)
        self.rows = QStandardItemModel(0, 3, self)
        self.rows.setHorizontalHeaderLabels([words("Delegación"), words("Quién asiste"), words("Asistencia")])
        self.setModel(self.rows)
        self.marks = MarksDelegate(self)
        self.setItemDelegateForColumn(MARKED, self.marks)
        self._set_manners()
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current_key()))

    def let_mark(self, *, marks: bool) -> None:
        """Let delegations be marked, or show of each only how it is marked."""
        if self.marks.live != marks:
            self.marks.live = marks
            said = say_marks(self.choices) if marks else ""
            self.setAccessibleDescription(said)
            self._say_tips(said)
            self.viewport().update()

    def _say_tips(self, said: str) -> None:
        for at in range(self.rows.rowCount()):
            head = self.rows.item(at)
            for row in range(head.rowCount()):
                set_tip(head.child(row, MARKED), said)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show the roll; what was selected stays so."""
        selected, current = set(self.selected_keys()), self.current_key()
        scrolled = self.verticalScrollBar().value()
        self.rows.removeRows(0, self.rows.rowCount())
        states = {line.state for group in groups for line in group.lines}
        is_marked = any(each.state in states for each in self.choices)
        for at, group in enumerate(groups):
            head = QStandardItem(self._said_group(group, is_marked=is_marked))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            head.setFont(font)
            for line in group.lines:
                head.appendRow(self._items(line))
            self.rows.appendRow(head)
            self.setFirstColumnSpanned(at, QModelIndex(), True)
        self.expandAll()
        self._select_again(selected, current)
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def selected_keys(self) -> list[str]:
        """Return the keys of the selected delegations, in their order."""
        return [key for key in self._keys() if self.selectionModel().isSelected(self._index_of(key))]

    def current_key(self) -> str:
        """Return the key of the delegation with the focus, empty on a heading."""
        return str(self.currentIndex().siblingAtColumn(NAME).data(KEY) or "")

    def select(self, key: str) -> bool:
        """Return the focus to one delegation; False when it is not on the roll."""
        index = self._index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with the letters, take away with Del; the rest is Qt's."""
        keys = self.selected_keys()
        found = next((each for each in self.choices if event.text().upper() == each.key), None)
        if found is not None and keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.marked.emit(keys, found.state)
        elif event.key() == Qt.Key.Key_Delete and keys:
            self.removal_wanted.emit(keys)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from delegation to delegation: on a heading the letters would mark nothing."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or index.data(KEY):
            return index
        if action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePrevious):
            above = self.indexAbove(index)
            return above if above.isValid() else self.currentIndex()
        return self.indexBelow(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the marks by their letters where their words would leave no room for the names."""
        self.marks.compact = False
        self.marks.compact = self.marks.width() > self.viewport().width() * MOST_MARKS
        self.setColumnWidth(MARKED, self.marks.width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to see, when there is nothing."""
        super().paintEvent(event)
        if self.rows.rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(24, 8, -24, -8)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_text)
        painter.end()

    def _said_group(self, group: Group, *, is_marked: bool) -> str:
        """Return a country with how many there are, and how many of them came once anybody is marked."""
        count = self.words.number
        if not is_marked:
            return self.words("{country} · {count}", country=group.title, count=count(len(group.lines)))
        came, convened = count(group.came), count(len(group.lines))
        return self.words("{country} · {came} de {convened}", country=group.title, came=came, convened=convened)

    def _items(self, line: Delegation) -> list[QStandardItem]:
        stands_in = str(line.record.values.get("represented_by") or "")
        person = self.words("Por {name}", name=stands_in) if line.state == "represented" and stands_in else line.person
        said = next((each.text for each in self.choices if each.state == line.state), self.words("Sin marcar"))
        items = [QStandardItem(text) for text in (line.name, person, said)]
        for item in items:
            item.setEditable(False)
            item.setData(line.record.id, KEY)
            set_tip(item, item.text())
        # The keyboard goes from row to row, and of a row only its first cell is heard.
        whole = ", ".join(part for part in (line.name, person, said) if part)
        items[NAME].setData(whole, Qt.ItemDataRole.AccessibleTextRole)
        items[MARKED].setData(line.state, STATE)
        set_tip(items[MARKED], say_marks(self.choices) if self.marks.live else "")
        return items

    def _keys(self) -> list[str]:
        heads = [self.rows.index(at, 0) for at in range(self.rows.rowCount())]
        rows = [self.rows.index(row, 0, head) for head in heads for row in range(self.rows.rowCount(head))]
        return [str(row.data(KEY)) for row in rows]

    def _index_of(self, key: str) -> QModelIndex:
        for at in range(self.rows.rowCount()):
            head = self.rows.index(at, 0)
            for row in range(self.rows.rowCount(head)):
                index = self.rows.index(row, 0, head)
                if index.data(KEY) == key:
                    return index
        return QModelIndex()

    def _select_again(self, selected: set[str], current: str) -> None:
        model = self.selectionModel()
        if current:
            model.setCurrentIndex(self._index_of(current), model.SelectionFlag.NoUpdate)
        for key in selected:
            index = self._index_of(key)
            if index.isValid():
                model.select(index, model.SelectionFlag.Select | model.SelectionFlag.Rows)

    def _set_manners(self) -> None:
        self.setAccessibleName(self.words("Convocados y asistencia"))
        self.setAccessibleDescription(say_marks(self.choices))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MARKED, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(MARKED, self.marks.width())


class MarksDelegate(QStyledItemDelegate):
    """Draws the four marks side by side, the one that holds filled and with its icon, and takes presses on them."""

    def __init__(self, view: RollView) -> None:
        """Draw for `view`."""
        super().__init__(view)
        self._view = view
        self.compact = False
        self.live = True
        """Whether a press marks: else only the mark that holds is drawn, in words."""

    def width(self) -> int:
        """Return the width of the four marks."""
        return sum(self._widths()) + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Leave room above and below for the finger."""
        return QSize(self.width(), self._view.fontMetrics().height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground of the row, then the marks."""
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        if not index.data(KEY):
            return
        if not self.live:
            held = (each for each in self._view.choices if each.state == index.data(STATE))
            for each in held:
                room = QRect(option.rect.left() + 4, option.rect.top() + 2, self._width(each.text) - 4, 0)
                room.setHeight(option.rect.height() - 4)
                self._draw(painter, each, room & option.rect, each.text, holds=True)
            return
        for each, rect in zip(self._view.choices, self._rects(option.rect), strict=True):
            self._draw(painter, each, rect, self._text(each), holds=index.data(STATE) == each.state)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Mark on a press."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease and index.data(KEY):
            for each, rect in zip(self._view.choices, self._rects(option.rect), strict=True):
                if rect.contains(event.position().toPoint()):
                    self._view.marked.emit([str(index.data(KEY))], each.state)
                    return True
        return False

    def _rects(self, area: QRect) -> list[QRect]:
        widths = self._widths()
        lefts = accumulate(widths, initial=area.left() + 4)
        return [
            QRect(left, area.top() + 2, width - 4, area.height() - 4)
            for left, width in zip(lefts, widths, strict=False)
        ]

    def _widths(self) -> list[int]:
        """Return the width of each mark."""
        return [self._width(self._text(each)) for each in self._view.choices]

    def _width(self, text: str) -> int:
        """Return the width of a mark: its words when they are bold, its icon, and room around them."""
        font = self._view.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        return metrics.horizontalAdvance(text) + metrics.height() + 16

    def _text(self, each: Mark) -> str:
        return each.key if self.compact else each.text

    def _draw(self, painter: QPainter, each: Mark, rect: QRect, text: str, *, holds: bool) -> None:
        palette = self._view.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Accent if holds else QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight) if holds else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 3, 3)
        font = self._view.font()
        font.setBold(holds)
        painter.setFont(font)
        inside = rect.adjusted(6, 0, -4, 0)
        if holds:
            size = self._view.fontMetrics().height() - 4
            at = QRect(inside.left(), rect.center().y() - size // 2, size, size)
            QIcon(icon(each.icon, QPalette.ColorRole.HighlightedText)).paint(painter, at)
            inside.setLeft(at.right() + 4)
        colour = QPalette.ColorRole.HighlightedText if holds else QPalette.ColorRole.PlaceholderText
        painter.setPen(palette.color(colour))
        side = Qt.AlignmentFlag.AlignLeft if holds else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | side), text)
        painter.restore()
