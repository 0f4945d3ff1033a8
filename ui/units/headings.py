"""The headings of a grid: on as many lines as they need, what is added in quiet letters below, and where they lead."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from app.units.grid import Head
from ui.units.model import GridModel

ACROSS = Qt.Orientation.Horizontal
EDGE = 6
"""Pixels between the words and the lines around them."""
INSET = "\u00a0"
"""What stands before a heading as often as it is set in."""
HIGH = 10_000
"""Pixels that no text needs."""
WRAPS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


def flags_of(head: Head) -> int:
    """Return how the words of a column are written: figures end at the right."""
    return (WRAPS & ~int(Qt.AlignmentFlag.AlignLeft)) | int(Qt.AlignmentFlag.AlignRight) if head.figures else WRAPS


class Headings(QHeaderView):
    """The headings of the rows or of the columns; a click on one that leads somewhere goes there."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, parent: QWidget) -> None:
        """Stand over the columns or before the rows of `model`."""
        super().__init__(orientation, parent)
        self.grid_model = model
        self._heights: dict[tuple[int, int], int] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(1)

    def head(self, section: int) -> Head:
        """Return a heading."""
        return self.grid_model.head(section, self.orientation())

    def needed(self, section: int, width: int) -> int:
        """Return how high a heading is in `width` pixels, which Qt asks again and again."""
        found = self._heights.get((section, width))
        if found is None:
            found = sum(rect.height() for rect, *_ in self.written(section, width)) + 2 * EDGE
            self._heights[section, width] = found
        return found

    def least_width(self, section: int) -> int:
        """Return the width of the longest word of a heading."""
        metrics = QFontMetrics(self._bold())
        return max(map(metrics.horizontalAdvance, self.head(section).text.split()), default=0) + 2 * EDGE + 2

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Need the longest word of a heading across, and all of its lines down."""
        if self.orientation() is not ACROSS:
            return QSize(self.width(), self.needed(section, self.width()))
        least = self.least_width(section)
        return QSize(least, self.needed(section, max(self.sectionSize(section), least)))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Write a heading: as what leads somewhere in the colour of links, what is added in that of quiet words."""
        painter.save()
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.rect, option.section, option.text = rect, section, ""
        self.style().drawControl(QStyle.ControlElement.CE_HeaderSection, option, painter, self)
        for place, text, font, colour in self.written(section, rect.width()):
            painter.setFont(font)
            painter.setPen(self.palette().color(colour))
            painter.drawText(place.translated(rect.topLeft()), flags_of(self.head(section)), text)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew when they are written in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over what leads somewhere."""
        at = self.logicalIndexAt(event.position().toPoint())
        leads = at >= 0 and self.head(at).record is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def written(self, section: int, width: int) -> list[tuple[QRect, str, QFont, QPalette.ColorRole]]:
        """Return the texts of a heading, each with its place from the corner of the section and its looks."""
        head, room = self.head(section), max(1, width - 2 * EDGE)
        leads = QPalette.ColorRole.Link if head.record is not None else QPalette.ColorRole.WindowText
        said = head.text.lstrip(INSET)
        # What is set in stays so on each of its lines.
        inset = QFontMetrics(self._bold()).horizontalAdvance(head.text[: len(head.text) - len(said)])
        room = max(1, room - inset)
        texts = [(said, self._bold(), leads)]
        if head.detail:
            texts.append((head.detail, self.font(), QPalette.ColorRole.PlaceholderText))
        found, top = [], EDGE
        for text, font, colour in texts:
            place = QFontMetrics(font).boundingRect(QRect(EDGE, top, room, HIGH), WRAPS, text)
            found.append((QRect(QPoint(EDGE + inset, top), QSize(room, place.height())), text, font, colour))
            top += place.height()
        return found

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
