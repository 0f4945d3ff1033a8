"""What was done of what was owed: on which day, of one record or of several at once."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.fulfilling import Left, fulfil
from app.screens.layout import FormLayout, Section
from ui.form.following_state import FollowingState
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("commitment", (Section("", ("met_on",)),))
"""Whatever is done, the day is asked as that of a commitment."""


class FulfilDialog(OfEachDialog):
    """Asks for the day, which is today unless another one is written, and writes it of all in one operation.

    Where it finishes one step of a project, alone or with what is owed otherwise, it asks for the state that follows.
    """

    def __init__(
        self, workspace: Workspace, records: tuple[str, Sequence[str]], left: Left, parent: QWidget | None = None
    ) -> None:
        """Finish `records`, their kind, which may be deadlines, and their keys; `left` are those of them to do."""
        words = workspace.words
        said = words("Marcar como cumplido"), words("Marcar")
        super().__init__(workspace, LAYOUT, said, records, parent)
        self.say(self._say_left(left))
        self.begin(None, {"met_on": workspace.store.today()})
        self.following = FollowingState(self, left.step)

    def _say_left(self, left: Left) -> str:
        """Say what is marked: which one, how many, and how many of the chosen ones where others stay as they are."""
        words, count, chosen = self.words, self.words.number(left.count), len(self.ids)
        if chosen == 1:
            return left.name
        if left.count == chosen:
            return words("Se marca lo que queda por cumplir: {count} {what}.", count=count, what=self.what())
        of = words.number(chosen)
        said = words(
            "Se marca lo que queda por cumplir: {count} de {all} {what}.", count=count, all=of, what=self.what()
        )
        return f"{said} {words('Lo demás queda como está.')}"

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Write the day; today where none is written."""
        day = values["met_on"]
        store = self.workspace.store
        done_on = day if isinstance(day, date) else store.today()
        return fulfil(store, self.entity, self.ids, done_on, self.following.of_record())
