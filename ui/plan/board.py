"""The board of a plan: a card for each line, with how far it is, how that comes about, and what is overdue."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.plan import Board, PlanChoice, read_board
from app.plan.board import lines_in_order, reach_of_board
from app.records.catalog import Query
from app.records.reach import Reach
from app.screens import layout_of
from app.words.words import mark
from ui.look.buttons import text_button
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance
from ui.plan.line_card import LineCard
from ui.plan.page import PlanPage
from ui.work.workspace import Workspace


class BoardPage(PlanPage):
    """The lines of the plan; a press leads to one, with its actions and its evidence."""

    title = mark("Plan de trabajo")
    parts = frozenset({"board", "actions"})

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace)
        self.cards: dict[str, LineCard] = {}
        adding = text_button(self.words("Línea de acción nueva"), "plus", self._add_line)
        self.chooser.add(adding)
        for kind, press in (("plan_line", self._list_lines), ("evidence", self._list_evidence)):
            self.chooser.add(text_button(self.words(workspace.catalog[kind].many), "list-bullets", press, Role.LINK))

    def read_content(self, store: Store, term: PlanChoice) -> tuple[Board, Reach]:
        """Read the lines with what is counted of them."""
        return read_board(store, term.period_id), reach_of_board(store.catalog, term.period_id)

    def show_content(self, content: object) -> QWidget:
        """Make a card for each line."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(distance(0.75, self))
        self.cards = {}
        for line in content.lines if isinstance(content, Board) else ():
            card = self.cards[line.id] = LineCard(line, self.words)
            card.clicked.connect(partial(self.workspace.record_wanted.emit, "plan_line", line.id))
            column.addWidget(card)
        column.addStretch(1)
        self.entry = next(iter(self.cards.values()), None)
        return scrolled(page)

    def _list_lines(self) -> None:
        """List the lines of the plan that is seen: what is done to many at once is done there."""
        self.workspace.show_list(lines_in_order(self._period()))

    def _list_evidence(self) -> None:
        layout = layout_of("evidence")
        if layout is not None:
            self.workspace.show_list(Query(layout.entity, order=layout.order))

    def _period(self) -> str | None:
        return self.seen.term.period_id if self.seen is not None and self.seen.term is not None else None

    def _add_line(self) -> None:
        period = self._period()
        self.workspace.new_wanted.emit("plan_line", {"period_id": period} if period else {})
