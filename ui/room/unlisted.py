"""The line above a list that says why the record shown beside it is not in it."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress


class Absence(Enum):
    """Why a record that is shown is not listed: the icon and the words for it."""

    FILTERED = ("funnel-simple", mark("El filtro de la lista no deja ver esta ficha."))
    GONE = ("trash", mark("Esta ficha se eliminó: ya no está en la lista."))


class UnlistedLine(QFrame):
    """Says it in words, and offers to put the filter away where that is what hides the record."""

    removing = Signal()
    """The person wants to see the list without filters."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.words = words
        self.absence: Absence | None = None
        self.mark = IconLabel("funnel-simple")
        self.text = Label(wraps=True)
        self.button = text_button(words("Quitar filtros"), "", self.removing.emit, Role.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(1, self), distance(0.5, self), distance(0.5, self), distance(0.5, self))
        row.setSpacing(distance(1, self))
        row.addWidget(self.mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        dress(self, Role.CARD)
        self.hide()

    def tell(self, absence: Absence | None) -> None:
        """Say why the record is not listed, also to whoever listens with a screen reader; nothing for None."""
        if absence is self.absence:
            return
        self.absence = absence
        self.setVisible(absence is not None)
        if absence is not None:
            name, text = absence.value
            self.mark.show_icon(name)
            self.text.setText(self.words(text))
            self.button.setVisible(absence is Absence.FILTERED)
            say_aloud(self.text, self.text.text())
