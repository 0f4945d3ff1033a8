"""The cells of a grid as a table asks for them: what is heard of each, and the tip that says it whole."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.units.grid import Cell, Grid, Head
from app.words.words import Words
from ui.look.plain import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
ACROSS = Qt.Orientation.Horizontal


class GridModel(QAbstractTableModel):
    """One grid, which does not change: another one has another model."""

    def __init__(self, grid: Grid, words: Words, parent: QObject | None = None) -> None:
        """Offer `grid`."""
        super().__init__(parent)
        self.grid = grid
        self.words = words

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def cell(self, index: AnyIndex) -> Cell:
        """Return the cell of an index that is valid."""
        return self.grid.cells[index.row()][index.column()]

    def sums(self, index: AnyIndex) -> bool:
        """Tell whether a cell is a sum of others."""
        return self.grid.rows[index.row()].sums or self.grid.columns[index.column()].sums

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """Return what a cell says: its text, its tip, and what is heard of it where its headings are not."""
        cell = self.cell(index)
        if role == Role.DisplayRole:
            return cell.said
        if role == Role.ToolTipRole:
            return plain_tip(cell.tip or cell.said) if cell.lines else None
        if role == Role.AccessibleTextRole:
            return self._heard(index, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return what a heading says: its text, and its tip, which says all of it."""
        head = self.head(section, orientation)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return head.text
        return plain_tip(head.tip or head.text) if role == Role.ToolTipRole else None

    def head(self, section: int, orientation: Qt.Orientation) -> Head:
        """Return the heading of a row or a column."""
        return (self.grid.columns if orientation is ACROSS else self.grid.rows)[section]

    def _heard(self, index: AnyIndex, cell: Cell) -> str:
        row, column = self.grid.rows[index.row()], self.grid.columns[index.column()]
        said = cell.said or self.words("nada")
        return self.words("{row}, {column}: {said}", row=row.text, column=column.text, said=said)
