"""All that is known of one row of a plan: why, what would change, and what a person can answer of it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.sheets.importing.importing import Answer, Asked, Candidate, Decision, PlannedRow, Targets, Verdict, show_change
from app.words.words import Words
from ui.importing.said import VERDICTS
from ui.look.flow import clear
from ui.look.icons import IconLabel
from ui.look.link import Link
from ui.look.plain import Label, set_tip
from ui.look.spoken import hear_region
from ui.look.tab_order import lead_on
from ui.look.theme import Role, distance, dress
from ui.look.wrapped_choice import WrappedRadio
from ui.look.wrapping import wrapped
from ui.table.calm import calm

KEYS = 9
"""So many candidates have a key: their number."""
BESIDE = 4
"""Pixels that the style leaves beside the text of a cell, and one more, so that no line is broken again."""
BELOW = 6
"""Pixels between the texts of two rows."""
LINE_END = "\u2028"
"""What ends a line of an item."""


class WholeText(QStyledItemDelegate):
    """Breaks a text into the lines that its cell has room for, within a word too: an e-mail has no blanks."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the lines for the text."""
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * BESIDE
        if room > 0:
            paragraphs = option.text.splitlines()
            lines = (line.rstrip() for each in paragraphs for line in wrapped(each, option.font, room))
            option.text = LINE_END.join(lines)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for some room below the lines."""
        return super().sizeHint(option, index) + QSize(0, BELOW)


class RowDetails(QScrollArea):
    """Beside the table of the plan; follows the row with the focus."""

    decided = Signal(int, object)
    """The person answers of the row with this number: a Decision."""

    def __init__(self, words: Words) -> None:
        """Begin without a row."""
        super().__init__()
        self.words = words
        hear_region(self, words("Detalles de la fila"))
        self.row: PlannedRow | None = None
        self.answers: QButtonGroup | None = None
        self._page = QWidget()
        self.title = Label()
        self.title.setWordWrap(True)
        dress(self.title, Role.HEADING)
        self.mark = IconLabel("question")
        self.verdict = Label()
        self.place = Label()
        dress(self.place, Role.QUIET)
        self.reasons = Label()
        self.reasons.setWordWrap(True)
        self.reasons.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choices = QWidget()
        self._choices = QVBoxLayout(self.choices)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(4)
        self.changes = self._make_changes()
        self._lay_out()

    def is_answering(self) -> bool:
        """Tell whether the keyboard is at the answers."""
        return self.choices.isAncestorOf(self.window().focusWidget())

    def take_answer_up(self) -> None:
        """Put the keyboard at the answer that holds, or where the answers stood when nothing is asked any more."""
        held = self.answers.checkedButton() if self.answers is not None else None
        (held or self).setFocus()

    def enter(self) -> None:
        """Put the keyboard where the row is answered: at the answer that holds, else the first; or where it is read."""
        buttons = self.answers.buttons() if self.answers is not None else []
        held = next((each for each in buttons if each.isChecked()), None)
        read = self if self.changes.isHidden() else self.changes
        (held or next(iter(buttons), read)).setFocus()

    def show_row(self, targets: Targets, row: PlannedRow | None, decision: Decision | None) -> None:
        """Show a row of a plan for `entity`, with what the person answered of it; nothing for None."""
        self.row = row
        self._page.setVisible(row is not None)
        if row is None:
            return
        said = VERDICTS[row.verdict]
        self.title.setText(row.title or self.words("Fila sin nombre"))
        self.mark.show_icon(said.icon)
        self.verdict.setText(self.words(said.one))
        dress(self.verdict, said.role)
        self.place.setText(self.words("fila {row}", row=self.words.number(row.number)))
        self.reasons.setText("\n\n".join(reason.say(self.words) for reason in row.reasons))
        self.reasons.setVisible(bool(row.reasons))
        self._show_choices(row, decision, row.asked or Asked(targets.info.one, row.title))
        self._show_changes(targets, row)

    def _show_choices(self, row: PlannedRow, decision: Decision | None, about: Asked) -> None:
        clear(self._choices)
        self.answers = None
        asked = row.verdict is Verdict.DOUBTFUL or decision is not None
        self.choices.setVisible(asked)
        if not asked:
            return
        heading = Label(self._said_question(about), wraps=True)
        dress(heading, Role.HEADING)
        self._choices.addWidget(heading)
        self.answers = QButtonGroup(self.choices)
        held = decision if decision is not None and decision.place == row.place else None
        options = [(self.words("Es nueva: agregarla (N)"), Decision(Answer.NEW))]
        options += [
            (self._said_candidate(each, number), Decision(Answer.SAME_AS, each.id))
            for number, each in enumerate(row.candidates, start=1)
        ]
        options.append((self.words("Dejarla afuera (Supr)"), Decision(Answer.LEAVE_OUT)))
        for text, offered in options:
            self._add_choice(row, text, offered, holds=held is not None and offered == replace(held, place=None))
        reached: list[QWidget] = [*self.answers.buttons()]
        if row.place is not None:
            reached.append(Link(self.words("Elegir de nuevo su lugar"), partial(self.decided.emit, row.number, None)))
            self._choices.addWidget(reached[-1])
        if held is None:
            waiting = Label(self.words("Mientras no se decida, no se importa."))
            dress(waiting, Role.QUIET)
            self._choices.addWidget(waiting)
        lead_on(self, (*reached, self.changes))

    def _said_question(self, about: Asked) -> str:
        """Ask what to do, and of which record: that of the row, or one that it names."""
        if not about.name:
            return self.words("¿Qué hacer con esta fila?")
        kind = self.words(about.kind)
        return self.words("{kind} «{name}»: ¿qué hacer con esta fila?", kind=kind, name=about.name)

    def _add_choice(self, row: PlannedRow, text: str, offered: Decision, *, holds: bool) -> None:
        button = WrappedRadio(text)
        button.setChecked(holds)
        button.clicked.connect(lambda _on=False: self.decided.emit(row.number, offered))
        if self.answers is not None:
            self.answers.addButton(button)
        self._choices.addWidget(button)

    def _said_candidate(self, each: Candidate, number: int) -> str:
        """Say which record the row may be, with the key that answers so."""
        name = self.words("{title} ({detail})", title=each.title, detail=each.detail) if each.detail else each.title
        said = self.words(
            "Es la misma que {name} · {why}, parecido {score}",
            name=name,
            why=self.words(each.why),
            score=self.words.percent(each.score / 100),
        )
        return f"{said} ({self.words.number(number)})" if number <= KEYS else said

    def _show_changes(self, targets: Targets, row: PlannedRow) -> None:
        shown = [show_change(targets, change, self.words) for change in row.changes]
        new = row.verdict is not Verdict.CHANGED
        self.changes.setRowCount(len(shown))
        for at, each in enumerate(shown):
            for column, text in enumerate((each.label, each.before, each.after)):
                item = QTableWidgetItem(text)
                set_tip(item, text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.changes.setItem(at, column, item)
        self.changes.setColumnHidden(1, new)
        self.changes.setHorizontalHeaderLabels(
            [self.words("Campo"), self.words("Antes"), self.words("Valor") if new else self.words("Después")]
        )
        header = self.changes.horizontalHeader()
        least = max(header.sectionSizeHint(column) for column in range(3))
        header.setMinimumSectionSize(least)
        self.changes.setMinimumWidth(least * (2 if new else 3) + 2 * self.changes.frameWidth())
        self.changes.setVisible(bool(shown))

    def _make_changes(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        calm(table, self.words("Campo por campo"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setWordWrap(True)
        table.setItemDelegate(WholeText(table))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.mark)
        line.addWidget(self.verdict)
        line.addWidget(self.place)
        line.addStretch(1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(distance(2, self), 0, 0, 0)
        column.setSpacing(distance(1, self))
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.reasons)
        column.addWidget(self.choices)
        column.addWidget(self.changes, 1)
        column.addStretch(0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._page)
        self._page.hide()
