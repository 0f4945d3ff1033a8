"""The report of a term is asked of all units that lack one: until when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.network.term_choices import TermChoice
from app.records.changes import Changes
from app.screens.layout import FormLayout, Section
from app.units.asking import ask_reports
from app.words.problems import ProblemError
from ui.form.form_dialog import FormDialog
from ui.work.workspace import Workspace

LAYOUT = FormLayout("commitment", (Section("", ("due_on",)),))


class AskReportsDialog(FormDialog):
    """Asks for the day, and makes a commitment for each of the units in one operation."""

    def __init__(
        self, workspace: Workspace, term: TermChoice, units: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Ask `units` for their report on `term`."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Pedir informes"), words("Pedir")), parent)
        self.term = term
        self.units = tuple(units)
        said = words.plural(
            "Se pedirá el informe de {period} a {count} unidad que todavía no lo tiene pedido.",
            "Se pedirá el informe de {period} a {count} unidades que todavía no lo tienen pedido.",
            len(self.units),
            period=term.name,
        )
        self.say(said)
        self.begin()

    def accept(self) -> None:
        """Ask for the reports; what is wrong stands beside its field."""
        typed = self.form.typed_problems()
        if typed:
            self.form.show_problems(typed)
            return
        due = self.form.boxes["due_on"].editor.value()
        try:
            changes = self.workspace.write(lambda: self._ask(due if isinstance(due, date) else None))
        except ProblemError as error:
            self.form.show_problems(error.problems)
        else:
            super().accept()
            self.workspace.tell_done(changes)

    def _ask(self, due: date | None) -> Changes:
        return ask_reports(self.workspace.store, str(self.term.period_id), self.units, due)
