"""How the rows of a list are drawn: as cells, the name among them a link, or as two lines beside a record."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.words.names import BETWEEN_NAMES
from ui.table.model import AnyIndex

if TYPE_CHECKING:
    from ui.table.table import Table

CELL_MARGIN = 5
"""Pixels beside the text of a cell, beyond the 3 that the style leaves itself: as much as the headings have."""
LINE_MARGIN = 12
"""Pixels beside the two lines of a row."""
LINES_PADDING = 7
"""Pixels above the first line and below the second."""
SMALL = 0.92
"""The size of secondary text, as in the style sheet."""
STATE_SHARE = 0.55
"""The part of the second line that a state takes at most, so that what tells records apart is still seen."""

LEAST_LETTERS = 5
"""Letters of what is cut, so that it says something still."""

_WITHOUT_FOCUS = ~QStyle.StateFlag.State_HasFocus
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Draws cells with room at their sides; what goes along a whole row is drawn once, by the table."""

    def __init__(self, table: "Table") -> None:
        """Draw for `table`."""
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell; the name as the link that it is."""
        state = option.state & _WITHOUT_FOCUS
        if self._table.all_selected:
            state |= QStyle.StateFlag.State_Selected
        option.state = state
        if index.column() == self._table.link.column:
            self._draw_as_link(option, index)
        rect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Highlight))
        option.rect = rect.adjusted(CELL_MARGIN, 0, -CELL_MARGIN, 0)
        super().paint(painter, option, index)

    def _draw_as_link(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        colour = option.palette.color(QPalette.ColorRole.Link)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)
        if index.row() == self._table.link.pointed_row:
            font = QFont(option.font)
            font.setUnderline(True)
            option.font = font


class LineDelegate(QStyledItemDelegate):
    """Draws a row as two lines: the name, and below what tells it apart with its state at the end."""

    def __init__(self, table: "Table") -> None:
        """Draw for `table`."""
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw both lines, or the ground alone while the row is not at hand."""
        chosen = self._table.all_selected or bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        lines = self._table.rows.two_lines(index.row())
        if lines is None:
            return
        names, others = line_fonts(option.font)
        area = option.rect.adjusted(LINE_MARGIN, LINES_PADDING, -LINE_MARGIN, -LINES_PADDING)
        first = QRect(area.left(), area.top(), area.width(), QFontMetrics(names).height())
        second = QRect(area.left(), first.bottom() + 1, area.width(), QFontMetrics(others).height())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        quiet = role if chosen else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(palette.color(role))
        painter.setFont(names)
        _draw_elided(painter, first, lines.name)
        painter.setPen(palette.color(quiet))
        painter.setFont(others)
        metrics = QFontMetrics(others)
        taken = min(metrics.horizontalAdvance(lines.state) + 1, round(second.width() * STATE_SHARE))
        _draw_elided(painter, second.adjusted(second.width() - taken, 0, 0, 0), lines.state, _RIGHT)
        gap = metrics.averageCharWidth() * 2 if lines.state else 0
        beside = second.adjusted(0, 0, -taken - gap, 0)
        painter.drawText(beside, _LEFT, elided_detail(lines.detail, metrics, beside.width()))
        painter.restore()


def line_fonts(font: QFont) -> tuple[QFont, QFont]:
    """Return the fonts of the two lines of a row, from that of its list."""
    names, others = QFont(font), QFont(font)
    names.setWeight(QFont.Weight.DemiBold)
    others.setPointSizeF(font.pointSizeF() * SMALL)
    return names, others


def height_of_lines(font: QFont) -> int:
    """Return the height in pixels of a row of two lines."""
    names, others = line_fonts(font)
    return QFontMetrics(names).height() + QFontMetrics(others).height() + 2 * LINES_PADDING + 1


def elided_detail(detail: str, metrics: QFontMetrics, width: int) -> str:
    """Return `detail` as it fits in `width` pixels: its first thing is cut and the others kept, where that is room.

    Of a contact that is the post, which many have; the city tells who is meant.
    """
    first, between, rest = detail.partition(BETWEEN_NAMES)
    room = width - metrics.horizontalAdvance(between + rest)
    if metrics.horizontalAdvance(detail) > width and rest and room >= metrics.averageCharWidth() * LEAST_LETTERS:
        return metrics.elidedText(first, Qt.TextElideMode.ElideRight, room) + between + rest
    return metrics.elidedText(detail, Qt.TextElideMode.ElideRight, width)


def _draw_elided(painter: QPainter, area: QRect, text: str, side: Qt.AlignmentFlag = _LEFT) -> None:
    said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side, said)
