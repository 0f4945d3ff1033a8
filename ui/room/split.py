"""A list above and, below it, the record of its current line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget

from ui.look.plain import Label
from ui.look.scroll import UpAndDown
from ui.look.theme import Role, dress

TABLE = 6
"""Lines of text that the list is at least as high as: its headings, and a few of its own."""
DETAIL = 7
"""Lines of text that the record below it is at least as high as."""


class ListAndDetail(QSplitter):
    """The two, with a border that can be moved; without a current line the lower half says what to do."""

    def __init__(
        self,
        table: QAbstractItemView,
        detail: QWidget,
        hint: str,
        *,
        parent: QWidget | None = None,
        shares: tuple[int, int] = (2, 3),
        least: tuple[int, int] = (TABLE, DETAIL),
    ) -> None:
        """Show `detail` below `table`; `hint`, in the person's language, stands there while no line is current.

        `least` are the lines of text that the two are at least as high as. With `parent` it stands there before it
        takes the two: each time that a widget comes into another, Qt dresses anew all that is in it.
        """
        super().__init__(Qt.Orientation.Vertical, parent)
        self._table = table
        self._hint = Label(hint)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self._hint, Role.QUIET)
        self._below = QStackedWidget()
        area = UpAndDown()
        self.addWidget(table)
        self.addWidget(self._below)  # while it is empty: Qt dresses anew all that comes with it
        self._below.addWidget(self._hint)
        self._below.addWidget(area)
        area.setWidget(detail)
        self.setChildrenCollapsible(False)
        for at, share in enumerate(shares):
            self.setStretchFactor(at, share)
        self.setSizes([share * 1000 for share in shares])
        line = self.fontMetrics().lineSpacing()
        table.setMinimumHeight(line * least[0])
        self._below.setMinimumHeight(line * least[1])

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed: it takes all the room there is."""
        return self.minimumSizeHint()

    def show_detail(self, shown: bool) -> None:
        """Show the record, or the hint; nothing while the list is empty."""
        self._below.setCurrentIndex(1 if shown else 0)
        self._below.setVisible(shown or self._table.model().rowCount() > 0)
