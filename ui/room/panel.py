"""What every part of a record made by hand is asked: to show the record as it is now, and to save what is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.conflicts import ConflictError
from app.records.reach import Reach, reach_of_record
from app.records.reading import Record, read_record
from app.words.problems import ProblemError
from ui.room.record_tab import RecordTab
from ui.work.workspace import Busy, Workspace


class Panel(RecordTab):
    """One part of a record, read anew whenever something that shows in it has changed."""

    saves_itself = True
    label = ""
    """What the part is called, in Spanish source words."""
    only_read = ""
    """Why nothing is added, moved or taken away, in the person's language; empty where it is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Be a part of records of `workspace`."""
        super().__init__(workspace, parent)
        self.owner: Record | None = None
        self._told: Record | None = None
        """What whoever shows the record has just read of it; None once something of it has changed since."""

    def show_record(self, record: Record | None) -> None:
        """Be about `record`, which was read a moment ago and is read no second time for this part of it."""
        self._told = record
        super().show_record(record)

    def refresh(self, changes: Changes) -> None:
        """Read the record again where it was touched: nobody tells of it anew while its form is written in."""
        if self._told is not None and self.reach(self._told).meets(changes):
            self._told = None
        super().refresh(changes)

    def reach(self, record: Record) -> Reach:
        """Return what is read: the whole record, with all its parts."""
        return reach_of_record(self.workspace.catalog, record.entity, record.id)

    def read(self, record: Record) -> None:
        """Show the record as it is in the file: what was told of it, or what is read where it has changed since."""
        found = self._told or read_record(self.workspace.store, record.entity, record.id)
        if found is not None:
            self.owner = found
            self.show_owner(found)

    def show_owner(self, owner: Record) -> None:
        """Show `owner`, whose part this is; of the one shown already, what is written and what is selected stay."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is being written; False when that is not possible and the panel says why."""
        return True

    def show_part(self, id: str) -> bool:
        """Go to one of the records of the part; False when it has none with that key."""
        return False

    def count_of(self, owner: Record) -> str:
        """Return what stands beside the name of the part, such as the number of its rows; empty for nothing."""
        return ""

    def let_read(self, why: str, *, wholly: bool = True) -> None:
        """Let the part only be read since `why`, empty where it is not; what is read `wholly` saves nothing."""
        self.only_read = why
        saves = not (why and wholly)
        if self.saves_itself != saves:
            self.saves_itself = saves
            self.edits_changed.emit()

    def refuses(self) -> bool:
        """Tell whether the part is only read, and say why to whoever wants to change it all the same."""
        if self.only_read:
            self.workspace.tell_refused(self.only_read)
        return bool(self.only_read)

    def write(self, work: Callable[[], Changes], *, written: Callable[[], object] | None = None) -> Changes | None:
        """Do a piece of writing as the workspace does; what the world has against it is shown, and None given.

        ConflictError goes on.
        """
        try:
            return self.workspace.write(work, written=written)
        except ConflictError:
            raise
        except Busy:
            return None
        except ProblemError as error:
            self.workspace.present(error)
            return None

    def do(self, work: Callable[[], Changes], said: str = "") -> bool:
        """Write what the person did at once, and say it with the way back; False when the world is against it.

        `said` is told in the place of what the title of the operation tells.
        """
        changes = self.write(work)
        if changes is not None:
            self.workspace.tell_done(changes, said)
        return changes is not None
