"""The rows of a plan as a table: the number of each in the file, its verdict, what it is, and what would happen."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon, QPalette

from app.sheets.importing.importing import Decision, Plan, PlannedRow, Verdict, show_change
from app.words.problems import Place
from app.words.words import Words
from ui.importing.said import ANSWERS, VERDICTS
from ui.look.icons import icon
from ui.table.read_model import ReadModel

NUMBER, VERDICT, NAME, WHAT = range(4)
MOST_CHANGES = 4
"""Changes that the line of a row names; its details name all."""
LONGEST = 40
"""Characters of a value on the line of its row."""
ICON_ROLES: Mapping[Verdict, QPalette.ColorRole] = {
    Verdict.REFUSED: QPalette.ColorRole.BrightText,
    Verdict.NEW: QPalette.ColorRole.Accent,
}


class PlanModel(ReadModel[PlannedRow]):
    """The rows of one verdict, or all of them."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Begin without a plan."""
        headings = (words("Fila"), words("Resultado"), words("Ficha"), words("Qué cambia, o por qué"))
        super().__init__(headings, frozenset({NUMBER}), parent)
        self.words = words
        self.plan: Plan | None = None
        self.decisions: Mapping[int, Decision] = {}

    def show_plan(self, plan: Plan, verdict: Verdict | None, decisions: Mapping[int, Decision]) -> None:
        """Show the rows of `plan` with this verdict, all of them for None."""
        self.beginResetModel()
        self.plan, self.decisions = plan, decisions
        self.lines = plan.rows if verdict is None else [row for row in plan.rows if row.verdict is verdict]
        self.endResetModel()

    def shown(self, at: int, column: int, role: int) -> object:
        """Return what a cell shows."""
        row = self.lines[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == VERDICT:
            return QIcon(icon(VERDICTS[row.verdict].icon, ICON_ROLES.get(row.verdict, QPalette.ColorRole.WindowText)))
        return None

    def place_of(self, number: int) -> int:
        """Return the place in the table of the row with this number in the file, -1 when it is not shown."""
        return next((at for at, row in enumerate(self.lines) if row.number == number), -1)

    def _text(self, row: PlannedRow, column: int) -> str:
        match column:
            case 0:
                return self.words.number(row.number)
            case 1:
                return self._verdict(row)
            case 2:
                return row.title
        return self._what(row)

    def _verdict(self, row: PlannedRow) -> str:
        said = self.words(VERDICTS[row.verdict].one)
        decision = self.decisions.get(row.number)
        if decision is None or row.verdict is not Verdict.DOUBTFUL:
            return said
        return self.words("{verdict} · {answer}", verdict=said, answer=self.words(ANSWERS[decision.answer]))

    def _what(self, row: PlannedRow) -> str:
        if row.reasons:
            return replace(row.reasons[0], place=Place(), hint="").say(self.words)
        if self.plan is None or row.verdict is Verdict.SAME:
            return ""
        targets = self.plan.request.matching.targets
        if row.verdict is Verdict.NEW:
            values = (_short(show_change(targets, change, self.words).after) for change in row.changes)
            return " · ".join([value for value in values if value != row.title][:MOST_CHANGES])
        shown = [show_change(targets, change, self.words) for change in row.changes[:MOST_CHANGES]]
        said = [
            self.words(
                "{label}: {before} → {after}", label=each.label, before=_short(each.before), after=_short(each.after)
            )
            for each in shown
        ]
        return "; ".join(said + (["…"] if len(row.changes) > MOST_CHANGES else []))


def _short(text: str) -> str:
    """Return a value on one line, a dash for none."""
    line = " ".join(text.split())
    return line[: LONGEST - 1] + "…" if len(line) > LONGEST else line or "—"
