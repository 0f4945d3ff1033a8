"""What needs nothing today, told in one quiet line whose parts still lead to their lists."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.screens import screen_of
from app.today import Concern
from ui.look.flow import Flow
from ui.look.plain import Label
from ui.look.theme import distance
from ui.reading.link import EDGE, Link
from ui.work.workspace import Workspace


class AtRest(QWidget):
    """The concerns that count nothing, below those that have something to do."""

    def __init__(self, concerns: Sequence[Concern], workspace: Workspace) -> None:
        """Say each of `concerns`, by the name of its figure in `links`."""
        super().__init__()
        said = Label(workspace.words("Al día:"))
        said.setContentsMargins(0, EDGE, 0, EDGE)
        flow = Flow(self, spacing=distance(1.5, self))
        flow.setContentsMargins(distance(1, self), 0, 0, 0)
        flow.addWidget(said)
        self.links = {concern.figure.name: _link(concern, workspace) for concern in concerns}
        for link in self.links.values():
            flow.addWidget(link)


def _link(concern: Concern, workspace: Workspace) -> Link:
    """Return the words of a concern, which lead to its list where there is one."""
    said = concern.figure.say(concern.count, workspace.words)
    link = Link(f"{workspace.words.number(concern.count)} {said}")
    screen = screen_of(concern.query.entity) if concern.query is not None else None
    if screen is not None:
        link.clicked.connect(partial(workspace.room_wanted.emit, screen.name, concern.query))
    return link
