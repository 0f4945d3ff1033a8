"""What the two pages of the units share: their facts of the term that is seen, and the grid that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.file.files import Store
from app.network.term_choices import TermChoice, list_terms, term_of_today
from app.records.reach import Reach
from app.units.facts import Facts
from app.units.grid import Grid
from app.units.reading import read_facts
from app.words.words import mark
from ui.look.buttons import text_button
from ui.look.menus import Entries, nothing
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
    why = mark(
        "Lo que hizo cada unidad se cuenta por gestión: sus fechas dicen qué reuniones y actividades entran en ella."
    )

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
        """Say that there are no units, and let one be made."""
        values = {"kind": "thematic_unit"}
        button = text_button(self.words("Unidad nueva"), "plus", lambda: self.workspace.new_wanted.emit("body", values))
        return self.begin_with((self.words("En esta gestión no hay unidades temáticas."),), (button,))

    def make_grid(self, grid: Grid, offers: Entries = nothing, *, lines: int = LEAST_LINES) -> GridView:
        """Make the view of a grid, no lower than `lines`, with the keyboard again in the cell where it stood."""
        at = self.grid.at if self.grid is not None else ("", "")
        made = GridView(self.workspace, grid, offers)
        made.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
        made.go_to(at)
        self.grid = self.entry = made
        return made
