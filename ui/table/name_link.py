"""The name of a record in its list as a link: it looks like one, the hand points at it, and one click opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.table.cells import CELL_MARGIN
from ui.table.model import NOWHERE, AnyIndex

if TYPE_CHECKING:
    from ui.table.table import Table

STYLE_MARGIN = 3
"""Pixels that the style leaves beside the text of a cell."""


class NameLink(QObject):
    """The links of one table: the texts of the first column shown of those that name a record."""

    followed = Signal(str)
    """The name of the record with this key was clicked."""

    def __init__(self, table: "Table", names: frozenset[str]) -> None:
        """Watch `table`, whose fields `names` name a record; none is a link where there is no such field."""
        super().__init__(table)
        self._table = table
        self._names = names
        self._pressed: QPoint | None = None
        self._just_followed = False
        self.column = -1
        self.pointed_row = -1
        viewport = table.viewport()
        viewport.setMouseTracking(bool(names))
        viewport.installEventFilter(self)
        table.clicked.connect(self._on_click)

    def find_column(self) -> None:
        """Take the first column shown, as the person has put them, that names a record."""
        states = self._table.states()
        named = (state.name for state in states if not state.hidden and state.name in self._names)
        name, columns = next(named, ""), self._table.rows.columns
        self.column = next((at for at, each in enumerate(columns) if each.name == name), -1)

    def area(self, index: AnyIndex) -> QRect:
        """Return where the text of a name is seen, empty for what is no link."""
        if not index.isValid() or index.column() != self.column or self._table.one_column.on:
            return QRect()
        room = self._table.visualRect(index).adjusted(CELL_MARGIN + STYLE_MARGIN, 0, -CELL_MARGIN, 0)
        text = str(index.data() or "")
        room.setWidth(min(room.width(), self._table.fontMetrics().horizontalAdvance(text)))
        return room if text else QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what the pointer is on, and keep where the button was let go.

        The second half of a double click on a link is nobody's: the list has moved since the first.
        """
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseMove:
                self._point(self._table.indexAt(event.position().toPoint()), event.position().toPoint())
            elif kind == QEvent.Type.MouseButtonPress:
                self._just_followed = False
            elif kind == QEvent.Type.MouseButtonRelease:
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                self._pressed = event.position().toPoint() if plain else None
            elif kind == QEvent.Type.MouseButtonDblClick and self._just_followed:
                return True
        elif kind == QEvent.Type.Leave:
            self._point(NOWHERE, QPoint())
        return super().eventFilter(watched, event)

    def _on_click(self, index: AnyIndex) -> None:
        at, self._pressed = self._pressed, None
        if at is not None and self.area(index).contains(at):
            self._just_followed = True
            self._point(NOWHERE, QPoint())
            self.followed.emit(self._table.rows.ids[index.row()])

    def _point(self, index: AnyIndex, at: QPoint) -> None:
        row = index.row() if self.area(index).contains(at) else -1
        if row == self.pointed_row:
            return
        self.pointed_row = row
        viewport = self._table.viewport()
        if row < 0:
            viewport.unsetCursor()
        else:
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        viewport.update()
