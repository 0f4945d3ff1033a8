"""The tabs of a record: the first, where it is read and edited, and what stands behind the others."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.records.changes import Changes
from app.records.reading import Record
from app.words.words import Words
from ui.look.plain import TabBar
from ui.look.scroll import UpAndDown
from ui.room.record_tab import RecordTab

FIRST = "form"
"""The name of the first tab."""


class RecordTabs(QObject):
    """A row of tabs and their pages; it is not seen while there is only the first."""

    turned = Signal()
    """Another tab is shown, or what stands behind it is not as it was."""

    def __init__(self, words: Words, first: QWidget, parent: QWidget) -> None:
        """Begin with `first` alone."""
        super().__init__(parent)
        self.pages: dict[str, RecordTab] = {}
        self.bar = TabBar()
        self.stack = QStackedWidget(parent)
        self._first = first
        self.stack.addWidget(first)
        self.bar.add(words("Ficha"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)  # at twice the text not all tabs fit
        self.bar.setAccessibleName(words("Partes de la ficha"))
        self.bar.currentChanged.connect(self._turn)

    def add(self, name: str, title: str, page: RecordTab) -> None:
        """Add a tab called `name`, which says `title`; its page is scrolled where it lacks the height that it needs."""
        self.pages[name] = page
        page.edits_changed.connect(self.turned)
        page.title_changed.connect(partial(self.bar.setTabText, self.bar.add(title)))
        area = UpAndDown()
        self.stack.addWidget(area)  # while it is empty: Qt dresses anew all that comes with it
        area.setWidget(page)

    def show(self, name: str) -> None:
        """Turn to the tab called `name`; without it, stay."""
        names = [FIRST, *self.pages]
        if name in names:
            self.bar.setCurrentIndex(names.index(name))

    @property
    def shown(self) -> QWidget:
        """The page of the tab that is turned to."""
        at = self.bar.currentIndex()
        return list(self.pages.values())[at - 1] if at > 0 else self._first

    def tell(self, record: Record | None) -> None:
        """Let each page be about `record`; a record that is not saved yet has the first tab alone."""
        for at, page in enumerate(self.pages.values(), start=1):
            self.bar.setTabEnabled(at, record is not None)
            page.show_record(record)
        self._turn(self.bar.currentIndex())

    def refresh(self, changes: Changes) -> None:
        """Let each page show what was touched."""
        for page in self.pages.values():
            page.refresh(changes)

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.turned.emit()
        page = self.shown
        if isinstance(page, RecordTab):
            page.look()
