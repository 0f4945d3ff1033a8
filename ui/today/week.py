"""What is due in the days to come, each a link to its record, and the way to all of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.reviewing import record_behind
from app.today import DueSoon, Week
from ui.look.link import EDGE, Link
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.work.workspace import Workspace


class WeekList(QWidget):
    """The first of what is due: its day, what it is and who answers for it."""

    def __init__(self, week: Week, workspace: Workspace) -> None:
        """Say `week`, of which there is something."""
        super().__init__()
        self.links: dict[str, Link] = {}
        words = workspace.words
        grid = QGridLayout(self)
        grid.setContentsMargins(distance(1, self), 0, 0, 0)
        grid.setHorizontalSpacing(distance(1.5, self))
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for each in week.first:
            day = Label(f"{words.weekday(each.day)} {words.date(each.day)}")
            dress(day, Role.QUIET)
            day.setContentsMargins(0, EDGE, 0, EDGE)
            grid.addWidget(day, grid.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._link(each, workspace), grid.rowCount() - 1, 1)
        rest = week.count - len(week.first)
        if rest:
            said = words.plural("y {count} más en esos días", "y {count} más en esos días", rest)
            self.links["rest"] = Link(said, partial(workspace.show_list, week.query))
            grid.addWidget(self.links["rest"], grid.rowCount(), 1)

    def _link(self, due: DueSoon, workspace: Workspace) -> Link:
        """Return what is due, which leads to its record: that of a part, to what holds it."""
        said = " · ".join(filter(None, (due.text, due.who)))
        find = partial(record_behind, workspace.store, due.id)
        link = self.links[due.id] = Link(said, partial(workspace.seeking.show, find))
        link.setAccessibleName(f"{workspace.words.long_date(due.day)}: {said}")
        return link
