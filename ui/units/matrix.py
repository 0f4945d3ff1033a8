"""The page of the matrix: units across the lines of the plan, or across the axes of the term."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.units.crossing import compose_axes, compose_lines
from app.units.facts import Facts
from app.units.grid import Grid
from app.words.words import mark
from ui.look.buttons import text_button
from ui.look.plain import Label, PushButton
from ui.look.scroll import scrolled
from ui.look.spoken import choose_one
from ui.look.theme import Role, distance, dress
from ui.units.page import Composed, FactsPage
from ui.work.workspace import Workspace

LEAST_LINES = 8
"""Lines of text of which the matrix shows as many at least: it alone is scrolled while there is room for these."""


class MatrixPage(FactsPage):
    """Units across lines or axes, whichever is chosen."""

    title = mark("Matriz")
    parts = frozenset({"matrix"})

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the lines."""
        super().__init__(workspace)
        self.by_line = self._choice(self.words("Por línea de acción"))
        self.by_axis = self._choice(self.words("Por eje"))
        self.choice = QButtonGroup(self)
        switch = QWidget()
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.by_line, self.by_axis):
            choose_one(self.choice, button)
            row.addWidget(button)
        row.addStretch(1)
        self.by_line.setChecked(True)
        self.choice.buttonToggled.connect(self._turn)
        self.column.insertWidget(1, switch)

    def compose(self, facts: Facts) -> Sequence[Grid]:
        """Compose the units across the lines, and across the axes."""
        return compose_lines(facts, self.words), compose_axes(facts, self.words)

    def show_content(self, content: object) -> QWidget:
        """Make the grid that is chosen, or say that there is nothing to cross the units with."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(1, self))
        if isinstance(content, Composed):
            self._fill(column, content)
        return scrolled(page)

    def _fill(self, column: QVBoxLayout, content: Composed) -> None:
        by_line = self.by_line.isChecked()
        if content.facts.lines if by_line else content.facts.axes:
            column.addWidget(self.make_grid(content.grids[0 if by_line else 1], lines=LEAST_LINES), 1)
            return
        said = (
            self.words("Esta gestión todavía no tiene plan de trabajo.")
            if by_line
            else self.words("En esta gestión no hay ejes.")
        )
        label = Label(said, wraps=True)
        dress(label, Role.QUIET)
        column.addWidget(label)
        begin = text_button(
            self.words("Ir al plan de trabajo") if by_line else self.words("Eje nuevo"),
            "arrow-right" if by_line else "plus",
            self._begin,
        )
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.grid, self.entry = None, begin

    def _begin(self) -> None:
        """Go where the plan of the term begins, or begin an axis of it."""
        if self.by_line.isChecked():
            self.workspace.room_wanted.emit("plan", None)
        elif self.facts is not None:
            self.workspace.new_wanted.emit("axis", {"period_id": self.facts.term.id})

    def _choice(self, text: str) -> PushButton:
        button = PushButton(text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        dress(button, Role.CHIP)
        return button

    def _turn(self, _button: object, chosen: bool) -> None:
        if chosen and self.seen is not None:
            self.show_seen(self.seen)
