"""The verdict before an undo: per record and field what there is, what returns, and what stays and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from app.past.undo_plan import PlannedRecord, SaidPlan, Verdict, say_summary
from app.words.words import Words
from ui.look.dialog import DialogFrame
from ui.look.icons import icon
from ui.look.plain import Label
from ui.look.theme import Role, dress
from ui.past.fields_tree import FieldsTree

SIZE = (1000, 600)
FIELD, NOW, THEN, VERDICT = range(4)
ICONS: Mapping[Verdict, str] = {Verdict.CLEAN: "arrow-u-up-left", Verdict.BACK: "equals"}
STAYING = "push-pin"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, and what the button that does it says; both are already in the person's language."""

    heading: str
    accept: str


class VerdictDialog(DialogFrame):
    """Asks whether to undo what the plan calls clean; Enter does it, Esc leaves all as it is."""

    def __init__(self, words: Words, asked: Asked, plan: SaidPlan, parent: QWidget | None = None) -> None:
        """Ask what `asked` says, with what `plan` says of it."""
        super().__init__(words, asked.heading, asked.accept, parent)
        self.plan = plan
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.summary = Label(self._summary(), wraps=True)
        dress(self.summary, Role.CAUTION if plan.stays else Role.GOOD)
        headings = (words("Campo"), words("Ahora"), words("Vuelve a"), words("Veredicto"))
        self.tree = FieldsTree(words("Qué vuelve y qué queda"), headings, (5, 5, 5, 10))
        for record in plan.records:
            self._add(record)
        if plan.more:
            self.tree.add_record(words.plural("y {count} fila más", "y {count} filas más", plan.more))
        self.tree.expandAll()
        self.body.addWidget(self.summary)
        self.body.addWidget(self.tree, 1)
        self.content.setStretchFactor(self.body, 100)
        self.accepting.setEnabled(plan.does_something)
        (self.accepting if plan.does_something else self.cancelling).setFocus()

    def _summary(self) -> str:
        if self.plan.does_something:
            return say_summary(self.plan, self.words)
        return self.words("No hay nada que deshacer: {counts}.", counts=say_summary(self.plan, self.words))

    def _add(self, record: PlannedRecord) -> None:
        item = self.tree.add_record(f"{record.title} · {record.whole}" if record.whole else record.title)
        quiet = self.palette().brush(QPalette.ColorRole.PlaceholderText)
        for each in record.fields:
            line = self.tree.add_field(item, (each.name, each.now, each.then, each.said))
            line.setIcon(VERDICT, icon(STAYING if each.stays else ICONS[each.verdict]))
            if each.verdict is not Verdict.CLEAN:
                line.setForeground(THEN, quiet)  # it does not return
