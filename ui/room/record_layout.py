"""How what shows a record stands: its head above, then tabs, the page or the form, and the bars below them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.form.form import Form
from ui.form.form_hints import FormHints
from ui.look.tab_order import lead_on, stops_in
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
    _place_form(pane)
    pane.tabs.setAutoHide(True)  # not before it has its place: it would be a window of its own for a moment
    column.addWidget(pane.self_saving)
    column.addWidget(pane.bar)


def _place_form(pane: "RecordPane") -> None:
    """Leave room for the form, with what helps to fill a new record above it."""
    side = QWidget()
    pane.faces.addWidget(side)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if pane.helper is not None:
        column.addWidget(pane.helper)


def add_form(pane: "RecordPane", form: Form) -> FormHints:
    """Put the form in its place, which the keyboard comes to after what helps to fill it, and return its hints."""
    side = form.parentWidget()
    column = side.layout() if side is not None else None
    if side is not None and column is not None:
        column.addWidget(form.top)
        column.addWidget(form)
        before = _stops_of(pane.helper) if pane.helper is not None else []
        lead_on(before[-1] if before else side, _stops_of(form))
    hints = FormHints(form, pane.workspace)
    for wanted in (form.problems.record_wanted, hints.record_wanted):
        wanted.connect(pane.workspace.record_wanted)
    return hints


def _stops_of(part: QWidget) -> list[QWidget]:
    """Return where the keyboard stops in a part of the record, but for what opens as a window of its own."""
    return [each for each in stops_in(part) if each.window() is part.window()]
