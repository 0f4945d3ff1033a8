"""The room of the meetings: their list, and the record made for the work before, in and after one."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.records.reading import read_record
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.meetings.pane import MeetingPane
from ui.room.place import stay
from ui.room.record import RecordPane
from ui.room.room import Room
from ui.work.workspace import Workspace


class MeetingsRoom(Room):
    """As any room, but for its record and for the records that a meeting holds, which are shown inside it."""

    def __init__(self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None) -> None:
        """Show what `layout` says."""
        super().__init__(workspace, layout, parent)
        self._part: RecordKey | None = None
        self._seek_part = workspace.pausing(self._show_part, self)

    def make_record(self) -> RecordPane:
        """Make the record of a meeting."""
        self.pane = MeetingPane(self.workspace, self.facts, self.splitter.aside)
        return self.pane

    def show_record(self, entity: str, id: str, part: RecordKey | None = None) -> None:
        """Show a meeting, or the meeting that holds an item or an attendance, at that place."""
        if entity == self.facts.entity:
            super().show_record(entity, id, part)
        else:
            self._part = RecordKey(entity, id)
            self._seek_part()

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new meeting; the parts of one are begun inside it."""
        if entity == self.facts.entity:
            self._part = None
            super().begin_record(entity, values)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Print what is seen: a part of a meeting before the list."""
        return {**super().commands(), "print": self._print}

    def _print(self) -> None:
        if self.shown() is None or not self.pane.print_part():
            self.export_pdf()

    def _open(self, key: str, then: Callable[[], object] = stay) -> None:
        self._part = None  # what was wanted before this is wanted no more
        super()._open(key, then)

    def _show_part(self) -> None:
        part, self._part = self._part, None
        found = read_record(self.workspace.store, part.entity, part.id) if part is not None else None
        if part is not None and found is not None:
            super().show_record(self.facts.entity, str(found.values["meeting_id"]), part)
