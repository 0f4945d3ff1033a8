"""What is known of an attached file beside its content: what it is called, what it is, and of which day."""

from PySide6.QtWidgets import QWidget

from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from ui.form.form_dialog import FormDialog
from ui.form.save_form import save_form
from ui.work.workspace import Workspace

DETAILS = ("name", "description", "dated")
"""The fields of a file that a person writes."""
LAYOUT = FormLayout("document", (Section("", DETAILS),))


class FileDetailsDialog(FormDialog):
    """Asks for the facts of one file; they are saved in one operation, which undo takes back."""

    def __init__(self, workspace: Workspace, file: Record, parent: QWidget | None = None) -> None:
        """Show what is known of `file`, and begin at what is most often missing."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Datos del archivo"), words("Guardar")), parent)
        self.begin(file)
        self.form.focus_on("description")

    def accept(self) -> None:
        """Save; what is wrong stands beside its field."""
        saved = save_form(self.form, self.workspace) if self.holds_words() else None
        if saved is not None or not self.holds_words():
            super().accept()
        if saved is not None:
            self.workspace.tell_done(saved.changes)
