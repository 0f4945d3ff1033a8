"""How a line of a short table is drawn: room at the sides of its cells, a hairline below, a mark for the keyboard."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.table.cells import CELL_MARGIN
from ui.table.model import AnyIndex
from ui.table.table import MARK


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of one table."""

    def __init__(self, table: QTableView) -> None:
        """Draw for `table`."""
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the room that a cell needs: its text has less of the column than the column is wide."""
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(CELL_MARGIN, 0, -CELL_MARGIN, 0)
        return super().sizeHint(inner, index) + QSize(2 * CELL_MARGIN, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground, the cell and the hairline."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Highlight))
        option.rect = rect.adjusted(CELL_MARGIN, 0, -CELL_MARGIN, 0)
        super().paint(painter, option, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        table = self._table
        if table.hasFocus() and index.row() == table.currentIndex().row() and index.column() == 0:
            accent = option.palette.color(QPalette.ColorRole.Accent)
            painter.fillRect(rect.left(), rect.top(), MARK, rect.height(), accent)
