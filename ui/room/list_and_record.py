"""How a list and what is shown of its records share a room: side by side, or the record alone where it is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.room.listing import ListPane

LIST_WIDTH = 320
"""Pixels of the list beside a record, at the usual size of text."""
NARROW = 90
"""Letters across a room below which list and record do not stand side by side."""


class ListAndRecord(QSplitter):
    """The list, a table while nothing is shown beside it, and what stands there."""

    shared_anew = Signal()
    """Who has which part of the room has changed."""

    def __init__(self, pane: ListPane, parent: QWidget) -> None:
        """Begin with the list alone."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._list = pane
        self._wide = False
        self._sized = False
        self._shares = (False, False, False)
        self.aside = QStackedWidget()
        """What stands beside the list."""
        self.aside.hide()
        self.addWidget(pane)
        self.addWidget(self.aside)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    @property
    def is_open(self) -> bool:
        """Whether something is shown beside the list or in its place."""
        return not self.aside.isHidden()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for both."""
        return self.width() < self.fontMetrics().horizontalAdvance("n" * NARROW)

    @property
    def is_wide(self) -> bool:
        """Whether the person wants what is shown to have the room of the list too, be there room for both or not."""
        return self.is_open and self._wide

    @property
    def is_alone(self) -> bool:
        """Whether what is shown has the room of the list too."""
        return self.is_open and self._list.isHidden()

    def open(self, shown: QWidget) -> None:
        """Show `shown` beside the list, which becomes one column."""
        self.aside.setCurrentWidget(shown)
        if self.is_open:
            return
        self._list.show_one_column(on=True)
        self.aside.show()
        if not self._sized:
            self._sized = True
            taken = LIST_WIDTH * self.fontMetrics().height() // 18
            self.setSizes([taken, max(self.width() - taken, 1)])
        self._share()

    def close_aside(self) -> None:
        """Give the whole room back to the list, as the table that it was."""
        if self.is_open:
            self.aside.hide()
            self._wide = False
            self._list.show()
            self._list.show_one_column(on=False)
            self._share()

    def take_all(self, wide: bool) -> None:
        """Let what is shown have the room of the list too, or give that back."""
        self._wide = wide
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both as long as there is room for them."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if self.is_open:
            self._list.setVisible(not (self._wide or self.is_narrow))
        shares = (self.is_open, self.is_alone, self.is_narrow)
        if shares != self._shares:
            self._shares = shares
            self.shared_anew.emit()
