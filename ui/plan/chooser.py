"""Which plan is looked at, and how that of a period without one begins."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.plan import PlanChoice
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.look.flow import Flow
from ui.look.plain import Label, PushButton
from ui.look.theme import Role, distance, dress


class PlanChooser(QWidget):
    """The plans by their periods, and beside them what can be done with the one that is chosen."""

    chosen = Signal()
    """Another plan is to be looked at."""

    def __init__(self, words: Words, title: str) -> None:
        """Begin without plans under `title`, which is in the person's language."""
        super().__init__()
        self.words = words
        self.plans: Sequence[PlanChoice] = ()
        heading = Label(title)
        dress(heading, Role.TITLE)
        self.box = Combo()
        self.box.setAccessibleName(words("Gestión"))
        self.box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.box.activated.connect(lambda _at: self.chosen.emit())
        self.row = Flow(self, spacing=distance(1, self))
        self.row.addWidget(heading)
        self.row.addWidget(self.box)

    def add(self, button: PushButton) -> None:
        """Put a button at the end."""
        self.row.addWidget(button)

    def show_plans(self, plans: Sequence[PlanChoice], current: str | None) -> None:
        """Offer `plans`, and choose that of the period `current`, the first one when it is not there."""
        self.plans = plans
        self.box.clear()
        for each in plans:
            self.box.addItem(each.name or self.words("Sin gestión (modelo)"))
        at = next((at for at, each in enumerate(plans) if each.period_id == current), 0)
        self.box.setCurrentIndex(at if plans else -1)

    @property
    def plan(self) -> PlanChoice | None:
        """The plan that is chosen; None without any."""
        at = self.box.currentIndex()
        return self.plans[at] if 0 <= at < len(self.plans) else None
