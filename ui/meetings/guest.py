"""Adding to a meeting somebody who holds no seat on its body."""

from PySide6.QtWidgets import QWidget

from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from ui.form.form_dialog import FormDialog
from ui.form.save_form import save_form
from ui.work.workspace import Workspace

LAYOUT = FormLayout("attendance", (Section("", ("municipality_id", "organisation_id", "person_id")),))


class GuestDialog(FormDialog):
    """Asks which city, organisation or person is invited."""

    def __init__(self, workspace: Workspace, meeting: Record, parent: QWidget | None = None) -> None:
        """Add to the roll of `meeting`."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Agregar invitado"), words("Agregar")), parent)
        self.meeting = meeting
        self.say(words("Una ciudad o un organismo con la persona que viene por él, o una persona sola."))
        self.begin()

    def accept(self) -> None:
        """Add the guest; what is wrong stands beside its field."""
        saved = save_form(self.form, self.workspace, more={"meeting_id": self.meeting.id})
        if saved is not None:
            super().accept()
            self.workspace.tell_done(saved.changes)
