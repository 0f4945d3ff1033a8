"""The row of a dialog that ticks a step: the state to which its project, or the demand that it answers, goes by it."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt

from app.steps import Following, state_that_follows
from app.words.words import mark
from ui.form.editors.combo import Combo
from ui.form.form_dialog import FormDialog
from ui.look.plain import Label

PASSES: Mapping[str, str] = MappingProxyType({"project": mark("El proyecto pasa a"), "need": mark("La demanda pasa a")})
"""What is asked of the record whose state follows, by its kind, in Spanish source words."""


class FollowingState:
    """Asks within a dialog for the state of a project or demand that follows from a step; of others nothing."""

    def __init__(self, dialog: FormDialog, step: str) -> None:
        """Propose below the fields of `dialog` what follows from `step`, a key, or empty where there is none."""
        self.states = Combo()
        follows = state_that_follows(dialog.workspace.store, step) if step else None
        if follows is not None:
            self._propose(dialog, follows)

    def of_record(self) -> dict[str, object]:
        """Return what is to be written of that record: nothing where it goes on as it is."""
        state = self.states.currentData()
        return {"state": state} if state else {}

    def _propose(self, dialog: FormDialog, follows: Following) -> None:
        words = dialog.words
        label = Label(words(PASSES[follows.entity]))
        self.states.addItem(words("La misma situación"), "")
        for each in dialog.workspace.catalog[follows.entity].field("state").field.choices or ():
            self.states.addItem(words(each.label), each.value)
        self.states.setCurrentIndex(self.states.findData(follows.state))
        self.states.setAccessibleName(label.text())
        label.setBuddy(self.states)
        dialog.body.addWidget(label)
        dialog.body.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
