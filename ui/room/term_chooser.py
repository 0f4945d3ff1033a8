"""Which term (gestión) is looked at on a page, and beside that what can be done there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.network.term_choices import TermChoice
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.look.flow import Flow
from ui.look.plain import Label, PushButton
from ui.look.theme import Role, distance, dress


class TermChooser(QWidget):
    """The terms, and beside them what can be done with the one that is chosen."""

    chosen = Signal()
    """Another term is to be looked at."""

    def __init__(self, words: Words, title: str) -> None:
        """Begin without terms under `title`, which is in the person's language."""
        super().__init__()
        self.words = words
        self.terms: Sequence[TermChoice] = ()
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

    def show_terms(self, terms: Sequence[TermChoice], current: str | None) -> None:
        """Offer `terms`, and choose that of the key `current`, the first one when it is not there."""
        self.terms = terms
        self.box.clear()
        for each in terms:
            self.box.addItem(each.name or self.words("Sin gestión (modelo)"))
        at = next((at for at, each in enumerate(terms) if each.period_id == current), 0)
        self.box.setCurrentIndex(at if terms else -1)

    @property
    def term(self) -> TermChoice | None:
        """The term that is chosen; None without any."""
        at = self.box.currentIndex()
        return self.terms[at] if 0 <= at < len(self.terms) else None
