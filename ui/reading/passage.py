"""A text to be selected that has a word too long for a line, as an address in a note: it is broken where room ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from ui.look.link import EDGE, LONGEST_WORD, WIDEST
from ui.look.spoken import hear_as
from ui.look.wrapping import WRAPS, wrapped

BELOW = 2
"""Pixels without which Qt takes the last line for one that is not seen whole."""


def is_too_long(text: str) -> bool:
    """Tell whether `text` has a word that a label, which breaks none, would ask too much width for."""
    return any(len(word) > LONGEST_WORD for word in text.split())


class Passage(QPlainTextEdit):
    """Looks like a label, and is as high as its lines."""

    def __init__(self, text: str) -> None:
        """Show `text` as it is."""
        super().__init__(text)
        hear_as(self, QAccessible.Role.StaticText)  # as a label is, for nothing is written in it
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(WRAPS)
        self.document().setDocumentMargin(EDGE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def selectedText(self) -> str:
        """Return what is selected of it."""
        return self.textCursor().selection().toPlainText()

    def sizeHint(self) -> QSize:
        """Ask for lines as long as people like to read."""
        metrics = QFontMetrics(self.font())
        lines = self.text().splitlines()
        needed = max(map(metrics.horizontalAdvance, lines), default=0) + 1
        width = min(needed, metrics.averageCharWidth() * WIDEST) + 2 * EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a word of usual length on each line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.averageCharWidth() * LONGEST_WORD + 2 * EDGE, metrics.height() + 2 * EDGE)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower text is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that `width` makes."""
        return BELOW + 2 * EDGE + sum(self._height(line, max(1, width - 2 * EDGE)) for line in self.text().split("\n"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: all of the text is seen."""
        event.ignore()

    def _height(self, paragraph: str, width: int) -> int:
        """Return the height of a paragraph, of one line when it is empty."""
        return max(1, len(wrapped(paragraph, self.font(), width))) * QFontMetrics(self.font()).lineSpacing()
