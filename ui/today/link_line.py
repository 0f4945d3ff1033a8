"""A quiet line: what it says, and the links that it says it of."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.look.flow import Flow
from ui.look.link import EDGE, Link
from ui.look.plain import Label
from ui.look.theme import distance


class LinkLine(QWidget):
    """Words with links after them, on as many lines as the width asks for."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        """Say `text`, already in the person's language, of `links`."""
        super().__init__()
        self.said = Label(text)
        self.said.setContentsMargins(0, EDGE, 0, EDGE)
        self.links = tuple(links)
        flow = Flow(self, spacing=distance(1, self))
        for each in (self.said, *self.links):
            flow.addWidget(each)
