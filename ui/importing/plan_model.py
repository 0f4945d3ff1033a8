"""The rows of a plan as a table: the number of each in the file, its verdict, what it is, and what would happen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QIcon, QPalette

from app.sheets.importing.importing import Decision, Plan, PlannedRow, Verdict, show_change
from app.words.problems import Place
from app.words.words import Words
from ui.importing.said import ANSWERS, VERDICTS
from ui.look.icons import icon
from ui.table.model import NOWHERE, AnyIndex

NUMBER, VERDICT, NAME, WHAT = range(4)
MOST_CHANGES = 4
"""Changes that the line of a row names; its details name all."""
LONGEST = 40
"""Characters of a value on the line of its row."""
ICON_ROLES: Mapping[Verdict, QPalette.ColorRole] = {
    Verdict.REFUSED: QPalette.ColorRole.BrightText,
    Verdict.NEW: QPalette.ColorRole.Accent,
}


class PlanModel(QAbstractTableModel):
    """The rows of one verdict, or all of them."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Begin without a plan."""
        super().__init__(parent)
        self.words = words
        self.plan: Plan | None = None
        self.decisions: Mapping[int, Decision] = {}
        self.rows: Sequence[PlannedRow] = ()
        self.headings = (words("Fila"), words("Resultado"), words("Registro"), words("Qué cambia, o por qué"))

    def show_plan(self, plan: Plan, verdict: Verdict | None, decisions: Mapping[int, Decision]) -> None:
        """Show the rows of `plan` with this verdict, all of them for None."""
        self.beginResetModel()
        self.plan, self.decisions = plan, decisions
        self.rows = plan.rows if verdict is None else [row for row in plan.rows if row.verdict is verdict]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == VERDICT:
            return QIcon(icon(VERDICTS[row.verdict].icon, ICON_ROLES.get(row.verdict, QPalette.ColorRole.WindowText)))
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def place_of(self, number: int) -> int:
        """Return the place in the table of the row with this number in the file, -1 when it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.number == number), -1)

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


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
