"""The meeting that contains this one, and those that this one contains, such as the councils of a Cumbre."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import Record, list_ids, titles
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.plain import Label
from ui.look.theme import Role, dress
from ui.work.workspace import Workspace


class FamilyStrip(QWidget):
    """A line of ways to the others; hidden for a meeting that stands alone."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with none."""
        super().__init__()
        self.workspace = workspace
        self._flow = Flow(self, spacing=0)
        self.hide()

    def show_meeting(self, meeting: Record) -> None:
        """Show the family of `meeting`."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = self.workspace.words
        parent = str(meeting.values.get("parent_id") or "")
        inside = (Filter("parent_id", Operator.ONE_OF, (meeting.id,)),)
        children = list_ids(self.workspace.store, Query("meeting", filters=inside, order=(Order("starts_on"),)))
        self._add(words("Dentro de:"), [parent] if parent else [])
        self._add(words("Contiene:"), children)
        self.setVisible(bool(parent or children))

    def _add(self, text: str, ids: Sequence[str]) -> None:
        if not ids:
            return
        label = Label(text)
        dress(label, Role.QUIET)
        self._flow.addWidget(label)
        named = titles(self.workspace.store, "meeting", ids)
        for key in ids:
            press = partial(self.workspace.record_wanted.emit, "meeting", key)
            self._flow.addWidget(text_button(named.get(key, ""), "", press, Role.LINK))
