"""A step that was done: on which day, and what came of it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from app.steps import state_that_follows, take_step
from ui.form.editors.combo import Combo
from ui.form.form_dialog import FormDialog
from ui.look.plain import Label
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
        self.states = Combo()
        follows = state_that_follows(workspace.store, step.id)
        if follows:
            self._propose_state(follows)

    def accept(self) -> None:
        """Tick the step; what is wrong stands beside its field."""
        self.write(self._take)

    def _take(self) -> Changes:
        said = self.values()
        day = said.pop("done_on")
        done_on = day if isinstance(day, date) else None
        state = self.states.currentData()
        of_record = {"state": state} if state else {}
        return take_step(self.workspace.store, self.step.id, done_on, said=said, of_record=of_record)

    def _propose_state(self, follows: str) -> None:
        """Ask for the state of the project, which goes on as it is where that is chosen."""
        words = self.words
        label = Label(words("El proyecto pasa a"))
        self.states.addItem(words("La misma situación"), "")
        for each in self.workspace.catalog["project"].field("state").field.choices or ():
            self.states.addItem(words(each.label), each.value)
        self.states.setCurrentIndex(self.states.findData(follows))
        self.states.setAccessibleName(label.text())
        label.setBuddy(self.states)
        self.body.addWidget(label)
        self.body.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
