"""The experiences by theme, as the tree that themes are: each number leads to the list of just what it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.experiences.facts import Facts
from app.experiences.overview import compose_themes
from app.experiences.reading import read_facts
from app.experiences.summary import ALL, LACKING, say_incomplete, say_total
from app.file.files import Store
from app.records.reach import Reach
from app.units.grid import Grid
from app.words.words import Words, mark
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.theme import Role, distance
from ui.units.grid import GridView
from ui.work.printed_page import PrintedPage
from ui.work.workspace import Workspace

TITLE = mark("Experiencias por tema")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown: the facts, and the grid that was composed of them where they were read."""

    facts: Facts
    grid: Grid


class ThemesPage(PrintedPage[Seen]):
    """The themes with what there is on each and below it."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace, TITLE, "exchange")
        self.view: GridView | None = None
        self.summary: LinkLine | None = None

    def reading(self) -> Callable[[Store], Seen]:
        """Read and compose the page beside the window."""
        return partial(_read, words=self.words)

    def reach_of(self, seen: Seen) -> Reach:
        """Return what the page was read from."""
        return seen.facts.reach

    def make_content(self, seen: Seen) -> QWidget:
        """Make the line of what is missing, and the grid below it."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        facts = seen.facts
        said, links = say_total(facts, self.words), []
        if facts.incomplete:
            links.append(Link(say_incomplete(facts, self.words), partial(self.workspace.show_list, LACKING)))
        if not facts.count:
            links.append(Link(self.words("Ir a la lista y agregar la primera"), partial(self.workspace.show_list, ALL)))
        self.summary = LinkLine(f"{said}:" if links else said, links, Role.QUIET)
        column.addWidget(self.summary)
        at = self.view.at if self.view is not None else ("", "")
        self.view = GridView(self.workspace, seen.grid)
        self.view.go_to(at)
        self.entry = self.view
        column.addWidget(self.view, 1)
        return page


def _read(store: Store, words: Words) -> Seen:
    facts = read_facts(store)
    return Seen(facts, compose_themes(facts, words))
