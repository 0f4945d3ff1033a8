"""The page of the units of a term: what each did, whose report is missing, and with whom they met."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.network.term_choices import TermChoice
from app.records.changes import Changes
from app.units import questions
from app.units.asking import not_asked, receive_report
from app.units.facts import NOBODY_CAME, Facts, Gathering, Unit
from app.units.grid import Grid
from app.units.overview import compose_overview
from app.words.words import mark
from ui.look.buttons import text_button
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.menus import offers_of
from ui.look.opening import open_dialog
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.room.term_page import Seen
from ui.units.page import Composed, FactsPage
from ui.work.workspace import Workspace

MOST_MEETINGS = 8
"""Coordination meetings that are written one by one; the list shows all."""


class OverviewPage(FactsPage):
    """The units of a term."""

    title = mark("Unidades")
    parts = frozenset({"units", "coordination", "absent"})

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace)
        self.asking = text_button(self.words("Pedir informes…"), "paper-plane-tilt", self.ask_reports)
        self.receiving = text_button(self.words("Informe recibido"), "tray", self.receive_report)
        self.participation = text_button(self.words("Participación…"), "users-three", self.print_participation)
        for button in (self.asking, self.receiving, self.participation):
            button.setEnabled(False)
            self.chooser.add(button)
        self.summary: LinkLine | None = None
        self.absent: Link | None = None

    def compose(self, facts: Facts) -> Sequence[Grid]:
        """Compose a row for each unit."""
        return (compose_overview(facts, self.words),)

    def show_content(self, content: object) -> QWidget:
        """Make the grid, with what stands above and below it."""
        self.participation.setEnabled(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(1, self))
        if isinstance(content, Composed):
            facts = content.facts
            self.summary = self._say_reports(facts)
            column.addWidget(self.summary)
            grid = self.make_grid(content.grids[0], lambda: offers_of(self.receiving))
            grid.turned.connect(self._tell_buttons)
            column.addWidget(grid, 1)
            self._add_coordination(column, facts)
            column.addWidget(self._say_absent(facts), 0, Qt.AlignmentFlag.AlignLeft)
        self._tell_buttons()
        return scrolled(page)

    def make_beginning(self, seen: Seen[TermChoice]) -> QWidget:
        """Ask for no reports where there are no units."""
        for button in (self.asking, self.receiving, self.participation):
            button.setEnabled(False)
        return super().make_beginning(seen)

    def print_participation(self) -> None:
        """Show on paper who came in the term that is seen."""
        from ui.paper.report_dialog import ReportDialog

        if self.facts is not None:
            term = self.facts.term.id
            open_dialog(ReportDialog(self.workspace, "participation", self.window(), record_id=term))

    def ask_reports(self) -> None:
        """Ask the units that lack one for their report: all, unless some are left out."""
        from ui.units.ask_dialog import AskReportsDialog

        facts, term = self.facts, self.seen.term if self.seen is not None else None
        if facts is not None and term is not None:
            open_dialog(AskReportsDialog(self.workspace, term, not_asked(facts), self.window()))

    def receive_report(self) -> None:
        """Tick the report of the unit that the keyboard is on."""
        report = self._awaited()
        if report is None:
            return
        self.workspace.do(partial(self._receive, report))

    def _receive(self, report: str) -> Changes:
        return receive_report(self.workspace.store, report)

    def _unit(self) -> Unit | None:
        """Return the unit that the keyboard is on."""
        facts, key = self.facts, self.grid.at[0] if self.grid is not None else ""
        return next((unit for unit in facts.units if unit.id == key), None) if facts is not None else None

    def _awaited(self) -> str | None:
        unit = self._unit()
        return next((each.id for each in unit.reports if not each.received), None) if unit is not None else None

    def _tell_buttons(self) -> None:
        facts = self.facts
        self.asking.setEnabled(facts is not None and bool(not_asked(facts)))
        self.receiving.setEnabled(self._awaited() is not None)

    def _say_reports(self, facts: Facts) -> LinkLine:
        """Return how many reports came, are missing and are late, each with its list, and how many nobody asked for."""
        words, term, units = self.words, facts.term, facts.unit_ids
        reports = [report for unit in facts.units for report in unit.reports]
        received = sum(report.received for report in reports)
        late = sum(report.late for report in reports)
        counted = (
            (received, words.plural("{count} recibido", "{count} recibidos", received), questions.received),
            (
                len(reports) - received,
                words.plural("{count} falta", "{count} faltan", len(reports) - received),
                questions.missing,
            ),
            (late, words.plural("{count} atrasado", "{count} atrasados", late), questions.late),
        )
        links = [
            Link(said, partial(self.workspace.show_list, ask(term, units))) for count, said, ask in counted if count
        ]
        rest = len(not_asked(facts))
        said = words("Informes de la gestión:") if links else words("Informes de la gestión: ninguno pedido todavía.")
        if links and rest:
            without = words.plural("{count} unidad sin pedir", "{count} unidades sin pedir", rest)
            said = words("Informes de la gestión ({without}):", without=without)
        return LinkLine(said, links, Role.QUIET)

    def _add_coordination(self, column: QVBoxLayout, facts: Facts) -> None:
        heading = Label(
            self.words("Reuniones de coordinación con la Secretaría Técnica y la Comisión Directiva"), wraps=True
        )
        dress(heading, Role.HEADING)
        column.addWidget(heading)
        met = facts.coordination
        if not met:
            none = Label(self.words("Ninguna en esta gestión."), wraps=True)
            dress(none, Role.QUIET)
            column.addWidget(none)
        for each in met[:MOST_MEETINGS]:
            open_it = partial(self.workspace.record_wanted.emit, "meeting", each.id)
            column.addWidget(Link(self._say_meeting(each, facts), open_it))
        if len(met) > MOST_MEETINGS:
            others = tuple(sorted(facts.secretariats | facts.boards))
            asked = questions.meetings(facts.term, facts.unit_ids, others)
            column.addWidget(Link(self.words("Ver todas"), partial(self.workspace.show_list, asked)))

    def _say_meeting(self, each: Gathering, facts: Facts) -> str:
        day = self.words.date(each.day) if each.day is not None else self.words("Sin fecha")
        names = ", ".join(unit.name for unit in facts.units if unit.id in each.bodies)
        return f"{day} · {each.name} · {names}"

    def _say_absent(self, facts: Facts) -> Link | Label:
        self.absent = None
        if facts.absent is None:
            unknown = Label(self.words(NOBODY_CAME), wraps=True)
            dress(unknown, Role.QUIET)
            return unknown
        said = self.words.plural(
            "{count} ciudad miembro no vino a ninguna reunión de esta gestión",
            "{count} ciudades miembro no vinieron a ninguna reunión de esta gestión",
            len(facts.absent),
        )
        self.absent = Link(said, partial(self.workspace.show_list, questions.absent_cities(facts.term)))
        return self.absent
