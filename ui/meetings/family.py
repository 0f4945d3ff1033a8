"""The meeting that contains this one, and those that this one contains, such as the councils of a Cumbre."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import Record, list_ids, titles
from ui.look.link import Link
from ui.look.link_line import LinkLine
from ui.look.theme import Role
from ui.work.workspace import Workspace


class FamilyStrip(QWidget):
    """Two lines of ways to the others; hidden for a meeting that stands alone."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with none."""
        super().__init__()
        self.workspace = workspace
        self.outer, self.inner = LinkLine(), LinkLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outer)
        column.addWidget(self.inner)
        self.hide()

    def show_meeting(self, meeting: Record) -> None:
        """Show the family of `meeting`."""
        words = self.workspace.words
        parent = str(meeting.values.get("parent_id") or "")
        inside = (Filter("parent_id", Operator.ONE_OF, (meeting.id,)),)
        children = list_ids(self.workspace.store, Query("meeting", filters=inside, order=(Order("starts_on"),)))
        self._fill(self.outer, words("Dentro de:"), [parent] if parent else [])
        self._fill(self.inner, words("Contiene:"), children)
        self.setVisible(bool(parent or children))

    def _fill(self, line: LinkLine, text: str, ids: Sequence[str]) -> None:
        named = titles(self.workspace.store, "meeting", ids)
        lead = self.workspace.record_wanted.emit
        line.show_links(text, [Link(named.get(key, ""), partial(lead, "meeting", key)) for key in ids], Role.QUIET)
        line.setVisible(bool(ids))
