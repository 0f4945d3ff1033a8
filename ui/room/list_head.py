"""What stands above a list: its name, how many records it has, and its buttons, in the words that there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.plain import Label, PushButton, ToolButton, set_tip
from ui.look.theme import Role, distance, dress

_BESIDE, _ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class ListHead(QWidget):
    """Says less before anything is cut: icons for the tools, then for the main button, then a number without its noun.

    What is not said is the tip.
    """

    def __init__(self, name: str) -> None:
        """Stand above the list called `name`."""
        super().__init__()
        self.title, self.count = Label(name), Label()
        dress(self.title, Role.TITLE)
        dress(self.count, Role.QUIET)
        self._tools: Sequence[ToolButton] = ()
        self._main: Sequence[PushButton] = ()
        self._said = ("", "")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(distance(1, self))
        self._row.addWidget(self.title)
        self._row.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)

    def offer(self, tools: Sequence[ToolButton], main: Sequence[PushButton]) -> None:
        """Put the buttons at the end; the `main` ones, called by their accessible names, say these longest."""
        self._tools, self._main = tools, main
        for button in (*tools, *main):
            self._row.addWidget(button)
        self.fit()

    def say_count(self, said: str, short: str) -> None:
        """Say how many there are; `short` is said where there is no room for more."""
        self._said = (said, short)
        set_tip(self.count, said)
        self.count.setAccessibleName(said)
        self.fit()

    def fit(self) -> None:
        """Say as much as there is room for."""
        said, short = self._said
        for style, is_named, count in ((_BESIDE, True, said), (_ALONE, True, said), (_ALONE, False, said)):
            self._say(style, count, is_named=is_named)
            if self._needed() <= self.width():
                return
        self._say(_ALONE, short, is_named=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self.fit()

    def _say(self, style: Qt.ToolButtonStyle, count: str, *, is_named: bool) -> None:
        for tool in self._tools:
            tool.setToolButtonStyle(style)
        for button in self._main:
            button.setText(button.accessibleName() if is_named else "")
        self.count.setText(count)

    def _needed(self) -> int:
        """Return the width of all that is shown."""
        shown = [each for each in (self.title, self.count, *self._tools, *self._main) if not each.isHidden()]
        return sum(each.sizeHint().width() + self._row.spacing() for each in shown) - self._row.spacing()
