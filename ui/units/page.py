"""What the two pages of the units share: their facts of the term that is seen, and the grid that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.network.term_choices import TermChoice, list_terms, term_of_today
from app.records.reach import Reach
from app.units.facts import Facts
from app.units.grid import Grid
from app.units.reading import read_facts
from ui.look.buttons import text_button
from ui.look.menus import Entries, nothing
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.room.term_page import Seen, TermPage
from ui.units.grid import GridView
from ui.work.workspace import Workspace

LEAST_LINES = 14
"""Lines of text of which a grid shows as many at least: what stands around it is scrolled rather than it."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The units of a term, and the grids that show them: composed where they are read, beside the window."""

    facts: Facts
    grids: Sequence[Grid]


class FactsPage(TermPage[TermChoice]):
    """A page of the units of a term."""

    report = "units"

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace)
        self.grid: GridView | None = None

    @property
    def facts(self) -> Facts | None:
        """What is shown; None while there is nothing."""
        content = self.seen.content if self.seen is not None else None
        return content.facts if isinstance(content, Composed) else None

    def compose(self, facts: Facts) -> Sequence[Grid]:
        """Compose beside the window the grids of the page."""
        raise NotImplementedError

    def read_terms(self, store: Store) -> tuple[Sequence[TermChoice], TermChoice | None]:
        """Read the terms, and the one that runs."""
        return list_terms(store), term_of_today(store)

    def read_content(self, store: Store, term: TermChoice) -> tuple[Composed, Reach]:
        """Read the units with what is counted of them."""
        facts = read_facts(store, str(term.period_id))
        return Composed(facts, self.compose(facts)), facts.reach

    def has_content(self, seen: Seen[TermChoice]) -> bool:
        """Tell whether there are units."""
        return isinstance(seen.content, Composed) and bool(seen.content.facts.units)

    def make_beginning(self, seen: Seen[TermChoice]) -> QWidget:
        """Say what is missing before there is anything to see, and let it be made: a term, or a unit."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        if seen.term is None:
            said, begin = self.words("Todavía no hay ninguna gestión."), self.words("Gestión nueva")
            button = text_button(begin, "plus", lambda: self.workspace.new_wanted.emit("period", {}))
        else:
            said, begin = self.words("En esta gestión no hay unidades temáticas."), self.words("Unidad nueva")
            values = {"kind": "thematic_unit"}
            button = text_button(begin, "plus", lambda: self.workspace.new_wanted.emit("body", values))
        label = Label(said, wraps=True)
        dress(label, Role.QUIET)
        self.entry = button
        column.addWidget(label)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def make_grid(self, grid: Grid, offers: Entries = nothing) -> GridView:
        """Make the view of a grid, where the keyboard stands again in the cell where it stood."""
        at = self.grid.at if self.grid is not None else ("", "")
        made = GridView(self.workspace, grid, offers)
        made.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        made.go_to(at)
        self.grid = self.entry = made
        return made
