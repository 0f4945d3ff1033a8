"""The question whether what another operation deleted meanwhile comes back with what was being written in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.conflicts import Conflict
from app.records.drafts import Draft
from app.records.editing import save_record
from app.words.problems import ProblemError
from ui.look.dialog import DialogFrame
from ui.work.workspace import Workspace


class GoneDialog(DialogFrame):
    """Asks for a record whose place in the window is gone with it."""

    def __init__(self, workspace: Workspace, conflict: Conflict, again: Draft, parent: QWidget) -> None:
        """Ask about the record that `again` makes again."""
        words = workspace.words
        super().__init__(
            words, words(conflict.kind.value, label=words(conflict.label)), words("Traer de nuevo"), parent
        )
        self.workspace = workspace
        self.again = again
        self.say(words("Lo que estaba escribiendo todavía no se guardó: vuelve con él o se pierde."))
        self.cancelling.setText(words("Dejar fuera"))
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def accept(self) -> None:
        """Bring the record back; what stands against it is said here."""
        try:
            changes = self.workspace.write(self._save)
        except ProblemError as error:
            self.show_problems(error.problems)
            return
        super().accept()
        self.workspace.tell_done(changes)

    def _save(self) -> Changes:
        return save_record(self.workspace.store, self.again).changes
