"""A step that was done: on which day, and what came of it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from app.steps import take_step
from ui.form.following_state import FollowingState
from ui.form.form_dialog import FormDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("step", (Section("", ("done_on", "result", "notes")),))


class StepDialog(FormDialog):
    """Asks for the day, which is today at first, for the result, and of a project for the state that follows."""

    def __init__(self, workspace: Workspace, step: Record, parent: QWidget | None = None) -> None:
        """Ask about the step of that record."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Paso hecho"), words("Guardar")), parent)
        self.step = step
        self.say(step.title)
        self.begin(step, {"done_on": workspace.store.today()})
        self.following = FollowingState(self, step.id)

    def accept(self) -> None:
        """Tick the step; what is wrong stands beside its field."""
        self.write(self._take)

    def _take(self) -> Changes:
        said = self.values()
        day = said.pop("done_on")
        done_on = day if isinstance(day, date) else None
        return take_step(self.workspace.store, self.step.id, done_on, said=said, of_record=self.following.of_record())
