"""A link: words that lead somewhere, by one click or by the keyboard, on as many lines as they need."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from ui.look.plain import PushButton
from ui.look.spoken import hear_as

WIDEST = 60
"""Characters beyond which a link asks for no more width."""
LONGEST_WORD = 24
"""Characters of a word, such as an address, beyond which it is broken where room is scarce."""
EDGE = 2
"""Pixels around the words, for the line of the focus."""


class Link(PushButton):
    """Words that look like a link, and are heard as one."""

    def __init__(self, text: str, press: Callable[[], object] | None = None, *, widest: int = WIDEST) -> None:
        """Show `text` as it is; a click calls `press`; beyond `widest` characters it asks for no more width."""
        self.said = text
        self._widest = widest
        self._longest: int | None = None
        super().__init__()
        self.setAccessibleName(text)
        hear_as(self, QAccessible.Role.Link)
        if press is not None:
            self.clicked.connect(lambda _checked=False: press())
        self.setMouseTracking(True)
        self.setFlat(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for one line, as long as people like to read."""
        metrics = self.fontMetrics()
        needed = metrics.horizontalAdvance(self.said) + 1  # a line is laid out in parts of a pixel, and this is rounded
        width = min(needed, metrics.averageCharWidth() * self._widest) + 2 * EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with the longest word on each line."""
        metrics = self.fontMetrics()
        width = min(self._longest_word(), metrics.averageCharWidth() * LONGEST_WORD) + 2 * EDGE
        return QSize(width, metrics.height() + 2 * EDGE)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower link is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that `width` makes."""
        room = QRect(0, 0, max(1, width - 2 * EDGE), 1 << 20)
        return self.fontMetrics().boundingRect(room, self._flags(room.width()), self.said).height() + 2 * EDGE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, underlined, and the line of the focus around them."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.drawText(room, self._flags(room.width()), self.said)
        if self.hasFocus():
            painter.drawRect(self._written().adjusted(-EDGE, -EDGE, EDGE - 1, EDGE - 1))
        painter.end()

    def hitButton(self, at: QPoint) -> bool:
        """Take a click on the words, and none beside them."""
        return self._written().contains(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over the words."""
        over = self._written().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _written(self) -> QRect:
        """Return where the words stand."""
        room = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        return self.fontMetrics().boundingRect(room, self._flags(room.width()), self.said)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew when they are written in other letters."""
        if event.type() == QEvent.Type.FontChange:
            self._longest = None
        super().changeEvent(event)

    def _longest_word(self) -> int:
        if self._longest is None:
            self._longest = max(map(self.fontMetrics().horizontalAdvance, self.said.split(" ")), default=0)
        return self._longest

    def _flags(self, width: int) -> int:
        wraps = Qt.TextFlag.TextWrapAnywhere if self._longest_word() > width else Qt.TextFlag.TextWordWrap
        return int(wraps) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
