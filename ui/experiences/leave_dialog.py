"""Adoptions that do not go on: on which day and why they were dropped, of one or of several at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.experiences.leaving import GoingOn, leave
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.words.fields import PartialDate
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("adoption", (Section("", ("dropped_on", "dropped_why")),))


class LeaveDialog(OfEachDialog):
    """Asks for the day, which is today unless another one is written, and for the reason, and writes them of all."""

    def __init__(self, workspace: Workspace, ids: Sequence[str], going: GoingOn, parent: QWidget | None = None) -> None:
        """Drop the adoptions `ids`; `going` are those of them that go on."""
        words = workspace.words
        said = words("Abandonar"), words("Abandonar")
        super().__init__(workspace, LAYOUT, said, ("adoption", ids), parent)
        self.say(self._say(going))
        self.begin(None, {"dropped_on": PartialDate.of(workspace.store.today())})

    def _say(self, going: GoingOn) -> str:
        """Say which one is dropped, or how many, and what becomes of the others."""
        words, count, chosen = self.words, len(going.keys), len(self.ids)
        if chosen == 1:
            return going.name
        said = words.plural("Se abandona {count} adopción.", "Se abandonan {count} adopciones.", count)
        return said if count == chosen else f"{said} {words('Lo demás queda como está.')}"

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Write the day and the reason."""
        day = values["dropped_on"]
        when = day if isinstance(day, PartialDate) else None
        return leave(self.workspace.store, self.ids, when, str(values["dropped_why"] or ""))
