"""What stands behind a tab of a record: it reads only when it is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.reach import Reach
from app.records.reading import Record
from ui.form.edits import Edits
from ui.work.workspace import Workspace


class RecordTab(QWidget):
    """A part of what is shown of a record beside its form."""

    title_changed = Signal(str)
    edits_changed = Signal()
    """Something is written that is not saved, or no longer."""
    went = Signal(QWidget)
    """Something unsaved was taken back or made again: this is where it is seen."""
    saves_itself = False
    """Whether what is done here is saved without Guardar."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, title: str = "") -> None:
        """Show nothing yet; `title`, in the person's language, is what the tab says before its count."""
        super().__init__(parent)
        self.tab_title = title
        self.workspace = workspace
        self.words = workspace.words
        self.record: Record | None = None
        self._shown: str | None = None
        self._reading = workspace.pausing(self._look, self)

    def show_record(self, record: Record | None) -> None:
        """Be about `record`, and read of it when somebody looks."""
        self.record = record
        self._shown = None
        self.say_count(0)
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """Read and show, unless that is done already, once nothing is being written."""
        self._reading()

    def _look(self) -> None:
        if self.record is not None and self._shown != self.record.id:
            self._shown = self.record.id
            self.read(self.record)

    def take_focus(self) -> None:
        """Put the keyboard where work here begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def edits(self) -> Edits | None:
        """Return the steps of what is written here and not saved, where there are some."""
        return None

    def follow(self, edits: Edits) -> None:
        """Tell what is done to `edits`, which are of something written here."""
        edits.changed.connect(self.edits_changed)
        edits.went.connect(self.went)

    def say_count(self, count: int) -> None:
        """Say in the tab how many there are; nothing of it for none."""
        if self.tab_title:
            self.title_changed.emit(f"{self.tab_title} ({self.words.number(count)})" if count else self.tab_title)

    def read(self, record: Record) -> None:
        """Show what there is of `record`."""
        raise NotImplementedError

    def reach(self, record: Record) -> Reach:
        """Return what is read to show what there is of `record`."""
        raise NotImplementedError

    def refresh(self, changes: Changes) -> None:
        """Read again what can show now: at once, or when somebody looks."""
        if self.record is not None and self.reach(self.record).meets(changes):
            self._shown = None
            if self.isVisible():
                self.look()
