"""How what shows a record stands: its head above, then tabs, the page or the form, and the bars below them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.look.theme import Role, distance, dress
from ui.room.bars import MARGIN

if TYPE_CHECKING:
    from ui.room.record import RecordPane


def lay_out(pane: "RecordPane") -> None:
    """Put the parts of `pane` in their places.

    What holds others stands in its own place before it takes them: each time that a widget comes into another, Qt
    dresses anew all that is in it.
    """
    tabs = QHBoxLayout()
    tabs.setContentsMargins(MARGIN - distance(1.5, pane), 0, MARGIN, 0)
    tabs.addWidget(pane.tabs, 1)
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    dress(line, Role.HAIRLINE)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(pane.head)
    column.addLayout(pane.above_tabs)
    column.addLayout(tabs)
    column.addWidget(line)
    column.addWidget(pane.stack, 1)
    pane.faces.addWidget(pane.page)
    _add_form(pane)
    pane.tabs.setAutoHide(True)  # not before it has its place: it would be a window of its own for a moment
    column.addWidget(pane.self_saving)
    column.addWidget(pane.bar)


def _add_form(pane: "RecordPane") -> None:
    """Add the form with what helps to fill a new record above it."""
    both = QWidget()
    pane.faces.addWidget(both)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if pane.helper is not None:
        column.addWidget(pane.helper)
    column.addWidget(pane.form, 1)
