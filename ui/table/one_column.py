"""The list beside a record: the same rows, drawn as two lines in one column, and the table given back as it was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView

from ui.table.cells import CellDelegate, LineDelegate

if TYPE_CHECKING:
    from ui.table.table import ColumnState, Table


class OneColumn:
    """The two faces of one table: model, question and selection are the same in both."""

    def __init__(self, table: "Table") -> None:
        """Begin as a table."""
        self._table = table
        self._cells, self._lines = CellDelegate(table), LineDelegate(table)
        table.setItemDelegate(self._cells)
        self._top = 0
        self._across = 0
        self.on = False
        self.states: tuple[ColumnState, ...] = ()
        """How the columns of the table are set, while none of them is seen."""

    def show(self) -> None:
        """Draw each row as two lines, in the width that there is."""
        table = self._table
        if self.on:
            return
        self.states = table.states()
        self._top, self._across = table.rowAt(0), table.horizontalScrollBar().value()
        self.on = table.rows.said_by_lines = True
        shown = table.link.column if table.link.column >= 0 else table.first_column()
        header = table.horizontalHeader()
        header.blockSignals(True)
        for at in range(len(table.rows.columns)):
            header.setSectionHidden(at, at != shown)
        header.hide()
        header.blockSignals(False)
        table.setItemDelegate(self._lines)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.widths.share()
        self._settle(shown)

    def give_back(self) -> None:
        """Show the table as it was: its columns, and the same rows in sight with the one that the keyboard is on."""
        table = self._table
        if not self.on:
            return
        self.on = table.rows.said_by_lines = False
        header = table.horizontalHeader()
        header.blockSignals(True)
        header.show()
        header.blockSignals(False)
        table.restore(self.states)
        table.setItemDelegate(self._cells)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        shown = table.first_column()
        self._settle(shown)
        top = table.rows.index(self._top, shown)
        if top.isValid():
            table.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        table.scrollTo(table.currentIndex())
        table.horizontalScrollBar().setValue(self._across)

    def _settle(self, column: int) -> None:
        table = self._table
        table.set_row_height()
        current = table.currentIndex()
        if current.isValid() and current.column() != column:
            there = current.siblingAtColumn(column)
            table.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)
        if current.isValid():
            table.scrollTo(table.currentIndex())
        table.viewport().update()
