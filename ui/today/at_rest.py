"""What needs nothing today, told in one quiet line whose parts still lead to their lists."""

from collections.abc import Sequence
from functools import partial

from app.today import Concern
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.theme import distance
from ui.work.workspace import Workspace


def at_rest(concerns: Sequence[Concern], workspace: Workspace) -> LinkLine:
    """Return the line of the concerns that count nothing, with a link for each."""
    line = LinkLine(workspace.words("Al día:"), [_link(concern, workspace) for concern in concerns])
    line.setContentsMargins(distance(1, line), 0, 0, 0)
    return line


def _link(concern: Concern, workspace: Workspace) -> Link:
    """Return the words of a concern, which lead to its list where there is one."""
    press = None if concern.query is None else partial(workspace.show_list, concern.query)
    return Link(concern.figure.counted(concern.count, workspace.words), press)
