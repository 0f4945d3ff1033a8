"""What the tables of the window that are no lists of a room have in common: rows without a grid, to be read."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.table.row_delegate import RowDelegate


def calm(table: QTableView, name: str) -> None:
    """Make `table`, called `name` by a screen reader, calm: hairlines alone, no editing, and Tab leaves it."""
    table.setItemDelegate(RowDelegate(table))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)


def set_width(table: QTableView, column: int, characters: int) -> None:
    """Make a column so many characters wide, and no narrower than its heading."""
    wanted = table.fontMetrics().averageCharWidth() * characters
    table.setColumnWidth(column, max(wanted, table.horizontalHeader().sectionSizeHint(column)))
