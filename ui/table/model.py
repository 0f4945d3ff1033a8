"""The rows of a list: all their keys, and of the rows themselves, by their key, the blocks that are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.records.catalog import FieldInfo, Order, Query
from app.words.fields import Kind
from app.words.folding import fold
from app.words.values import show_value
from app.words.words import Words
from ui.look.plain import plain_tip
from ui.table.two_lines import LineFields, TwoLines, two_lines
from ui.work.run import Advance, Runner

BLOCK = 128
"""Rows asked for at once: three to five screens of a list."""
BLOCKS_KEPT = 24
"""Blocks whose rows stay at hand."""
SEARCHED = 1024
"""Rows asked for at once, by one column, while the row is looked for that begins as somebody types."""
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.PERCENT, Kind.MONEY, Kind.DEGREES})
ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""What the model has to say of a cell."""
NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


class Source(Protocol):
    """Where a list gets its keys and rows; the model calls both, `ids` perhaps beside the window."""

    def ids(self, query: Query) -> Sequence[str]:
        """Return all the keys of the query in its order."""

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        """Return a row of values for each key, in the order of the keys, without those that are gone."""


def leading(order: Sequence[Order], columns: Sequence[FieldInfo]) -> Order | None:
    """Return by which of `columns` a list is said to be ordered: a yes or no before others only puts some behind."""
    parting = {column.name for column in columns if column.field.kind is Kind.BOOLEAN}
    return next((each for each in order if each.field not in parting or len(order) == 1), None)


