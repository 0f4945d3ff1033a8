"""The bookmarks of a PDF beside its pages: what is in it, where one is, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from app.words.words import Words
from ui.look.plain import set_cell_tip
from ui.paper.pdf import Bookmark

FEWEST = 2
"""Bookmarks from which there is something to choose."""

NUMBER = Qt.ItemDataRole.UserRole


class OutlineView(QTreeWidget):
    """A tree of bookmarks; a click, Enter or going to one with the arrows leads to its place."""

    wanted = Signal(int)
    """The number of the bookmark, from 0, to whose place the person goes."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without bookmarks, hidden."""
        super().__init__(parent)
        self.items: list[QTreeWidgetItem] = []
        self._following = False
        self.setHeaderHidden(True)
        self.setAccessibleName(words("Contenido"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.currentItemChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_bookmarks(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show `bookmarks` in place of the former ones; fewer than two hide the view."""
        self._following = True
        self.clear()
        self.items = []
        branch: list[QTreeWidgetItem] = []
        for number, each in enumerate(bookmarks if len(bookmarks) >= FEWEST else ()):
            del branch[each.level :]
            item = QTreeWidgetItem([each.title])
            item.setData(0, NUMBER, number)
            set_cell_tip(item, 0, each.title)
            if branch:
                branch[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            branch.append(item)
            self.items.append(item)
        self.expandAll()
        self._following = False

    def follow(self, number: int) -> None:
        """Mark the bookmark of this `number` as the one whose place is in sight; -1 marks none."""
        self._following = True
        if 0 <= number < len(self.items):
            self.setCurrentItem(self.items[number])
        else:
            self.setCurrentIndex(QModelIndex())
        self._following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter too, to a place from which the pages have been scrolled away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_current(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._on_current(self.currentItem())

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        if item is not None and not self._following:
            self.wanted.emit(item.data(0, NUMBER))
