"""The lists of demands and of experiences, whose records have their proposals behind a tab."""

from collections.abc import Sequence

from app.words.words import mark
from ui.matching.tab import DemandsTab, PracticesTab
from ui.room.record import RecordPane
from ui.room.record_tab import RecordTab
from ui.room.room import Room

MATCHING = "matching"
"""The name of the tab."""
EXPERIENCES = mark("Experiencias que pueden servir")
DEMANDS = mark("Demandas que puede atender")


class MatchingPane(RecordPane):
    """The record of a demand or of an experience."""

    def more_tabs(self) -> Sequence[tuple[str, str, RecordTab]]:
        """Return the tab of what is proposed for the record."""
        of_need = self.facts.entity == "need"
        title = self.words(EXPERIENCES if of_need else DEMANDS)
        made = PracticesTab if of_need else DemandsTab
        return ((MATCHING, title, made(self.workspace, title)),)


class MatchingRoom(Room):
    """As any room, but for its record."""

    def make_record(self) -> RecordPane:
        """Make the record."""
        return MatchingPane(self.workspace, self.facts, self.splitter.aside)