class TableModel(QAbstractTableModel):
    """A list as Qt's views see it. Sorting is the source's work: a new query, a new list of keys."""

    loaded = Signal()
    """The keys of the last query are here."""
    lacking = Signal()
    """A cell was painted whose row is not at hand."""

    def __init__(
        self, source: Source, columns: Sequence[FieldInfo], words: Words, parent: QObject | None = None
    ) -> None:
        """Show `columns` of `source`; empty until a query is asked for."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.words = words
        self.query: Query | None = None
        self.ids: Sequence[str] = ()
        self._source = source
        self._sides = [_side(column.field.kind) for column in self.columns]
        self.asked = False
        self.waiting = False
        """Whether the keys of the last query are still to come."""
        self.said_by_lines = False
        """Whether a screen reader hears the two lines of a row wherever the keyboard is in it."""
        self._lines = LineFields(())
        self._line_places: tuple[int, ...] = ()
        self._read_places = tuple(range(len(self.columns)))
        self._kept: OrderedDict[str, tuple[object, ...]] = OrderedDict()
        self._stale: set[str] = set()

    def ask(self, query: Query, runner: Runner | None = None) -> None:
        """List what `query` asks for: at once, or beside the window with `runner`, the newest question winning."""
        self.query = query
        self.waiting = True
        if runner is None:
            self._take(self._source.ids(query))
            return
        work: Callable[[Advance], Sequence[str]] = lambda _: self._source.ids(query)  # noqa: E731 - mypy needs its type said
        runner.run(work, self._take, title=self.words("Preparando la lista"), topic=f"list {id(self)}")

    def reload(self) -> None:
        """Show no row as it was read until now: each is read again when it is seen."""
        self.outdate(list(self._kept))

    def outdate(self, keys: Iterable[str]) -> None:
        """Let the rows of `keys` stay as they are until they are read again, before they are next seen."""
        self._stale.update(key for key in keys if key in self._kept)

    def fetch(self, first: int, last: int) -> None:
        """Read what is lacking of the rows from `first` to `last`, and of the blocks that they lie in."""
        first, last = max(first, 0), min(last, len(self.ids) - 1)
        lacking = [key for key in self.ids[first : last + 1] if key not in self._kept or key in self._stale]
        if not lacking:
            return
        start, stop = first // BLOCK * BLOCK, min((last // BLOCK + 1) * BLOCK, len(self.ids))
        keys = self.ids[start:stop]
        self._keep([key for key in keys if key not in self._kept or key in self._stale])
        for key in keys:  # what was seen last is forgotten last
            self._kept.move_to_end(key)
        while len(self._kept) > max(BLOCK * BLOCKS_KEPT, len(keys)):
            key, _ = self._kept.popitem(last=False)
            self._stale.discard(key)
        self.dataChanged.emit(self.index(start, 0), self.index(stop - 1, len(self.columns) - 1))

    def take_lines(self, fields: LineFields) -> None:
        """Make the two lines of each row of `fields`, which are among the columns."""
        places = {column.name: at for at, column in enumerate(self.columns)}
        self._lines = fields
        self._line_places = tuple(places[name] for name in fields.all)

    def read_alone(self, names: Iterable[str]) -> None:
        """Read of each row from now on the columns `names`, and what its two lines are made of: no other is seen.

        What a column derives may take long to find, and a list has many that are hidden.
        """
        wanted = {*names, *(self.columns[at].name for at in self._line_places)}
        before, self._read_places = (
            self._read_places,
            tuple(at for at, column in enumerate(self.columns) if column.name in wanted),
        )
        if not set(self._read_places) <= set(before):
            self.reload()

    @property
    def read_names(self) -> tuple[str, ...]:
        """The columns that are read of each row."""
        return tuple(self.columns[at].name for at in self._read_places)

    def order_by(self, column: int, *, descending: bool) -> Query | None:
        """Return the query ordered by a column; None before the first query."""
        order = Order(self.columns[column].name, descending)
        return replace(self.query, order=(order,)) if self.query is not None else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of keys."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, in words."""
        if role not in ANSWERED or not index.isValid():  # Qt asks for seven roles of each cell that it paints
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._sides[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = self.two_lines(index.row()) if self.said_by_lines else None
            return lines.heard() if lines is not None else None
        values = self._at_hand(index.row())
        if values is None:
            return None
        said = self._said(values[index.column()], index.column())
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def two_lines(self, row: int) -> TwoLines | None:
        """Return the two lines of a row; None while it is not at hand, for nothing is read while it is painted."""
        values = self._at_hand(row)
        if values is None:
            return None
        return two_lines(self._lines, [self._said(values[at], at) for at in self._line_places])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label of a column, its help as the tip, and the side on which its values stand."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        field = self.columns[section].field
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(field.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(field.help) or self.words(field.label))
        return self._sides[section] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def text(self, row: int, column: int) -> str:
        """Return the words of a cell, on one line, reading its row when it is not at hand."""
        if column not in self._read_places:
            return self.texts([self.ids[row]], [column])[0][0]
        self.fetch(row, row)
        return self._said(self._kept[self.ids[row]][column], column)

    def texts(self, ids: Sequence[str], columns: Sequence[int], advance: Advance | None = None) -> list[list[str]]:
        """Return the words of `columns` for each of `ids`; it may run beside the window."""
        read: list[list[str]] = []
        for start in range(0, len(ids), BLOCK):
            if advance is not None:
                advance(start, len(ids))
            rows = self._rows([self.columns[at].name for at in columns], ids[start : start + BLOCK])
            read += [[self._said(value, at) for value, at in zip(row, columns, strict=True)] for row in rows]
        return read

    def find(self, typed: str, column: int, start: int, advance: Advance | None = None) -> str | None:
        """Return the key of the first row whose words in `column` begin with the folded `typed`, None for none.

        The rows are gone through from `start` on, then from the top; it may run beside the window.
        """
        ids, name = self.ids, self.columns[column].name
        for first, stop in ((start, len(ids)), (0, min(start, len(ids)))):
            for at in range(first, stop, SEARCHED):
                if advance is not None:
                    advance(at, len(ids))
                keys = ids[at : min(at + SEARCHED, stop)]
                rows = self._rows([name], keys)
                for key, row in zip(keys, rows, strict=True):
                    if fold(self._said(row[0], column)).startswith(typed):
                        return key
        return None

    def _at_hand(self, row: int) -> tuple[object, ...] | None:
        values = self._kept.get(self.ids[row])
        if values is None:
            self.lacking.emit()
        return values

    def _said(self, value: object, column: int) -> str:
        return " ".join(show_value(self.columns[column].field, value, self.words).split())

    def _keep(self, ids: Sequence[str]) -> None:
        width, places = len(self.columns), self._read_places
        for key, values in zip(ids, self._rows(self.read_names, ids), strict=True):
            row: list[object] = [None] * width
            for at, value in zip(places, values, strict=True):
                row[at] = value
            self._kept[key] = tuple(row)
        self._stale.difference_update(ids)

    def _rows(self, names: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        rows = self._source.rows(names, ids)
        if len(rows) == len(ids):
            return rows
        # A record deleted a moment ago keeps its place, empty, until the list is asked for again.
        gone = (None,) * len(names)
        return [next(iter(self._source.rows(names, [key])), gone) for key in ids]

    def _take(self, ids: Sequence[str]) -> None:
        """List other keys; rows that were read stay by their key, and nothing moves when the keys are the same."""
        if self.ids != ids or not self.asked:
            self.beginResetModel()
            self.ids = ids
            self.endResetModel()
        self.asked = True
        self.waiting = False
        self.loaded.emit()


def _side(kind: Kind) -> Qt.AlignmentFlag:
    """Say on which side the values of a kind stand."""
    return (
        Qt.AlignmentFlag.AlignRight if kind in NUMBERS else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter
