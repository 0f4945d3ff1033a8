"""A layout that sets fields side by side where they fit, and on further lines where they do not."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Columns(QLayout):
    """Items share each line in proportion to their weights; an item that finds no room begins a new line."""

    def __init__(self, *, spacing: int) -> None:
        """Leave `spacing` pixels between items."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._weights: list[int] = []
        self._next_weight = 1
        self._least: list[QSize] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, weight: int) -> None:
        """Put `widget` at the end; of two widgets the one with twice the weight is twice as wide."""
        self._next_weight = max(1, weight)
        self.addWidget(widget)

    def add_layout(self, layout: QLayout, weight: int) -> None:
        """Put what `layout` lays out at the end, as one item of `weight`."""
        self._next_weight = max(1, weight)
        self.addChildLayout(layout)
        self.addItem(layout)

    def addItem(self, item: QLayoutItem) -> None:
        """Put `item` at the end."""
        self._items.append(item)
        self._weights.append(self._next_weight)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out; None past the end."""
        if not 0 <= index < len(self._items):
            return None
        self._weights.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more height than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower layout is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that `width` makes."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Ask the items anew."""
        self._least = []
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Set the items inside `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items on one line."""
        width = sum(item.sizeHint().width() for item in self._items) + self.spacing() * max(0, len(self._items) - 1)
        return QSize(width, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for least in self._least_sizes():
            size = size.expandedTo(least)
        return size

    def _least_sizes(self) -> list[QSize]:
        """Return the least size of each item; they are asked often, and answer the same until something changes."""
        if len(self._least) != len(self._items):
            self._least = [item.minimumSize() for item in self._items]
        return self._least

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        used = 0
        for number, least in enumerate(self._least_sizes()):
            wanted = least.width()
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(number)
            used += wanted + self.spacing()
        return lines

    def _widths(self, line: list[int], width: int) -> list[int]:
        """Share the room by weight, and give no item less than it needs."""
        room = width + self.spacing()  # each item with the space after it, so that lines of several counts align
        least = [self._least_sizes()[number].width() for number in line]
        weights = [self._weights[number] for number in line]
        shares = [room * weight // sum(weights) - self.spacing() for weight in weights]
        short = sum(max(0, need - share) for need, share in zip(least, shares, strict=True))
        spare = sum(max(0, share - need) for need, share in zip(least, shares, strict=True))
        kept = 1 - short / spare if spare else 1.0
        return [
            need if share <= need else need + int((share - need) * kept)
            for need, share in zip(least, shares, strict=True)
        ]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            height = max((self._height(number, width) for number, width in zip(line, widths, strict=True)), default=0)
            x = rect.x()
            for number, width in zip(line, widths, strict=True):
                if move:
                    self._items[number].setGeometry(QRect(x, y, width, height))
                x += width + self.spacing()
            y += height + self.spacing() // 2
        return y - self.spacing() // 2 - rect.y()

    def _height(self, number: int, width: int) -> int:
        item = self._items[number]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
