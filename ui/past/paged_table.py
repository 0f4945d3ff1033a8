"""The table of a list that is read page by page: whole rows, one at a time, with the looks of the short tables."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.past.paged_model import Line, PagedModel
from ui.table.calm import calm, set_width


def make_table(model: PagedModel, name: str, widths: tuple[int, ...], wide: int) -> QTableView:
    """Make the table of `model`, called `name` by a screen reader; `widths` are in characters, column `wide` grows."""
    table = QTableView()
    table.setModel(model)
    calm(table, name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    header = table.horizontalHeader()
    for column, characters in enumerate(widths):
        set_width(table, column, characters)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return table


def line_of(table: QTableView, model: PagedModel) -> Line | None:
    """Return the line that the keyboard is on."""
    at = table.currentIndex().row()
    return model.lines[at] if 0 <= at < len(model.lines) else None


def select_again(table: QTableView, model: PagedModel, key: int | None) -> None:
    """Stand again on the line with this key, or on the first one."""
    at = model.place_of(key) if key is not None else -1
    if model.lines:
        table.setCurrentIndex(model.index(max(at, 0), 0))
