"""A line of a page: words, and links among them, on as many lines as the width asks for."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.document import Tone
from app.line import Line, Row
from ui.look.flow import Flow
from ui.look.link import EDGE, Link
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress

_ROLES = MappingProxyType({Tone.MUTED: Role.QUIET, Tone.LATE: Role.CAUTION, Tone.WARNING: Role.CAUTION})
STEP = 3
"""How far a line is set in from the one that it belongs to, in distances."""


class Said(Label):
    """Words between links: on one line where there is room for them, else on as many as they need."""

    def __init__(self, text: str, role: Role) -> None:
        """Say `text` as `role`."""
        super().__init__(text, wraps=True)
        self.setContentsMargins(0, EDGE, 0, EDGE)
        if role is not Role.BODY:
            dress(self, role)

    def sizeHint(self) -> QSize:
        """Ask for one line; Qt would ask for several short ones."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1  # a line is laid out in parts of a pixel
        return QSize(width, self.heightForWidth(width))


class RowLine(QWidget):
    """A line of the page: words, and links among them, on as many lines as the width asks for."""

    def __init__(self, row: Row, under: str, lead: Callable[[Line], object]) -> None:
        """Say `row`, which stands `under` another line or a heading; what leads somewhere goes there by `lead`."""
        super().__init__()
        self.links: list[Link] = []
        flow = Flow(self, spacing=distance(1, self), apart=0)
        flow.setContentsMargins(distance(STEP, self) * row.level, 0, 0, 0)
        for piece in row.pieces:
            flow.addWidget(self._made(piece, row, under, lead))

    def _made(self, piece: Line, row: Row, under: str, lead: Callable[[Line], object]) -> QWidget:
        if piece.leads:
            link = Link(piece.text, partial(lead, piece), widest=len(piece.text) * 2)  # words follow on the same line
            # Several lines lead to one person, or to a meeting of the same name: the rest of the line tells them apart.
            beside = " ".join(each.text for each in row.pieces if each is not piece)
            link.setAccessibleDescription(". ".join(filter(None, (under, beside))))
            self.links.append(link)
            return link
        return Said(piece.text, _ROLES.get(piece.tone, Role.BODY))
