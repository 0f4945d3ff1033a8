"""The room of the deadlines: a list that is only read, whose rows open the records that they stand for."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reviewing import record_behind
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.room.list_room import ListRoom
from ui.work.workspace import Workspace


class DeadlinesRoom(ListRoom):
    """What is due, over all kinds of record; what is seen of one is shown in the room of its record."""

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """List what `layout` says."""
        super().__init__(workspace, layout, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.table.selection_changed.connect(self.conditions_changed)
        self.list.table.rows.loaded.connect(self.conditions_changed)

    def show_record(self, entity: str, id: str, part: RecordKey | None = None) -> None:
        """Select a deadline in the list, and none when it is not there."""
        if not self.list.table.select_id(id):
            self.list.table.clearSelection()

    def open_selected(self) -> None:
        """Show the record of the row with the focus in its room: that of a part, in the room of what holds it."""
        key = self.list.table.current_id()
        if key is not None:
            self.workspace.seeking.show(partial(record_behind, self.workspace.store, key))
