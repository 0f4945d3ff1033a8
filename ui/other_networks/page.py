"""The page of the other networks: who speaks with each, which cities are in them, and experiences by theme."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.other_networks import questions
from app.other_networks.facts import Facts
from app.other_networks.overview import compose_exchanges, compose_networks
from app.other_networks.reading import read_facts
from app.records.reach import Reach
from app.screens.contacted import SILENT_MONTHS
from app.units.grid import Grid
from app.words.folding import fold
from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.menus import Entries, nothing, offers_of
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.units.whole_grid import WholeGrid
from ui.work.printed_page import PrintedPage
from ui.work.workspace import Workspace

TITLE = mark("Otras redes de ciudades")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown: the facts, and the grids that were composed of them where they were read."""

    facts: Facts
    networks: Grid
    exchanges: Grid


class NetworksPage(PrintedPage[Seen]):
    """The other networks today; each number leads to the list of just what it counts."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace, TITLE, "networks")
        self.networks: WholeGrid | None = None
        self.exchanges: WholeGrid | None = None
        self.summary: LinkLine | None = None
        self.adding = self.add_button(text_button(self.words("Agregar ciudades…"), "plus", self.add_cities))
        self.adding.setEnabled(False)

    def reading(self) -> Callable[[Store], Seen]:
        """Read and compose the page beside the window."""
        return partial(_read, words=self.words)

    def reach_of(self, seen: Seen) -> Reach:
        """Return what the page was read from."""
        return seen.facts.reach

    def make_content(self, seen: Seen) -> QWidget:
        """Make both grids, or say how they begin."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(1, self))
        self._add_networks(column, seen)
        heading = Label(self.words("Intercambio de experiencias por tema"), wraps=True)
        dress(heading, Role.HEADING)
        column.addWidget(heading)
        self._add_exchanges(column, seen)
        self._tell_buttons()
        return scrolled(page)

    def add_cities(self) -> None:
        """Add cities to a network that is chosen, the one that the keyboard is on proposed."""
        from ui.other_networks.add_dialog import ask_for_cities

        key = self._network()
        if key and self.networks is not None:
            rows = [(head.key, head.text) for head in self.networks.grid.rows]
            ask_for_cities(self.workspace, key, self.window(), sorted(rows, key=lambda row: fold(row[1])))

    def _network(self) -> str:
        return self.networks.at[0] if self.networks is not None else ""

    def _tell_buttons(self) -> None:
        self.adding.setEnabled(bool(self._network()))

    def _add_networks(self, column: QVBoxLayout, seen: Seen) -> None:
        if not seen.facts.networks:
            self.networks = self.summary = None
            self._begin(column)
            return
        self.summary = self._say_silent(seen.facts)
        column.addWidget(self.summary)
        self.networks = self._grid(seen.networks, self.networks, lambda: offers_of(self.adding))
        self.networks.turned.connect(self._tell_buttons)
        self.entry = self.networks
        column.addWidget(self.networks)

    def _begin(self, column: QVBoxLayout) -> None:
        self._say(column, self.words("Todavía no hay redes ni asociaciones."))
        new = partial(self.workspace.new_wanted.emit, "organisation", {"kind": "network"})
        begin = text_button(self.words("Red nueva"), "plus", new)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.entry = begin

    def _say_silent(self, facts: Facts) -> LinkLine:
        """Say how many networks there are, and with how many nobody has spoken for long, which their list shows."""
        words, count, silent = self.words, len(facts.networks), len(facts.silent)
        said = words.plural("{count} red o asociación", "{count} redes o asociaciones", count)
        links = []
        if silent:
            text = words.plural(
                "{count} sin contacto hace {months} meses o más",
                "{count} sin contacto hace {months} meses o más",
                silent,
                months=SILENT_MONTHS,
            )
            links.append(Link(text, partial(self.workspace.show_list, questions.SILENT)))
        return LinkLine(f"{said}:" if links else said, links, Role.QUIET)

    def _add_exchanges(self, column: QVBoxLayout, seen: Seen) -> None:
        if not seen.facts.exchanges:
            self.exchanges = None
            self._say(column, self.words("El archivo no tiene los temas de la línea de acción 4."))
            column.addStretch(1)
            return
        self.exchanges = self._grid(seen.exchanges, self.exchanges)
        self.entry = self.entry or self.exchanges
        column.addWidget(self.exchanges)
        column.addStretch(1)

    def _grid(self, grid: Grid, former: WholeGrid | None, offers: Entries = nothing) -> WholeGrid:
        """Make the view of a grid, where the keyboard stands again in the cell where it stood."""
        at = former.at if former is not None else ("", "")
        made = WholeGrid(self.workspace, grid, offers)
        made.go_to(at)
        return made

    def _say(self, column: QVBoxLayout, text: str) -> None:
        label = Label(text, wraps=True)
        dress(label, Role.QUIET)
        column.addWidget(label)


def _read(store: Store, words: Words) -> Seen:
    facts = read_facts(store)
    return Seen(facts, compose_networks(facts, words), compose_exchanges(facts, words))
