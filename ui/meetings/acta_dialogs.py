"""What is asked before an acta is approved, and before it is reopened."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.meetings.acta_numbers import next_acta_number
from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from app.words.problems import Place, Problem, ProblemError
from app.words.words import LANGUAGES, mark
from ui.form.editors.combo import Combo
from ui.form.form_dialog import FormDialog
from ui.look.dialog import DialogFrame
from ui.look.theme import Role, dress
from ui.work.workspace import Workspace

LAYOUT = FormLayout("meeting", (Section("", (("acta_number", "acta_approved_on"),)),))

MOST_NAMED = 6
"""How many items without minutes are named; of more the numbers are told."""


class ApproveDialog(FormDialog):
    """Asks for the number, the day and the language of the acta that is kept; a number given twice is said there."""

    def __init__(self, workspace: Workspace, meeting: Record, parent: QWidget | None = None) -> None:
        """Propose the next number of the body in its year, and today."""
        words = workspace.words
        super().__init__(workspace, LAYOUT, (words("Aprobar el acta"), words("Aprobar")), parent)
        self.meeting = meeting
        self.say(
            words(
                "El acta se guarda como PDF entre los archivos de la reunión. Desde entonces no se cambia lo que dice: "
                "datos de la reunión, orden del día, asistencia, actas de los puntos y resoluciones. "
                "Su seguimiento sí, y puede reabrirse."
            )
        )
        self._say_unwritten()
        self.languages = Combo()
        for language in LANGUAGES:
            self.languages.addItem(words.language_name(language), language)
        self.languages.setCurrentIndex(self.languages.findData(words.language))
        number = next_acta_number(workspace.store, meeting.id)
        self.begin(meeting)
        self.form.fill({"acta_number": number, "acta_approved_on": workspace.store.today()}, words("lo que se propone"))
        self._begun = self._written()
        self.ask(words("Idioma del acta que se guarda"), self.languages)

    def _say_unwritten(self) -> None:
        """Say of which items of the agenda the acta will say nothing; it can be approved all the same."""
        from app.meetings.acta import items_without_minutes

        words = self.workspace.words
        items = items_without_minutes(self.workspace.store, self.meeting.id)
        if not items:
            return
        named = [words("{number}. {title}", number=number, title=title) for number, title in items]
        told = "; ".join(named) if len(items) <= MOST_NAMED else ", ".join(str(number) for number, _ in items)
        said = words.plural(
            "{count} punto del orden del día no tiene texto en el acta: {items}",
            "{count} puntos del orden del día no tienen texto en el acta: {items}",
            len(items),
            items=told,
        )
        dress(self.say(said), Role.CAUTION)

    def accept(self) -> None:
        """Approve it; what is wrong stands beside its field."""
        from app.meetings.acta import Approval, approve

        values = self.values()
        day = values["acta_approved_on"]
        if not isinstance(day, date) and not self.form.typed_problems():
            text, hint = mark("Falta el día en que se aprobó."), mark("Escriba el día en que se aprobó.")
            self.form.show_problems(ProblemError(Problem(text, hint, Place(field="acta_approved_on"))).problems)
            return
        number, language = str(values["acta_number"] or ""), str(self.languages.currentData())
        approval = Approval(number, day if isinstance(day, date) else self.workspace.store.today(), language)
        self.write(lambda: approve(self.workspace.store, self.meeting.id, approval))


class ReopenDialog(DialogFrame):
    """Says what follows from reopening an approved acta; it can be approved again, and undone."""

    def __init__(self, workspace: Workspace, meeting: Record, parent: QWidget | None = None) -> None:
        """Ask about the acta of `meeting`."""
        words = workspace.words
        super().__init__(words, words("Reabrir el acta"), words("Reabrir"), parent)
        self.workspace = workspace
        self.meeting = meeting
        self.say(meeting.title)
        self.say(
            words(
                "Deja de estar aprobada y todo lo que dice puede corregirse. El PDF que se guardó al aprobarla queda "
                "entre los archivos de la reunión. Para que valga otra vez, hay que aprobarla de nuevo."
            )
        )

    def accept(self) -> None:
        """Reopen it."""
        from app.meetings.acta import reopen

        try:
            changes = self.workspace.write(lambda: reopen(self.workspace.store, self.meeting.id))
        except ProblemError as error:
            self.show_problems(error.problems)
        else:
            super().accept()
            self.workspace.tell_done(changes)
