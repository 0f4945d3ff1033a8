"""One choice of several whose words break into lines where there is no room for one."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from ui.look.plain import RadioButton, is_held, presses
from ui.look.wrapping import wrapped


class WrappedRadio(RadioButton):
    """As wide as its place, and as high as its words need there."""

    def __init__(self, text: str) -> None:
        """Offer `text`."""
        super().__init__(text)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose it with Enter, as with Space: what it answers is no business of the main button of a dialog."""
        if not presses(event):
            super().keyPressEvent(event)
        elif not is_held(event):
            self.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        text = "\n".join(line.rstrip() for line in self._lines(self.width()))
        if text != self.text():
            self.setText(text)

    def _lines(self, width: int) -> list[str]:
        metrics = (QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, QStyle.PixelMetric.PM_RadioButtonLabelSpacing)
        beside = sum(self.style().pixelMetric(metric, None, self) for metric in metrics)
        return wrapped(self.said, self.font(), width - beside)
