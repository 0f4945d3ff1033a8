"""Records and their fields as a tree of lines, long values wrapped; everything in it is shown as it is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from ui.look.plain import set_cell_tip
from ui.table.model import AnyIndex

INDENTATION = 16
MARGIN = 16
"""Pixels beside the text of a cell."""
MOST_LINES = 8
"""Lines that a long value takes at most; its tip has all of it."""


class FieldsTree(QTreeWidget):
    """A tree of two levels: the records, and the fields of each."""

    def __init__(self, name: str, headings: tuple[str, ...], shares: tuple[int, ...]) -> None:
        """Begin empty, called `name` by a screen reader; `shares` are those of the columns in the width."""
        super().__init__()
        self._shares = shares
        self.setColumnCount(len(headings))
        self.setHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_WrappingDelegate(self))
        self.setWordWrap(True)
        self.setIndentation(INDENTATION)
        self.setRootIsDecorated(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.ensurePolished()  # or the heights would be those without the style sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns: at any size of text all of them are seen."""
        super().resizeEvent(event)
        for column, share in enumerate(self._shares[:-1]):
            width = self.viewport().width() * share // sum(self._shares)
            self.setColumnWidth(column, max(width, self.header().sectionSizeHint(column)))

    def add_record(self, text: str) -> QTreeWidgetItem:
        """Add the line of a record."""
        item = QTreeWidgetItem([text])
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        set_cell_tip(item, 0, text)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    @staticmethod
    def add_field(record: QTreeWidgetItem, cells: tuple[str, ...]) -> QTreeWidgetItem:
        """Add the line of a field to that of its record; what is empty is a dash."""
        item = QTreeWidgetItem([text or "—" for text in cells])
        for column, text in enumerate(cells):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            set_cell_tip(item, column, text)
        record.addChild(item)
        return item


class _WrappingDelegate(QStyledItemDelegate):
    """Asks for the height that a wrapped text needs: Qt's own views give a line of text and no more."""

    def __init__(self, tree: FieldsTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Let an icon stand beside the first line of its text."""
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size of a cell in its column."""
        hint = super().sizeHint(option, index)
        if not index.parent().isValid():
            return hint
        width = self._tree.columnWidth(index.column()) - MARGIN
        if index.column() == 0:
            width -= INDENTATION
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            width -= self._tree.iconSize().width() + MARGIN
        metrics = option.fontMetrics
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        room = QRect(0, 0, max(width, 1), metrics.lineSpacing() * MOST_LINES)
        needed = metrics.boundingRect(room, flags, str(index.data() or "")).height()
        padding = max(0, hint.height() - metrics.lineSpacing())
        return QSize(hint.width(), min(needed, room.height()) + padding)
