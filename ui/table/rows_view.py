"""A table of whole rows, in which Home and End go to the first and the last of them."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

_ENDS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class RowsView(QTableView):
    """Goes from row to row: Qt takes Home and End for the cells of one row, where nobody sees that something moved."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads."""
        model, column = self.model(), max(0, self.currentIndex().column())
        if action not in _ENDS or not model.rowCount():
            return super().moveCursor(action, modifiers)
        return model.index(0 if action is _ENDS[0] else model.rowCount() - 1, column)
