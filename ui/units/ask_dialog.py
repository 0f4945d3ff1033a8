"""The report of a term is asked of units that lack one: until when, and of which."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.network.term_choices import TermChoice
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.units.asking import ask_reports
from app.units.facts import Unit
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from ui.form.of_each_dialog import OfEachDialog
from ui.look.plain import Label
from ui.look.theme import Role, dress
from ui.look.wrapped_choice import WrappedCheck
from ui.work.workspace import Workspace

LAYOUT = FormLayout("commitment", (Section("", ("due_on",)),))


class AskReportsDialog(OfEachDialog):
    """Asks for the day, and makes a commitment for each of the units that are ticked in one operation."""

    def __init__(
        self, workspace: Workspace, term: TermChoice, units: Sequence[Unit], parent: QWidget | None = None
    ) -> None:
        """Ask `units`, all ticked, for their report on `term`."""
        words = workspace.words
        keys = [unit.id for unit in units]
        super().__init__(workspace, LAYOUT, (words("Pedir informes"), words("Pedir")), ("body", keys), parent)
        self.term = term
        self.told = self.say("")
        self.begin()
        heading = Label(words("Unidades que todavía no lo tienen pedido"), wraps=True)
        dress(heading, Role.HEADING)
        self.body.addWidget(heading)
        self.checks = {unit.id: WrappedCheck(unit.name) for unit in units}
        for check in self.checks.values():
            check.setChecked(True)
            check.toggled.connect(self._tell)
            self.body.addWidget(check)
        self._tell()

    @property
    def chosen(self) -> Sequence[str]:
        """The units that are ticked."""
        return [key for key, check in self.checks.items() if check.isChecked()]

    def holds_words(self) -> bool:
        """Tell whether a day is written, or a unit left out."""
        return super().holds_words() or len(self.chosen) < len(self.checks)

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Ask for the reports."""
        if not self.chosen:
            raise ProblemError(Problem(mark("No eligió ninguna unidad."), mark("Marque al menos una.")))
        due = values["due_on"]
        by = due if isinstance(due, date) else None
        return ask_reports(self.workspace.store, str(self.term.period_id), self.chosen, by)

    def _tell(self) -> None:
        """Say of how many units the report will be asked."""
        said = self.words.plural(
            "Se pedirá el informe de {period} a {count} unidad.",
            "Se pedirá el informe de {period} a {count} unidades.",
            len(self.chosen),
            period=self.term.name,
        )
        self.told.setText(said)
