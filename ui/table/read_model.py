"""What the tables to be read, with all of their lines at hand, have in common: headings, and numbers on the right."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from ui.look.plain import plain_tip
from ui.table.model import NOWHERE, AnyIndex

Line = TypeVar("Line")


class ReadModel(QAbstractTableModel, Generic[Line]):
    """Lines under headings; a table says by `shown` what stands in its cells."""

    def __init__(self, headings: Sequence[str], numbers: frozenset[int], parent: QObject) -> None:
        """Begin without lines; the columns `numbers` stand on the right."""
        super().__init__(parent)
        self.headings = tuple(headings)
        self.lines: Sequence[Line] = ()
        self._numbers = numbers

    def shown(self, at: int, column: int, role: int) -> object:
        """Return what a cell of the line at this place shows; `role` is any but its side and its tip."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(self.shown(index.row(), index.column(), Qt.ItemDataRole.DisplayRole) or ""))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._heard(index.row())
        return self.shown(index.row(), index.column(), role)

    def _heard(self, at: int) -> str:
        """Return a line whole: the keyboard goes from line to line, and of each only its first cell is heard."""
        cells = (self.shown(at, column, Qt.ItemDataRole.DisplayRole) for column in range(len(self.headings)))
        return ", ".join(str(cell) for cell in cells if cell not in (None, ""))

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
