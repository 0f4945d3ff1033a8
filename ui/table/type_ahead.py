"""Going to a row by typing how it begins, in the whole of a list, however long it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.words.folding import fold
from ui.work.pause import Pausing

if TYPE_CHECKING:
    from ui.table.reading_view import ReadingView


class TypeAhead(QObject):
    """What is typed in quick succession is one beginning; the same letter again goes to the next row with it."""

    def __init__(self, view: "ReadingView", pausing: Pausing) -> None:
        """Go to rows of `view`; `pausing` makes of the looking one that waits while something is being written."""
        super().__init__(view)
        self._view = view
        self._typed = ""
        self._at = -1
        self._look = pausing(self._look_now, self)
        pace = QGuiApplication.styleHints().keyboardInputInterval()
        self._pace = QTimer(self, singleShot=True, interval=pace)

    def take(self, letters: str) -> None:
        """Look for the first row that begins with what is typed, from the one with the keyboard on and round again."""
        self._typed = self._typed + letters if self._pace.isActive() else letters.lstrip()
        if self._typed:
            self._at = self._view.currentIndex().row()
            self._pace.start()
            self._look()

    def _look_now(self) -> None:
        if self._at != self._view.currentIndex().row():
            return  # the person has gone elsewhere since
        typed = fold(self._typed)
        again = len(set(typed)) == 1
        start = self._at + 1 if again else max(self._at, 0)
        find = partial(self._view.rows.find, typed[0] if again else typed, self._column(), start)
        if self._view.runner is None:
            self._go(find())
            return
        title = self._view.words("Buscando en la lista")
        self._view.runner.run(find, self._go, title=title, topic=f"typed {id(self)}")

    def _go(self, key: str | None) -> None:
        rows = self._view.rows
        if key is not None and key in rows.ids and self._at == self._view.currentIndex().row():
            self._view.setCurrentIndex(rows.index(rows.ids.index(key), self._column()))

    def _column(self) -> int:
        """Return the column by which the list is ordered, when it is shown, else the first one that is."""
        order = self._view.rows.query.order if self._view.rows.query is not None else ()
        header = self._view.horizontalHeader()
        shown = [at for place in range(header.count()) if not header.isSectionHidden(at := header.logicalIndex(place))]
        ordered = [at for at in shown if order and self._view.rows.columns[at].name == order[0].field]
        return next(iter([*ordered, *shown]), 0)
