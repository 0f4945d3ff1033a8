"""What the board and the calendar of a plan share: whose plan is seen, and how that of a term without one begins."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.file.files import Store
from app.plan import PlanChoice, carry_over, list_plans, plan_of_today
from app.records.changes import Changes
from app.words.words import mark
from ui.look.buttons import text_button
from ui.room.term_page import Seen, TermPage


class PlanPage(TermPage[PlanChoice]):
    """A page of one plan: that of a term, or the one that a file begins with."""

    report = "plan"
    why = mark(
        "Cada plan de trabajo es de una gestión, que lo empieza con las líneas del modelo o con una copia del anterior."
    )

    def read_terms(self, store: Store) -> tuple[Sequence[PlanChoice], PlanChoice | None]:
        """Read the plans that there are, and which of them to begin with."""
        return list_plans(store), plan_of_today(store)

    def has_content(self, seen: Seen[PlanChoice]) -> bool:
        """Tell whether the plan has lines."""
        return seen.term is not None and bool(seen.term.line_count)

    def make_beginning(self, seen: Seen[PlanChoice]) -> QWidget:
        """Return what stands where the plan has no lines: the plans that it can begin as a copy of."""
        period = seen.term.period_id if seen.term is not None else None
        buttons = []
        for plan in (each for each in seen.terms if each.line_count and period):
            copied = self.words("Empezar con una copia del plan de {period}", period=plan.name)
            text = copied if plan.name else self.words("Empezar con las líneas del modelo")
            buttons.append(text_button(text, "copy-simple", partial(self._begin_with, plan)))
        return self.begin_with((self.words("Esta gestión todavía no tiene plan de trabajo."),), buttons)

    def _begin_with(self, plan: PlanChoice) -> None:
        period = self.seen.term.period_id if self.seen is not None and self.seen.term is not None else None
        if period is None:
            return
        self.workspace.do(partial(self._carry, plan.period_id, period))

    def _carry(self, source: str | None, period: str) -> Changes:
        return carry_over(self.workspace.store, source, period)
