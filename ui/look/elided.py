"""Words that end in an ellipsis where there is no more room."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.look.plain import Label, PushButton
from ui.look.wrapping import wrapped


class ElidedLabel(Label):
    """Takes the room that is left and shows as much of its text as fits on its lines; the whole is its tip."""

    def __init__(self, text: str = "", *, lines: int = 1) -> None:
        """Show `text` on at most so many `lines`."""
        super().__init__(text)
        self.lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of a word."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say whether narrower is higher."""
        return self.lines > 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that `width` makes."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        shown = max(1, len(self.shown(room)))
        return shown * self.fontMetrics().lineSpacing() + margins.top() + margins.bottom()

    def shown(self, width: int) -> list[str]:
        """Return what is drawn in `width` pixels, line by line: the last one is elided when there is more."""
        lines = wrapped(self.text(), self.font(), width)
        whole, rest = lines[: self.lines - 1], "".join(lines[self.lines - 1 :])
        said = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*(line.rstrip() for line in whole), *filter(None, [said])]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        area, step = self.contentsRect(), self.fontMetrics().lineSpacing()
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.shown(area.width())
        top = area.top() + (area.height() - step * len(shown)) / 2 + self.fontMetrics().ascent()
        for at, line in enumerate(shown):
            painter.drawText(QPointF(area.left(), top + at * step), line)
        painter.end()


class ElidedButton(PushButton):
    """A button that shows as much of its text as fits; the whole is its tip."""

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of a word."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def shown(self, text: str) -> str:
        """Return as much of `text` as fits; all of it where the button is as wide as it asks to be.

        What it asks for is whole pixels, of which words may take a part of one more than was counted.
        """
        whole, metrics = self.sizeHint().width(), self.fontMetrics()
        if self.width() >= whole:
            return text
        edges = max(0, whole - metrics.horizontalAdvance(text))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - edges)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button with as much of its text as has room between the edges."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown(option.text)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
