"""What the board and the calendar of a plan share: which plan is seen, and that it is read beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.plan import PlanChoice, carry_over, list_plans, plan_of_today
from app.records.changes import Changes
from app.records.reach import EVERYTHING, Reach
from app.words.problems import ProblemError
from ui.look.actions import Condition
from ui.look.buttons import text_button
from ui.look.plain import Label
from ui.look.scroll import scroll_to
from ui.look.theme import Role, distance, dress
from ui.plan.chooser import PlanChooser
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Seen:
    """The plans that there are, which of them is seen, what stands in it, and what that was read from."""

    plans: Sequence[PlanChoice]
    plan: PlanChoice
    content: object
    reach: Reach


class PlanPage(RoomPage):
    """A page of one plan; read again, beside the window, after each change that shows in it."""

    title = ""
    """What stands on top, in Spanish source words."""
    parts: frozenset[str] = frozenset()
    """The parts of the report of a plan that show what the page shows."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty; read when first shown."""
        super().__init__(workspace)
        self.seen: Seen | None = None
        self._wanted: PlanChoice | None = None
        self._stale = True
        self._kept: object = None
        self.chooser = PlanChooser(self.words, self.words(self.title))
        self.chooser.chosen.connect(self._choose)
        self.printing = text_button(self.words("Imprimir…"), "printer", self.print)
        self.chooser.add(self.printing)
        self.column = QVBoxLayout(self)
        margin = distance(2, self)
        self.column.setContentsMargins(margin, distance(1.5, self), margin, 0)
        self.column.setSpacing(distance(1.5, self))
        self.column.addWidget(self.chooser)
        self.content: QWidget | None = None
        self.entry: QWidget | None = None
        """Where the keyboard enters what is shown, as it was made last."""

    def read_content(self, store: Store, plan: PlanChoice) -> tuple[object, Reach]:
        """Read beside the window what stands in the plan, and return what it was read from."""
        raise NotImplementedError

    def make_content(self, content: object) -> QWidget:
        """Make what shows `content`, and say where the keyboard enters it."""
        raise NotImplementedError

    def conditions(self) -> frozenset[Condition]:
        """Say that there is something to print once the plan has lines."""
        return frozenset({Condition.LIST} if self.seen is not None and self.seen.plan.line_count else ())

    def commands(self) -> "dict[str, Callable[[], object]]":
        """Print the plan that is seen."""
        return {"print": self.print}

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since it was last seen."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def refresh(self, changes: Changes) -> None:
        """Read again what can show now, at once or when it is next seen."""
        self._stale = self._stale or (self.seen.reach if self.seen is not None else EVERYTHING).meets(changes)
        if self._stale and self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the plan beside the window."""
        self._stale = False
        store, wanted = self.workspace.store, self._wanted
        self.workspace.runner.run(lambda _: self._read(store, wanted), self.show_seen, topic=f"plan {id(self)}")

    def show_seen(self, seen: Seen) -> None:
        """Show what was read."""
        kept = self._kept if self._kept is not None else self.place()
        self._kept, self.seen = None, seen
        self.chooser.show_plans(seen.plans, seen.plan.period_id)
        entered = self.isAncestorOf(self.focusWidget()) if self.content is not None else False
        self.entry = None
        made = self.make_content(seen.content) if seen.plan.line_count else self._make_beginning(seen)
        if self.content is not None:
            self.column.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
        self.content = made
        self.column.addWidget(made, 1)
        self.printing.setEnabled(bool(seen.plan.line_count))
        self.conditions_changed.emit()
        if entered:
            self.take_focus()
        if isinstance(kept, tuple):
            QTimer.singleShot(0, self, partial(scroll_to, self, kept))

    def take_focus(self) -> None:
        """Put the keyboard where it enters what is shown."""
        (self.entry or self.chooser.box).setFocus()

    def return_to(self, place: object) -> None:
        """Keep where the person was until the plan is read."""
        self._kept = place

    def print(self) -> None:
        """Show the page on paper."""
        from ui.paper.report_dialog import ReportDialog

        if self.seen is None or not self.seen.plan.line_count:
            return
        plan = self.seen.plan.period_id
        dialog = ReportDialog(self.workspace, "plan", self.window(), record_id=plan, parts=self.parts)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, store: Store, wanted: PlanChoice | None) -> Seen:
        plans = list_plans(store)
        asked = wanted or plan_of_today(store)
        plan = next((each for each in plans if each.period_id == asked.period_id), asked)
        content, reach = self.read_content(store, plan)
        return Seen(plans, plan, content, reach | Reach(frozenset({"period"})))

    def _choose(self) -> None:
        self._wanted = self.chooser.plan
        self.read()

    def _make_beginning(self, seen: Seen) -> QWidget:
        """Return what stands where the plan has no lines: the plans that it can begin as a copy of."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        said = Label(self.words("Esta gestión todavía no tiene plan de trabajo."), wraps=True)
        dress(said, Role.QUIET)
        column.addWidget(said)
        for plan in (each for each in seen.plans if each.line_count and seen.plan.period_id):
            copied = self.words("Empezar con una copia del plan de {period}", period=plan.name)
            text = copied if plan.name else self.words("Empezar con las líneas del modelo")
            button = text_button(text, "copy-simple", partial(self._begin_with, plan))
            self.entry = self.entry or button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _begin_with(self, plan: PlanChoice) -> None:
        period = self.seen.plan.period_id if self.seen is not None else None
        if period is None:
            return
        try:
            changes = self.workspace.write(partial(self._carry, plan.period_id, period))
        except ProblemError as error:
            self.workspace.present(error)
        else:
            self.workspace.tell_done(changes)

    def _carry(self, source: str | None, period: str) -> Changes:
        return carry_over(self.workspace.store, source, period)
