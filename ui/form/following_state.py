"""The row of a dialog that ticks a step of a project: the state to which the project goes by it."""

from PySide6.QtCore import Qt

from app.steps import state_that_follows
from ui.form.editors.combo import Combo
from ui.form.form_dialog import FormDialog
from ui.look.plain import Label


class FollowingState:
    """Asks within a dialog for the state of a project that follows from a step; of other steps it asks nothing."""

    def __init__(self, dialog: FormDialog, step: str) -> None:
        """Propose below the fields of `dialog` what follows from `step`, a key, or empty where there is none."""
        self.states = Combo()
        follows = state_that_follows(dialog.workspace.store, step) if step else ""
        if follows:
            self._propose(dialog, follows)

    def of_record(self) -> dict[str, object]:
        """Return what is to be written of the project: nothing where it goes on as it is."""
        state = self.states.currentData()
        return {"state": state} if state else {}

    def _propose(self, dialog: FormDialog, follows: str) -> None:
        words = dialog.words
        label = Label(words("El proyecto pasa a"))
        self.states.addItem(words("La misma situación"), "")
        for each in dialog.workspace.catalog["project"].field("state").field.choices or ():
            self.states.addItem(words(each.label), each.value)
        self.states.setCurrentIndex(self.states.findData(follows))
        self.states.setAccessibleName(label.text())
        label.setBuddy(self.states)
        dialog.body.addWidget(label)
        dialog.body.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
