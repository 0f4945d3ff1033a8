"""A room page that is read whole, beside the window: again after each change that shows in it."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.records.changes import Changes
from app.records.reach import EVERYTHING, Reach
from ui.look.scroll import scroll_to
from ui.look.theme import distance
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

Seen = TypeVar("Seen")


class ReadPage(RoomPage, Generic[Seen]):
    """What stands on top is the page's own; below it is what was read, made anew each time or filled again."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty; read when first shown."""
        super().__init__(workspace)
        self.seen: Seen | None = None
        self._stale = True
        self._kept: object = None
        self.column = QVBoxLayout(self)
        margin = distance(2, self)
        self.column.setContentsMargins(margin, distance(1.5, self), margin, 0)
        self.column.setSpacing(distance(1.5, self))
        self.content: QWidget | None = None
        self.entry: QWidget | None = None
        """Where the keyboard enters what is shown, as it was made last."""

    def reading(self) -> Callable[[Store], Seen]:
        """Return what reads the page beside the window, as it is wanted now."""
        raise NotImplementedError

    def reach_of(self, seen: Seen) -> Reach:
        """Return what the page was read from."""
        raise NotImplementedError

    def make_content(self, seen: Seen) -> QWidget:
        """Return what shows what was read, which may be the one that is shown already, and say where one enters it."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since it was last seen."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def refresh(self, changes: Changes) -> None:
        """Read again what can show now, at once or when it is next seen."""
        self._stale = self._stale or (self.reach_of(self.seen) if self.seen is not None else EVERYTHING).meets(changes)
        if self._stale and self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the page beside the window; of several readings only the last one asked for is shown."""
        self._stale = False
        store, work = self.workspace.store, self.reading()
        self.workspace.runner.run(lambda _: work(store), self.show_seen, topic=f"page {id(self)}")

    def show_seen(self, seen: Seen) -> None:
        """Show what was read, where the person was in it."""
        kept = self._kept if self._kept is not None else self.place()
        self._kept, self.seen = None, seen
        entered = self.isAncestorOf(self.focusWidget()) if self.content is not None else False
        self.entry = None
        made = self.make_content(seen)
        if made is not self.content:
            self._put(made)
        self.conditions_changed.emit()
        if entered:
            self.take_focus()
        if isinstance(kept, tuple):
            QTimer.singleShot(0, self, partial(scroll_to, self, kept))

    def return_to(self, place: object) -> None:
        """Keep where the person was until the page is read."""
        self._kept = place

    def _put(self, made: QWidget) -> None:
        if self.content is not None:
            self.column.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
        self.content = made
        self.column.addWidget(made, 1)
