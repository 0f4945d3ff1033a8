"""Records shown as evidence of the plan: of which line or action, and with which note."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.plan import show_evidence
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.words.problems import ProblemError
from ui.form.form_dialog import FormDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("evidence", (Section("", ("action_id", "line_id", "note")),))


class EvidenceDialog(FormDialog):
    """Asks for the action, or the line where it is of none, and shows the records there in one operation."""

    def __init__(self, workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the records `ids` of `entity`."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Vincular al plan de trabajo"), words("Vincular")), parent)
        self.entity = entity
        self.ids = tuple(ids)
        kind = workspace.catalog[entity]
        what = words(kind.one if len(self.ids) == 1 else kind.many).lower()
        said = words("{count} {what} como evidencia de:", count=words.number(len(self.ids)), what=what)
        self.say(said)
        self.begin()

    def accept(self) -> None:
        """Link the records; what is wrong stands beside its field."""
        values = {name: box.editor.value() or None for name, box in self.form.boxes.items()}
        try:
            changes = self.workspace.write(lambda: self._link(values))
        except ProblemError as error:
            self.form.show_problems(error.problems)
        else:
            super().accept()
            self.workspace.tell_done(changes)

    def _link(self, values: dict[str, object]) -> Changes:
        line, action, note = (str(values[name]) if values[name] else None for name in ("line_id", "action_id", "note"))
        store = self.workspace.store
        return show_evidence(store, self.entity, self.ids, line_id=line, action_id=action, note=note)
