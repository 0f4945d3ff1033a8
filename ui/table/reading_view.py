"""A table that reads its rows before they are seen, never while it is painted nor while something is being written."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo, Query
from app.records.changes import Changes
from app.records.reach import Reach
from app.words.words import Words
from ui.table.model import AnyIndex, Source, TableModel
from ui.table.rows_view import RowsView
from ui.table.type_ahead import TypeAhead
from ui.work.pause import Pausing, at_once
from ui.work.run import Runner


class ReadingView(RowsView):
    """A view of records: the rows that come into sight are read, those that were read stay until they are outdated."""

    def __init__(
        self,
        source: Source,
        columns: Sequence[FieldInfo],
        words: Words,
        parent: QWidget | None = None,
        *,
        runner: Runner | None = None,
        pausing: Pausing = at_once,
    ) -> None:
        """Show `columns` of `source`; with `runner` the keys are looked for beside the window."""
        super().__init__(parent)
        self.words = words
        self.rows = TableModel(source, columns, words, self)
        self.runner = runner
        self._look = pausing(self._fetch_seen, self)
        self._find = pausing(self._find_keys, self)
        self._type_ahead = TypeAhead(self, pausing)
        self._lacking = QTimer(self, singleShot=True, interval=0)
        self._lacking.timeout.connect(self._look)
        self.setModel(self.rows)
        self.rows.loaded.connect(self._look)
        self.rows.lacking.connect(self._lacking.start)
        self.verticalScrollBar().valueChanged.connect(self._look)

    def list_query(self, query: Query) -> None:
        """List what `query` asks for."""
        self.rows.query = query
        self._find()

    def refresh(self, changes: Changes, *, rows: Reach, keys: Reach) -> None:
        """Read again, of what an operation touched, the rows, and the keys when the question can have another answer.

        `rows` is what the columns read beside the row itself, `keys` what the question reads.
        """
        if self.rows.query is None:
            return
        touched = changes.touched.get(self.rows.query.entity, frozenset())
        self.rows.outdate(touched)
        if rows.meets(changes):
            self.rows.reload()
        if keys.meets(changes):
            self._find()
        self._look()

    def look_beside(self, runner: Runner | None) -> None:
        """Look for the keys beside the window by `runner` from now on, or at once for None, which suits short lists."""
        self.runner = runner

    def keyboardSearch(self, search: str) -> None:
        """Go to the row that begins as somebody types, in the whole list."""
        self._type_ahead.take(search)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Have the row at hand that the keyboard goes to, which a screen reader then says."""
        self._look()
        super().currentChanged(current, previous)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Read the rows that come into sight."""
        super().resizeEvent(event)
        self._look()

    def _find_keys(self) -> None:
        if self.rows.query is not None:
            self.rows.ask(self.rows.query, self.runner)

    def _fetch_seen(self) -> None:
        """Read what is lacking of the rows in sight, with one beyond at each end, and of the one with the keyboard."""
        if not self.rows.ids:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        self.rows.fetch(first - 1, last + 1 if last >= 0 else len(self.rows.ids) - 1)
        row = self.currentIndex().row()
        if row >= 0:
            self.rows.fetch(row, row)
