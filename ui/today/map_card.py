"""The map of Inicio with its number of members, the buttons that move it, and the cities that it cannot show."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.figures import COUNTRIES, MEMBERS
from app.network import Member, count_by_country
from app.records.catalog import Filter, Operator, Query
from app.rendering.map.frame import within_reach
from app.today import Today
from ui.look.buttons import icon_button
from ui.look.icons import icon
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.map_view import STEP, MapView
from ui.look.menus import SEPARATOR, ContextMenu, Entry, Offer, offers_of
from ui.look.plain import Label, ToolButton
from ui.look.theme import Role, distance, dress
from ui.work.workspace import Workspace

MOST_LISTED = 8
"""Cities without a place on the map that are named; the others are behind a link."""
UNBROKEN = "\u00a0"
"""A space where no line ends."""


class MapCard(QFrame):
    """The members of the day on their map."""

    def __init__(self, workspace: Workspace, today: Today) -> None:
        """Show the members of `today`; `map` is None while none of them has a place on it."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        dress(self, Role.CARD)
        self.column = QVBoxLayout(self)
        margin = distance(1.5, self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        shown, outside, unplaced = _by_place(today.cities)
        self.map = MapView(workspace, shown) if shown else None
        self.buttons: tuple[ToolButton, ...] = ()
        self._add_heading(today)
        self._add_map(today.cities)
        members = MEMBERS.listed(today.day) or Query("municipality")
        self.outside = self._add_links(
            self.words("Fuera del mapa ({count}):", count=self.words.number(len(outside))), outside, members
        )
        nowhere = replace(members, filters=(*members.filters, Filter("latitude", Operator.IS_EMPTY)))
        self.unplaced = self._add_links(
            self.words("Sin lugar en el mapa ({count}):", count=self.words.number(len(unplaced))), unplaced, nowhere
        )

    def _add_heading(self, today: Today) -> None:
        told = ((MEMBERS, today.members), (COUNTRIES, today.countries))
        heading = Label(" · ".join(figure.counted(count, self.words) for figure, count in told), wraps=True)
        dress(heading, Role.HEADING)
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        if self.map is not None:
            view, words = self.map, self.words
            self.buttons = (
                icon_button(words("Acercar"), "plus", partial(view.zoom, STEP), "+"),
                icon_button(words("Alejar"), "minus", partial(view.zoom, 1 / STEP), "−"),
                icon_button(words("Mostrar todas las ciudades"), "arrows-out", view.show_all, "0"),
            )
        for button in self.buttons:
            row.addWidget(button)
        self.column.addLayout(row)

    def _add_map(self, cities: Sequence[Member]) -> None:
        if self.map is None:
            self._add_quiet(self.words("El mapa aparece cuando las ciudades miembro tienen coordenadas."))
            self.column.addStretch(1)
            return
        self.map.chosen.connect(partial(self.workspace.record_wanted.emit, "municipality"))
        ContextMenu(self.map, self._offers)
        self.column.addWidget(self.map, 1)
        counted = count_by_country(cities)
        countries = (f"{self.words.country(code)}{UNBROKEN}{self.words.number(count)}" for code, count in counted)
        self._add_quiet(" · ".join(countries))

    def _add_quiet(self, text: str) -> None:
        said = Label(text, wraps=True)
        dress(said, Role.QUIET)
        self.column.addWidget(said)

    def _add_links(self, text: str, cities: Sequence[Member], listed: Query) -> LinkLine | None:
        """Name the first of `cities` with a link to each, and one to their list when there are more."""
        if not cities:
            return None
        links = [self._link(city) for city in cities[:MOST_LISTED]]
        if len(cities) > MOST_LISTED:
            rest = len(cities) - MOST_LISTED
            said = self.words.plural("y {count} ciudad más", "y {count} ciudades más", rest)
            links.append(Link(said, partial(self.workspace.show_list, listed)))
        line = LinkLine(text, links)
        self.column.addWidget(line)
        return line

    def _link(self, city: Member) -> Link:
        return Link(city.name, partial(self.workspace.record_wanted.emit, "municipality", city.id))

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the map."""
        if self.map is None:
            return ()
        words = self.words
        return (
            Offer(
                words("Ir a la lista"), partial(self.workspace.show_list, Query("municipality")), icon("list-bullets")
            ),
            Offer(words("Copiar el mapa"), self.map.copy, icon("copy")),
            SEPARATOR,
            *offers_of(*self.buttons),
        )


def _by_place(cities: Sequence[Member]) -> tuple[list[Member], list[Member], list[Member]]:
    """Return the cities that the map shows, those that lie beyond it, and those whose place is not known."""
    shown: list[Member] = []
    outside: list[Member] = []
    unplaced: list[Member] = []
    for city in cities:
        if city.latitude is None or city.longitude is None:
            unplaced.append(city)
        elif within_reach((city.longitude / 1e6, city.latitude / 1e6)):
            shown.append(city)
        else:
            outside.append(city)
    return shown, outside, unplaced
