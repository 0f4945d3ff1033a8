"""Agreements are renewed: until when, proposed by the months of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.agreements import Renewal, renew
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.words.fields import PartialDate
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from ui.form.of_each_dialog import OfEachDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("agreement", (Section("", ("ends",)),))
OF_SEVERAL = FormLayout("agreement", (Section("", ()),))
MOST_SAID = 12
"""Agreements that are said one by one."""


class RenewDialog(OfEachDialog):
    """Asks until when one agreement is renewed; of several it says until when each is, by its own months."""

    def __init__(
        self, workspace: Workspace, renewals: Sequence[Renewal], parent: QWidget | None = None, *, left_out: int = 0
    ) -> None:
        """Propose `renewals`, at least one, and say how many of the chosen agreements are `left_out`, and why."""
        words, alone = workspace.words, len(renewals) == 1
        said = words("Renovar"), words("Renovar")
        ids = [each.id for each in renewals]
        super().__init__(workspace, LAYOUT if alone else OF_SEVERAL, said, ("agreement", ids), parent)
        self.renewals = tuple(renewals)
        lines = [self._line(each) for each in renewals[:MOST_SAID]]
        if len(renewals) > MOST_SAID:
            more = len(renewals) - MOST_SAID
            lines.append(words.plural("y {count} más", "y {count} más", more))
        if left_out:
            lines.append(self._say_left_out(left_out))
        self.say("\n".join(lines))
        self.begin(None, {"ends": renewals[0].until} if alone else {})

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Renew them."""
        wanted = self.renewals
        if len(wanted) == 1:
            until = values.get("ends")
            if not isinstance(until, PartialDate):
                raise ProblemError(Problem(mark("Falta hasta cuándo se renueva."), place=Place(field="ends")))
            wanted = (replace(wanted[0], until=until),)
        return renew(self.workspace.store, wanted, self.words)

    def _say_left_out(self, count: int) -> str:
        return self.words.plural(
            "{count} convenio queda como está: no tiene vencimiento o no dice por cuántos meses se renueva.",
            "{count} convenios quedan como están: no tienen vencimiento o no dicen por cuántos meses se renuevan.",
            count,
        )

    def _line(self, each: Renewal) -> str:
        dates = self.words.date(each.ends), self.words.date(each.until)
        return self.words("{name}: {ends} → {until}", name=each.name, ends=dates[0], until=dates[1])
