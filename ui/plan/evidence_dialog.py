"""Records shown as evidence of the plan: of which line or action, and with which note."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.plan import line_for, show_evidence
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("evidence", (Section("", ("action_id", "line_id", "note")),))


class EvidenceDialog(OfEachDialog):
    """Asks for the action, or the line where it is of none, and shows the records there in one operation."""

    def __init__(self, workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the records `ids` of `entity`."""
        words = workspace.words
        said = words("Vincular al plan de trabajo"), words("Vincular")
        super().__init__(workspace, LAYOUT, said, (entity, ids), parent)
        count = words.number(len(self.ids))
        self.say(words("{count} {what} como evidencia de:", count=count, what=self.what()))
        self.proposed = line_for(workspace.store, entity)
        """The line that is proposed: an action that is chosen beside it is meant instead."""
        self.begin(None, {"line_id": self.proposed} if self.proposed else {})

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Link the records."""
        line, action, note = (str(values[name]) if values[name] else None for name in ("line_id", "action_id", "note"))
        line = None if action is not None and line == self.proposed else line
        store = self.workspace.store
        return show_evidence(store, self.entity, self.ids, line_id=line, action_id=action, note=note)
