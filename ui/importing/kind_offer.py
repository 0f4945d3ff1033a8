"""Says that a sheet looks like one of another kind of record than it is taken for, and offers to take it so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.records.catalog import Catalog
from app.words.names import within
from app.words.words import Words
from ui.look.link import Link
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress


class KindOffer(QWidget):
    """A line with a link; hidden while the sheet fits what it is taken for."""

    taken = Signal(str)
    """The sheet is to be taken for one of this kind of record."""

    def __init__(self, words: Words, catalog: Catalog) -> None:
        """Begin with nothing to offer."""
        super().__init__()
        self.words = words
        self.catalog = catalog
        self.said = Label(wraps=True)
        dress(self.said, Role.CAUTION)
        self.link: Link | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(distance(1, self))
        row.addWidget(self.said, 1)
        self.hide()

    def offer(self, now: str, likely: str | None) -> None:
        """Say that a sheet taken for one of `now` looks like one of `likely`; nothing for None."""
        if self.link is not None:
            self.link.hide()
            self._row.removeWidget(self.link)
            self.link.deleteLater()
            self.link = None
        self.setVisible(likely is not None)
        if likely is None:
            return
        said = self.words(
            "La planilla se toma como de {kinds}, pero por sus columnas parece de {others}.",
            kinds=self._many(now),
            others=self._many(likely),
        )
        self.said.setText(said)
        text = self.words("Tomarla como planilla de {kinds}", kinds=self._many(likely))
        self.link = Link(text, lambda: self.taken.emit(likely))
        self._row.addWidget(self.link)
        say_aloud(self.said, said)

    def _many(self, kind: str) -> str:
        return within(self.words(self.catalog[kind].many))
