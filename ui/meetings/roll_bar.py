"""What can be done with a roll, on one line above it: its buttons say less before they would stand on each other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.elided import ElidedLabel
from ui.look.plain import PushButton, set_tip
from ui.look.theme import Role, distance, dress


class RollBar(QWidget):
    """The main button, others that are icons alone where there is no room for their words, counts, and what is last.

    What is not said is the tip, and what is heard.
    """

    def __init__(self, main: PushButton, others: Sequence[PushButton], last: QWidget) -> None:
        """Show `main`, then `others`, of which the last one says its words shortest, and at the end `last`."""
        super().__init__()
        self.counts = ElidedLabel(lines=2)
        dress(self.counts, Role.QUIET)
        self._buttons = (main, *others)
        self._last = last
        self._named = {each: each.text() for each in others}
        for button, text in self._named.items():
            button.setAccessibleName(text)
            set_tip(button, text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(distance(1, self))
        for each in self._buttons:
            self._row.addWidget(each)
        self._row.addWidget(self.counts, 1)
        self._row.addWidget(last)

    def say_counts(self, said: str) -> None:
        """Say how many are marked as what."""
        self.counts.setText(said)
        set_tip(self.counts, said)
        self.fit()

    def fit(self) -> None:
        """Say as much as there is room for."""
        named = list(self._named)
        for count in range(len(named), -1, -1):
            self._say(named[:count])
            if self._needed() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the icons: the words come where there is more."""
        least = super().minimumSizeHint()
        saved = sum(each.fontMetrics().horizontalAdvance(each.text()) for each in self._named if not each.isHidden())
        return QSize(least.width() - saved, least.height())

    def _say(self, named: Sequence[PushButton]) -> None:
        for button, text in self._named.items():
            wanted = text if button in named else ""
            if button.text() != wanted:
                button.setText(wanted)

    def _needed(self) -> int:
        """Return the width of all that is shown, with the counts on one line."""
        shown = [each for each in (*self._buttons, self._last) if not each.isHidden()]
        counts = self.counts.fontMetrics().horizontalAdvance(self.counts.text())
        return sum(each.sizeHint().width() + self._row.spacing() for each in shown) + counts
