"""What was published of several records at once: where, when and under which title."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.agenda.telling import tell_of_each
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("dissemination", (Section("", ("name", ("medium", "day"), "web", "languages", "notes")),))


class TellDialog(OfEachDialog):
    """Asks for what was published, and notes it of each of the records in one operation."""

    def __init__(self, workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Note it of the records `ids` of `entity`."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Registrar difusión"), words("Registrar")), (entity, ids), parent)
        count = words.number(len(self.ids))
        self.say(words("{count} {what} de que se habla en:", count=count, what=self.what()))
        self.begin()

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Note what was published of the records."""
        return tell_of_each(self.workspace.store, self.entity, self.ids, values)
