"""Choices whose words break into lines where there is no room for one: one of several, or each by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from ui.look.plain import CheckBox, RadioButton, is_held, presses
from ui.look.wrapping import wrapped

Metric = QStyle.PixelMetric

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # beside a button of ours, which the classes below also are


class _Wrapped(_Button):
    """As wide as its place, and as high as its words need there."""

    beside: tuple[Metric, Metric]
    """What stands beside the words: the mark, and the space between the two."""
    said: str

    def wrap(self, text: str) -> None:
        """Offer `text`."""
        self.said = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the pixels of the lines that `width` makes."""
        lines = max(1, len(self._lines(width)))
        return max(self.sizeHint().height(), lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of a word."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        text = "\n".join(line.rstrip() for line in self._lines(self.width()))
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> list[str]:
        beside = sum(self.style().pixelMetric(metric, None, self) for metric in self.beside)
        return wrapped(self.said, self.font(), width - beside)


class WrappedRadio(_Wrapped, RadioButton):
    """One choice of several."""

    beside = (Metric.PM_ExclusiveIndicatorWidth, Metric.PM_RadioButtonLabelSpacing)

    def __init__(self, text: str) -> None:
        """Offer `text`."""
        super().__init__(text)
        self.wrap(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it with Enter, as with Space: what it answers is no business of the main button of a dialog."""
        if not presses(event):
            super().keyPressEvent(event)
        elif not is_held(event):
            self.click()


class WrappedCheck(_Wrapped, CheckBox):
    """A choice by itself."""

    beside = (Metric.PM_IndicatorWidth, Metric.PM_CheckBoxLabelSpacing)

    def __init__(self, text: str) -> None:
        """Offer `text`."""
        super().__init__(text)
        self.wrap(text)
