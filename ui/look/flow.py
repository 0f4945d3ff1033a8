"""A layout that sets its items in lines, as words in a paragraph."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Items from left to right, on as many lines as the width asks for."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 4, apart: int | None = None, right: bool = False
    ) -> None:
        """Leave `spacing` pixels between items, `apart` or as many between lines; all lines end together at `right`."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right = right
        self._apart = spacing if apart is None else apart
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put `item` at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out; None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower layout is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that `width` makes."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items inside `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item, within the margins."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Share the items, but for those that are hidden, among the lines that `width` makes."""
        line: list[QLayoutItem] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = _size(item, width).width()
            if line and x + needed > width:
                yield line
                line, x = [], 0
            line.append(item)
            x += needed + self.spacing()
        if line:
            yield line

    def _place(self, rect: QRect, *, move: bool) -> int:
        room = rect.marginsRemoved(self.contentsMargins())
        y = room.y()
        for line in self._lines(room.width()):
            sizes = [_size(item, room.width()) for item in line]
            taken = sum(size.width() for size in sizes) + self.spacing() * (len(line) - 1)
            x = room.x() + max(0, room.width() - taken) * self._right
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self.spacing()
            y += max(size.height() for size in sizes) + self._apart
        return max(0, y - self._apart - rect.y()) + self.contentsMargins().bottom()


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the size of an item: one that can be narrower takes no more than `width`, and is higher where it can."""
    size = item.sizeHint()
    if size.width() > width and item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return size.boundedTo(QSize(max(width, item.minimumSize().width()), size.height()))


def keep_lines(widget: QWidget) -> None:
    """Let a widget be no lower than its lines need in its width: where room lacks, what scrolls gives way."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        widget.setMinimumHeight(layout.totalHeightForWidth(widget.width()))


def clear(layout: QLayout) -> None:
    """Take all widgets of a layout out of sight and out of the program."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
