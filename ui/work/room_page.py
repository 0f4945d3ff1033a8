"""What the window asks of every room: to refresh, to show a record, to say what can be done, to be left."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.records.catalog import Query
from app.records.changes import Changes
from app.words.fields import RecordKey
from ui.form.edits import Edits
from ui.look.conditions import Condition
from ui.look.scroll import scroll_marks, scroll_to
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
        self._missed: Changes | None = None
        self._catch_up = workspace.pausing(self._refresh_missed, self)

    def conditions(self) -> frozenset[Condition]:
        """Say which needs of commands are met here."""
        return frozenset()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do here, by their names (`new_record`, `save_record`, …)."""
        return {}

    def edits(self) -> Edits | None:
        """Return the steps of what is written here and not saved, which undo takes back before anything else."""
        return None

    def refresh(self, changes: Changes) -> None:
        """Show what `changes` touched as it is now."""

    def miss(self, changes: Changes) -> None:
        """Keep what was touched while another room is seen, to show it when this one is seen again."""
        self._missed = joined(self._missed, changes)

    def catch_up(self) -> None:
        """Show what was missed, as soon as it can be read."""
        if self._missed is not None:
            self._catch_up()

    def _refresh_missed(self) -> None:
        missed, self._missed = self._missed, None
        if missed is not None:
            self.refresh(missed)

    def show_record(self, entity: str, id: str, part: RecordKey | None = None) -> None:
        """Show one record, at the `part` of it or at what belongs to it, such as a file."""

    def edit_record(self, entity: str, id: str, name: str) -> None:
        """Show one record as its form, at the field or part called `name`."""
        self.show_record(entity, id)

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new record with `values`."""

    def show_query(self, query: Query) -> None:
        """List what `query` asks for."""

    def place(self) -> object:
        """Return where the person is here, for the same room made anew; only the room itself reads it."""
        return scroll_marks(self)

    def return_to(self, place: object) -> None:
        """Go where `place` says that the person was: this room is seen, and as large as it will be."""
        if isinstance(place, tuple):
            QTimer.singleShot(0, self, partial(scroll_to, self, place))

    def shown(self) -> RecordKey | None:
        """Return the record that is shown; None for one that is new or no more, and for none."""
        return None

    def asked(self) -> Query | None:
        """Return what the list asks for that is shown; None without one."""
        return None

    def face(self) -> str:
        """Return which of the faces of the room is shown, where it has several; only the room itself reads it."""
        return ""

    def turn_to(self, face: str) -> None:
        """Show the face of that name, with what stood on it, and put the keyboard there."""
        self.take_focus()

    def show_again(self, query: Query | None, record: RecordKey | None, face: str = "") -> None:
        """List what `query` asks for, and show `record` or none, as it was seen before; nothing unsaved is there."""
        if query is not None:
            self.show_query(query)
        if record is not None:
            self.show_record(record.entity, record.id)
        if query is None and record is None:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where work here begins."""
        self.setFocus()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost by going elsewhere: at once, or once the person has answered."""
        then()


def joined(earlier: Changes | None, later: Changes) -> Changes:
    """Return what either of two operations touched."""
    if earlier is None:
        return later
    names = {*earlier.touched, *later.touched}
    none: frozenset[str] = frozenset()
    touched = {name: earlier.touched.get(name, none) | later.touched.get(name, none) for name in names}
    return Changes(later.operation, later.title, touched)
