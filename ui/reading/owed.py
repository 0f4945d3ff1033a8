"""What can be done with what is owed among the rows of a page: it is ticked, on the day that is asked."""

from collections.abc import Collection, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from app.words.fields import RecordKey
from ui.look.actions import command_of
from ui.look.buttons import icon_button
from ui.look.icons import icon
from ui.look.menus import Offer
from ui.room.own import ask_fulfilled
from ui.work.workspace import Workspace

TICKED_IN_ROWS = frozenset({"commitment"})
"""The kinds whose rows bear the tick itself: of the others, which are more than a promise, the menu has it."""


class OwedActions:
    """Ticks what the page says is left to do."""

    def __init__(self, workspace: Workspace, view: QWidget) -> None:
        """Write in the file of `workspace`, and ask over `view`."""
        self.workspace = workspace
        self.view = view
        self.said = workspace.words(command_of("fulfil").text)

    def buttons(self, record: RecordKey, owed: Collection[RecordKey]) -> Iterator[QWidget]:
        """Return the tick beside a row of `record`, where it is among what is `owed` and of a kind that bears it."""
        if record in owed and record.entity in TICKED_IN_ROWS:
            yield icon_button(self.said, "check-circle", partial(self._ask, record))

    def offers(self, record: RecordKey, owed: Collection[RecordKey]) -> Iterator[Offer]:
        """Return the line of a menu that ticks `record`, where it is among what is `owed`."""
        if record in owed:
            yield Offer(self.said, partial(self._ask, record), icon("check-circle"))

    def _ask(self, record: RecordKey) -> None:
        ask_fulfilled(self.workspace, record.entity, (record.id,), self.view)
