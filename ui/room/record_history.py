"""The history of a record in words: who, when, which field, before and after."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from app.past.listing import done_of
from app.past.said import say_done
from app.records.history import RecordChange, record_history
from app.records.history_words import SaidChange, say_changes
from app.records.reach import Reach, reach_of_story
from app.records.reading import Record
from ui.look.icons import icon
from ui.look.menus import ContextMenu, Entry, Offer
from ui.look.plain import set_cell_tip
from ui.room.record_tab import RecordTab
from ui.work.workspace import Workspace


class HistoryTab(RecordTab):
    """What was done to the record, the newest first."""

    def __init__(self, workspace: Workspace, entity: str) -> None:
        """Be about records of `entity`."""
        super().__init__(workspace, title=workspace.words("Historial"))
        self.entity = entity
        self.changes: tuple[RecordChange, ...] = ()
        self.tree = QTreeWidget()
        ContextMenu(self.tree, self._offers)
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([self.words("Qué"), self.words("Antes"), self.words("Después")])
        self.tree.setAccessibleName(self.words("Historial"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setWordWrap(True)
        self.tree.setIndentation(16)
        self.tree.setRootIsDecorated(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        for place in range(3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.addWidget(self.tree)

    def reach(self, record: Record) -> Reach:
        """Return what the history of `record` is read from."""
        return reach_of_story(self.workspace.catalog, self.entity, record.id)

    def read(self, record: Record) -> None:
        """Show what was done to `record`."""
        self.tree.clear()
        self.changes = record_history(self.workspace.store, self.entity, record.id)
        for change in self.changes:
            said = say_changes(self.workspace.store, change.fields, self.entity, self.words)
            self._add(change, said)
        self.tree.expandAll()

    def _add(self, change: RecordChange, said: tuple[SaidChange, ...]) -> None:
        when = self.words.moment(change.made_at.astimezone())
        parts = [when, change.author, self._title(change)]
        item = QTreeWidgetItem([" · ".join(part for part in parts if part)])
        self.tree.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        for each in said:
            name = f"{each.part}: {each.field}" if each.part else each.field
            child = QTreeWidgetItem([name, each.before or "—", each.after or "—"])
            for place, text in enumerate((name, each.before, each.after)):
                set_cell_tip(child, place, text)
            item.addChild(child)

    def current(self) -> RecordChange | None:
        """Return the change that the keyboard is on, or on a field of which."""
        item = self.tree.currentItem()
        at = self.tree.indexOfTopLevelItem(item.parent() or item) if item is not None else -1
        return self.changes[at] if at >= 0 else None

    def _offers(self) -> Sequence[Entry]:
        """Return the ways back from a change."""
        change, words = self.current(), self.words
        if change is None:
            return ()
        done = done_of(change, words)
        undoing, returning = self.workspace.undo_wanted, self.workspace.return_wanted
        return (
            Offer(words("Deshacer esta…"), partial(undoing.emit, done), icon("arrow-u-up-left"), allowed=done.can_undo),
            Offer(words("Volver hasta aquí…"), partial(returning.emit, done), icon("clock-counter-clockwise")),
        )

    def _title(self, change: RecordChange) -> str:
        return say_done(change.title, self.words, is_undo=change.is_undo, is_redo=change.is_redo)
