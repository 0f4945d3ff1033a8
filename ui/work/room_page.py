"""What the window asks of every room: to refresh, to show a record, to say what can be done, to be left."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.records.catalog import Query
from app.records.changes import Changes
from ui.look.actions import Condition
from ui.work.workspace import Workspace


class RoomPage(QWidget):
    """A room as the window sees it; each room says of this what it can."""

    entity = ""
    """What the room mostly shows; empty for none in particular."""
    conditions_changed = Signal()
    """What can be done here has changed: the window asks `conditions` again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Be a room of `workspace`."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words

    def conditions(self) -> frozenset[Condition]:
        """Say which needs of commands are met here."""
        return frozenset()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do here, by their names (`new_record`, `save_record`, …)."""
        return {}

    def refresh(self, changes: Changes) -> None:
        """Show what `changes` touched as it is now."""

    def show_record(self, entity: str, id: str) -> None:
        """Show one record."""

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new record with `values`."""

    def show_query(self, query: Query) -> None:
        """List what `query` asks for."""

    def take_focus(self) -> None:
        """Put the keyboard where work here begins."""
        self.setFocus()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost by going elsewhere: at once, or once the person has answered."""
        then()
