"""Concerns told in one quiet line whose parts lead to their lists: those at rest, and those that are never urgent."""

from collections.abc import Sequence
from functools import partial

from app.today import Concern
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.theme import distance
from ui.work.workspace import Workspace


def quiet_line(said: str, concerns: Sequence[Concern], workspace: Workspace) -> LinkLine:
    """Return the line that says `said` of the concerns, with a link for each."""
    line = LinkLine(said, [_link(concern, workspace) for concern in concerns])
    line.setContentsMargins(distance(1, line), 0, 0, 0)
    return line


def _link(concern: Concern, workspace: Workspace) -> Link:
    """Return the words of a concern, which lead to its list where there is one."""
    press = None if concern.query is None else partial(workspace.show_list, concern.query)
    return Link(concern.figure.counted(concern.count, workspace.words), press)
