"""The page of the money of projects: a table for each currency, by project, donor, call or year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.file.files import Store
from app.funds import By, compose_grids, read_facts, say_missing
from app.line import Line
from app.records.reach import Reach
from app.units.grid import Grid
from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.link import Link
from ui.look.plain import Label, PushButton
from ui.look.scroll import scrolled
from ui.look.spoken import choose_one
from ui.look.theme import Role, distance, dress
from ui.units.whole_grid import WholeGrid
from ui.work.printed_page import PrintedPage
from ui.work.workspace import Workspace

TITLE = mark("Fondos")
CHOICES = (
    (By.PROJECT, mark("Por proyecto")),
    (By.DONOR, mark("Por donante")),
    (By.CALL, mark("Por llamado")),
    (By.YEAR, mark("Por año")),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The tables by each of four, composed where they were read, and what they were read from."""

    grids: Mapping[By, Sequence[Grid]]
    missing: Sequence[Line]
    reach: Reach


class FundsPage(PrintedPage[Seen]):
    """What was asked, granted, received and spent; each figure leads to its amounts, none summed across currencies."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the projects."""
        super().__init__(workspace, TITLE, "funds")
        self.grids: list[WholeGrid] = []
        self.missing: list[Link] = []
        self.choice = QButtonGroup(self)
        self.choices: dict[By, PushButton] = {}
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for by, said in CHOICES:
            button = self.choices[by] = PushButton(self.words(said))
            button.setCheckable(True)
            button.setAutoDefault(False)
            dress(button, Role.CHIP)
            choose_one(self.choice, button)
            switch.addWidget(button)
        switch.addStretch(1)
        self.choices[By.PROJECT].setChecked(True)
        self.choice.buttonToggled.connect(self._turn)
        self.column.addLayout(switch)

    @property
    def by(self) -> By:
        """By what the amounts are summed."""
        return next((by for by, button in self.choices.items() if button.isChecked()), By.PROJECT)

    def reading(self) -> Callable[[Store], Seen]:
        """Read and compose the page beside the window."""
        return partial(_read, words=self.words)

    def reach_of(self, seen: Seen) -> Reach:
        """Return what the page was read from."""
        return seen.reach

    def make_content(self, seen: Seen) -> QWidget:
        """Make a table for each currency, and what is said below them."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(1, self))
        self.grids, self.missing = [], []
        for grid in seen.grids[self.by]:
            self._add(grid, column)
        for view in self.grids:
            view.alike = [each for each in self.grids if each is not view]
        if not self.grids:
            self._say_nothing(column)
        for line in seen.missing:
            self.missing.append(Link(line.text, partial(self.workspace.follow, line)))
            column.addWidget(self.missing[-1], 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return scrolled(page)

    def _add(self, grid: Grid, column: QVBoxLayout) -> None:
        heading = Label(grid.name, wraps=True)
        dress(heading, Role.HEADING)
        column.addWidget(heading)
        view = WholeGrid(self.workspace, grid)
        column.addWidget(view)
        self.grids.append(view)
        self.entry = self.entry or view

    def _say_nothing(self, column: QVBoxLayout) -> None:
        said = Label(self.words("Todavía no hay montos: se anotan en la ficha de cada proyecto."), wraps=True)
        dress(said, Role.QUIET)
        column.addWidget(said)
        begin = partial(self.workspace.new_wanted.emit, "project", {})
        self.entry = text_button(self.words("Proyecto nuevo"), "plus", begin)
        column.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self, _button: object, chosen: bool) -> None:
        if chosen and self.seen is not None:
            self.show_seen(self.seen)


def _read(store: Store, words: Words) -> Seen:
    facts = read_facts(store)
    grids = {by: compose_grids(facts, by, words) for by in By}
    return Seen(grids, say_missing(facts, words), facts.reach)
