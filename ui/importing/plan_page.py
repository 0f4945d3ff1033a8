"""The third page: what would become of every row, before anything is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.sheets.importing.importing import Answer, Decision, Plan, PlannedRow, Verdict
from app.words.words import Words
from ui.importing.plan_model import NAME, NUMBER, VERDICT, PlanModel
from ui.importing.row_details import RowDetails
from ui.importing.said import VERDICTS, count_of, say_intent
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.menus import ContextMenu, Entry, offers_of
from ui.look.plain import Label, PushButton, presses
from ui.look.problem import ProblemBox
from ui.look.spoken import choose_one
from ui.look.theme import Role, distance, dress
from ui.table.calm import calm, set_width
from ui.table.rows_view import RowsView

LONG_NAME = 26
"""Characters of a name that are seen where there is room."""
NARROW = 100
"""Letters across the page below which rows and details do not stand side by side."""


class PlanPage(QWidget):
    """The rows, those of one verdict when a chip is pressed, and beside them the details of the row with the focus."""

    decided = Signal(object)
    """Mapping of numbers of rows to Decisions: the person has answered."""

    def __init__(self, words: Words) -> None:
        """Begin without a plan."""
        super().__init__()
        self.words = words
        self.plan: Plan | None = None
        self.decisions: Mapping[int, Decision] = {}
        self.verdict: Verdict | None = None
        self.problems = ProblemBox(words)
        self.intent = Label()
        self.intent.setWordWrap(True)
        dress(self.intent, Role.HEADING)
        self.chips: dict[Verdict | None, PushButton] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.rows = PlanModel(words, self)
        self.table = self._make_table()
        self.details = RowDetails(words)
        self.details.decided.connect(lambda number, decision: self.decided.emit({number: decision}))
        self.many = self._make_many()
        self._lay_out()

    def show_plan(self, plan: Plan, decisions: Mapping[int, Decision]) -> None:
        """Show a plan; the row with the focus keeps it, and the verdict that is shown stays while it has rows."""
        current, selected = self.current_number(), self.selected_numbers()
        self.plan, self.decisions = plan, decisions
        self.problems.show_problems([])
        self.intent.setText(say_intent(plan.counts, self.words))
        self._show_chips(plan)
        if self.verdict is not None and not count_of(plan.counts, self.verdict):
            self.verdict = None
        self._fill(current, selected)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the rows of one verdict, all for None."""
        self.verdict = verdict
        self._fill(self.current_number(), [])

    def current_number(self) -> int:
        """Return the number in the file of the row with the focus, 0 for none."""
        at = self.table.currentIndex().row()
        return self.rows.lines[at].number if 0 <= at < len(self.rows.lines) else 0

    def selected_numbers(self) -> list[int]:
        """Return the numbers of the selected rows."""
        selected = self.table.selectionModel().selectedRows() if self.plan else []
        return sorted(self.rows.lines[index.row()].number for index in selected)

    def answer(self, answer: Answer) -> None:
        """Return one answer for all the selected rows that ask for one; of candidates the likeliest is taken."""
        found: dict[int, Decision] = {}
        for row in self._asking():
            if answer is Answer.SAME_AS and row.candidates:
                best = max(row.candidates, key=lambda each: each.score)
                found[row.number] = Decision(answer, best.id)
            elif answer is not Answer.SAME_AS:
                found[row.number] = Decision(answer)
        if found:
            self.decided.emit(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the details below the rows where there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        self._splitter.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open with Enter; answer with N (new), Del (left out) and the numbers of the candidates; share the width."""
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            self._share_width()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if presses(event):
            self._open_row()
            return True
        if self._asking():
            if event.key() == Qt.Key.Key_N and not event.modifiers():
                self.answer(Answer.NEW)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.answer(Answer.LEAVE_OUT)
                return True
            if event.text().isdigit() and event.text() != "0":
                self._answer_candidate(int(event.text()) - 1)
                return True
        return super().eventFilter(watched, event)

    def _open_row(self) -> None:
        if self._current_row() is not None:
            self.details.enter()

    def _share_width(self) -> None:
        """Leave the last column, which takes the rest, the room of its heading."""
        header = self.table.horizontalHeader()
        last = max(header.sectionSizeHint(at) for at in range(NAME + 1, header.count()))
        taken = header.sectionSize(NUMBER) + header.sectionSize(VERDICT) + last
        wanted = self.fontMetrics().averageCharWidth() * LONG_NAME
        room = min(wanted, self.table.viewport().width() - taken)
        self.table.setColumnWidth(NAME, max(room, header.sectionSizeHint(NAME)))

    def _answer_candidate(self, at: int) -> None:
        row = self._current_row()
        if row is not None and at < len(row.candidates):
            self.decided.emit({row.number: Decision(Answer.SAME_AS, row.candidates[at].id)})

    def _asking(self) -> list[PlannedRow]:
        """Return the selected rows of which a person can say something."""
        wanted = set(self.selected_numbers())
        rows = [row for row in self.rows.lines if row.number in wanted]
        return [row for row in rows if row.verdict is Verdict.DOUBTFUL or row.number in self.decisions]

    def _current_row(self) -> PlannedRow | None:
        at = self.table.currentIndex().row()
        return self.rows.lines[at] if 0 <= at < len(self.rows.lines) else None

    def _fill(self, current: int, selected: list[int]) -> None:
        if self.plan is None:
            return
        # What asks is made anew or hidden meanwhile: left to Qt, the keyboard would stand on the button that cancels.
        was_answering, of_many = self.details.is_answering(), next(filter(QWidget.hasFocus, self._answers), None)
        before = self.table.currentIndex().row()
        self.rows.show_plan(self.plan, self.verdict, self.decisions)
        at = self.rows.place_of(current)
        if at < 0 and self.rows.lines:
            at = min(max(before, 0), len(self.rows.lines) - 1)
        if at >= 0:
            self.table.setCurrentIndex(self.rows.index(at, 0))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in (self.rows.place_of(number) for number in selected):
            if place >= 0:
                self.table.selectionModel().select(self.rows.index(place, 0), flags)
        chip = self.chips.get(self.verdict)
        if chip is not None:
            chip.setChecked(True)
        self._show_details()
        if was_answering:
            self.details.take_answer_up()
        elif of_many is not None:
            (self.table if self.many.isHidden() else of_many).setFocus()

    def _show_chips(self, plan: Plan) -> None:
        counts = plan.counts
        for verdict, chip in self.chips.items():
            count = counts.rows if verdict is None else count_of(counts, verdict)
            name = self.words("Todas") if verdict is None else self.words(VERDICTS[verdict].many)
            chip.setText(self.words("{name} {count}", name=name, count=self.words.number(count)))
            chip.setEnabled(count > 0)
            chip.setMinimumWidth(_width_when_chosen(chip))

    def _show_details(self) -> None:
        if self.plan is None:
            return
        row = self._current_row()
        decision = self.decisions.get(row.number) if row else None
        self.details.show_row(self.plan.request.matching.targets, row, decision)
        asking = self._asking()
        self.many.setVisible(len(asking) > 1)
        said = self.words.plural(
            "Para {count} fila seleccionada:", "Para las {count} filas seleccionadas:", len(asking)
        )
        self.many_label.setText(said)

    def _make_table(self) -> QTableView:
        table = RowsView()
        table.setModel(self.rows)
        calm(table, self.words("Filas de la planilla"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        set_width(table, NUMBER, 7)
        set_width(table, VERDICT, 22)
        table.viewport().installEventFilter(self)
        table.selectionModel().currentChanged.connect(lambda *_: self._show_details())
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        table.installEventFilter(self)
        table.doubleClicked.connect(lambda _index: self._open_row())
        ContextMenu(table, self._offers)
        return table

    def _offers(self) -> Sequence[Entry]:
        """Return the answers for the row with the focus, or for all that are selected."""
        if len(self._asking()) > 1:
            return offers_of(*self._answers)
        answers = self.details.answers
        return offers_of(*answers.buttons()) if answers is not None else ()

    def _make_many(self) -> QWidget:
        words = self.words
        part = QWidget()
        self.many_label = Label()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(distance(1, self))
        row.addWidget(self.many_label)
        self._answers = (
            text_button(words("Son nuevas"), "plus-circle", lambda: self.answer(Answer.NEW)),
            text_button(words("Son las más parecidas"), "equals", lambda: self.answer(Answer.SAME_AS)),
            text_button(words("Dejarlas afuera"), "minus-circle", lambda: self.answer(Answer.LEAVE_OUT)),
        )
        for button in self._answers:
            row.addWidget(button)
        row.addStretch(1)
        part.hide()
        return part

    def _make_chips(self) -> QWidget:
        group = QButtonGroup(self)
        chips = QWidget()
        row = Flow(chips, spacing=distance(0.5, self))
        for verdict in (None, *Verdict):
            chip = PushButton()
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            dress(chip, Role.CHIP)
            if verdict is not None:
                chip.setIcon(icon(VERDICTS[verdict].icon))
            chip.clicked.connect(lambda _on=False, verdict=verdict: self.show_verdict(verdict))
            choose_one(group, chip)
            self.chips[verdict] = chip
            row.addWidget(chip)
        return chips

    def _lay_out(self) -> None:
        splitter = self._splitter
        splitter.addWidget(self.table)
        splitter.addWidget(self.details)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([720, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        column.addWidget(self.problems)
        column.addWidget(self.intent)
        column.addWidget(self._make_chips())
        column.addWidget(splitter, 1)
        column.addWidget(self.many)


def _width_when_chosen(chip: PushButton) -> int:
    """Return the width that a chip needs once it is chosen, and bolder."""
    font = chip.font()
    font.setWeight(QFont.Weight.DemiBold)
    bolder = QFontMetrics(font).horizontalAdvance(chip.text()) - chip.fontMetrics().horizontalAdvance(chip.text())
    return chip.sizeHint().width() + bolder
