"""A list above and, below it, the record of its current line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget

from ui.look.plain import Label
from ui.look.scroll import scrolled
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
        shares: tuple[int, int] = (2, 3),
        least: tuple[int, int] = (TABLE, DETAIL),
    ) -> None:
        """Show `detail` below `table`; `hint`, in the person's language, stands there while no line is current.

        `least` are the lines of text that the two are at least as high as.
        """
        super().__init__(Qt.Orientation.Vertical)
        self._table = table
        area = scrolled(detail)
        self._hint = Label(hint)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        dress(self._hint, Role.QUIET)
        self._below = QStackedWidget()
        self._below.addWidget(self._hint)
        self._below.addWidget(area)
        self.addWidget(table)
        self.addWidget(self._below)
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
