"""Adding to a meeting somebody who holds no seat on its body."""

from PySide6.QtWidgets import QWidget

from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from ui.form.form import Form
from ui.form.save_form import save_form
from ui.look.dialog import DialogFrame
from ui.work.workspace import Workspace

LAYOUT = FormLayout("attendance", (Section("", ("municipality_id", "organisation_id", "person_id")),))


class GuestDialog(DialogFrame):
    """Asks which city, organisation or person is invited."""

    def __init__(self, workspace: Workspace, meeting: Record, parent: QWidget | None = None) -> None:
        """Add to the roll of `meeting`."""
        words = workspace.words
        super().__init__(words, words("Agregar invitado"), words("Agregar"), parent)
        self.workspace = workspace
        self.meeting = meeting
        self.say(words("Una ciudad o un organismo con la persona que viene por él, o una persona sola."))
        self.form = Form(LAYOUT, workspace.desk)
        self.form.stand_flush()
        self.form.setMinimumHeight(240)
        self.body.addWidget(self.form)
        self.form.focus_first()

    def accept(self) -> None:
        """Add the guest; what is wrong stands beside its field."""
        saved = save_form(self.form, self.workspace, more={"meeting_id": self.meeting.id})
        if saved is not None:
            super().accept()
            self.workspace.tell_done(saved.changes)
