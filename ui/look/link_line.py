"""A quiet line: what it says, and the links that it says it of."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look.flow import Flow, clear, keep_lines
from ui.look.link import EDGE, Link
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress


class LinkLine(QWidget):
    """Words with links after them, on as many lines as the width asks for."""

    def __init__(self, text: str = "", links: Sequence[Link] = (), role: Role = Role.BODY) -> None:
        """Say `text`, already in the person's language and written as `role`, of `links`."""
        super().__init__()
        self.said = Label()
        self.links: tuple[Link, ...] = ()
        self._flow = Flow(self, spacing=distance(1, self), apart=0)
        self.show_links(text, links, role)

    def show_links(self, text: str, links: Sequence[Link], role: Role = Role.BODY) -> None:
        """Say `text` of `links`, in place of what was said."""
        clear(self._flow)
        self.said = Label(text)
        self.said.setContentsMargins(0, EDGE, 0, EDGE)
        if role is not Role.BODY:
            dress(self.said, role)
        self.links = tuple(links)
        for each in (self.said, *self.links):
            self._flow.addWidget(each)
        self.updateGeometry()
        keep_lines(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as many lines as the new width makes."""
        super().resizeEvent(event)
        keep_lines(self)
