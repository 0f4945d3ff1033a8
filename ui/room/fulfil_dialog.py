"""What was done of what was owed: on which day, of one record or of several at once."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.fulfilling import fulfil
from app.screens.layout import FormLayout, Section
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("commitment", (Section("", ("met_on",)),))
"""Whatever is done, the day is asked as that of a commitment."""


class FulfilDialog(OfEachDialog):
    """Asks for the day, which is today unless another one is written, and writes it of all in one operation."""

    def __init__(self, workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Finish the records `ids` of `entity`, which may be deadlines."""
        words = workspace.words
        said = words("Marcar como cumplido"), words("Marcar")
        super().__init__(workspace, LAYOUT, said, (entity, ids), parent)
        count = words.number(len(self.ids))
        self.say(words("Se marca lo que queda por cumplir: {count} {what}.", count=count, what=self.what()))
        self.begin(None, {"met_on": workspace.store.today()})

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Write the day; today where none is written."""
        day = values["met_on"]
        store = self.workspace.store
        return fulfil(store, self.entity, self.ids, day if isinstance(day, date) else store.today())
