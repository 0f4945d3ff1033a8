"""The room of the meetings: their list, and the record made for the work before, in and after one."""

from collections.abc import Mapping

from app.records.reading import read_record
from ui.meetings.pane import MeetingPane
from ui.room.record import RecordPane
from ui.room.room import Room


class MeetingsRoom(Room):
    """As any room, but for its record and for the records that a meeting holds, which are shown inside it."""

    list_share = 0.3

    def make_record(self) -> RecordPane:
        """Make the record of a meeting."""
        self.pane = MeetingPane(self.workspace, self.facts)
        return self.pane

    def show_record(self, entity: str, id: str) -> None:
        """Show a meeting, or the meeting that holds an item or an attendance, at that place."""
        if entity == self.facts.entity:
            super().show_record(entity, id)
            return
        found = read_record(self.workspace.store, entity, id)
        if found is not None:
            super().show_record(self.facts.entity, str(found.values["meeting_id"]))
            self.pane.show_part(entity, id)

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new meeting; the parts of one are begun inside it."""
        if entity == self.facts.entity:
            super().begin_record(entity, values)
