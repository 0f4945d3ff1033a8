"""What the dossier of a meeting still lacks, each gap a way to the place where it is filled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.meetings import Missing
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.theme import Role, dress

MOST = 4
"""Gaps that are named; the others are counted until one asks for them."""


class LackingStrip(QFrame):
    """One or two lines above the parts of the meeting."""

    wanted = Signal(object)
    """Missing: the person wants to fill this gap."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.words = words
        self.missing: tuple[Missing, ...] = ()
        self._all = False
        self.mark = IconLabel("warning")
        self.text = Label()
        self._gaps = QWidget()
        self._flow = Flow(self._gaps, spacing=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark)
        row.addWidget(self.text)
        row.addWidget(self._gaps, 1)
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Name the gaps, or say that the dossier is whole."""
        self._all = self._all and bool(missing)
        self.missing = tuple(missing)
        self.mark.show_icon("warning" if missing else "check-circle")
        whole, pending = self.words("El dossier está completo."), self.words("Pendiente para el dossier:")
        self.text.setText(pending if missing else whole)
        dress(self.text, Role.CAUTION if missing else Role.GOOD)
        self._fill()
        self.show()

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self.missing if self._all else self.missing[:MOST]
        for each in shown:
            self._flow.addWidget(text_button(each.label, "", partial(self.wanted.emit, each), Role.LINK))
        left = len(self.missing) - len(shown)
        if left:
            said = self.words.plural("y {count} cosa más", "y {count} cosas más", left)
            self._flow.addWidget(text_button(said, "", self._unfold, Role.LINK))
        self._gaps.updateGeometry()

    def _unfold(self) -> None:
        self._all = True
        self._fill()
