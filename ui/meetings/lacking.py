"""What the dossier of a meeting still lacks, each gap a way to the place where it is filled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.meetings import Missing
from app.words.words import Words
from ui.look.flow import keep_lines
from ui.look.icons import IconLabel
from ui.look.link import EDGE, Link
from ui.look.link_line import LinkLine
from ui.look.plain import set_tip
from ui.look.theme import Role

MOST = 4
"""Gaps that are named; the others are counted until one asks for them."""


class LackingStrip(QFrame):
    """A few lines above the parts of the meeting."""

    wanted = Signal(object)
    """Missing: the person wants to fill this gap."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.words = words
        self.missing: tuple[Missing, ...] = ()
        self._all = False
        self.mark = IconLabel("warning")
        self.mark.setContentsMargins(0, EDGE, 0, EDGE)
        self.line = LinkLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Name the gaps, or say that the dossier is whole."""
        self._all = self._all and bool(missing)
        self.missing = tuple(missing)
        self.mark.show_icon("warning" if missing else "check-circle")
        self._fill()
        self.show()

    def _fill(self) -> None:
        whole, pending = self.words("El dossier está completo."), self.words("Pendiente:")
        role = Role.CAUTION if self.missing else Role.GOOD
        self.line.show_links(pending if self.missing else whole, self._links(), role)
        if self.missing:
            set_tip(self.line.said, self.words("Lo que falta para el dossier"))
        keep_lines(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as many lines as the new width makes."""
        super().resizeEvent(event)
        keep_lines(self)

    def _links(self) -> Sequence[Link]:
        shown = self.missing if self._all else self.missing[:MOST]
        links = [Link(each.label, partial(self.wanted.emit, each)) for each in shown]
        left = len(self.missing) - len(shown)
        if left:
            links.append(Link(self.words.plural("y {count} cosa más", "y {count} cosas más", left), self._unfold))
        return links

    def _unfold(self) -> None:
        self._all = True
        self._fill()
