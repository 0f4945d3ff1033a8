"""Above the form of a new meeting: the offer to begin it from the last of its body."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.meetings import Beginning
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.elided import ElidedLabel
from ui.look.plain import set_tip
from ui.look.theme import Role


class BeginningStrip(QWidget):
    """A line with its button; hidden while there is no earlier meeting."""

    taken = Signal()
    """The person wants to begin from the last one."""
    left = Signal()
    """The person does not want its agenda after all."""

    def __init__(self, words: Words) -> None:
        """Begin with nothing to offer."""
        super().__init__()
        self.words = words
        self.text = ElidedLabel()
        self.taking = text_button(words("Empezar desde ella"), "copy", self.taken.emit)
        self.leaving = text_button(words("No copiar los puntos"), "", self.left.emit, Role.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.taking)
        row.addWidget(self.leaving)
        self.hide()

    def offer(self, last: Beginning | None) -> None:
        """Offer to begin from `last`, or nothing."""
        if last is not None:
            self._say(self.words("La última de esta instancia: {meeting}", meeting=last.title), copying=False)
        self.setVisible(last is not None)

    def tell_copying(self, last: Beginning) -> None:
        """Say what comes with the meeting when it is saved."""
        items = len(last.items.added)
        said = self.words.plural(
            "Al guardar se copia {count} punto del orden del día de {meeting}, sin su acta.",
            "Al guardar se copian {count} puntos del orden del día de {meeting}, sin su acta.",
            items,
            meeting=last.title,
        )
        self._say(said, copying=True)
        self.setVisible(bool(items))

    def _say(self, text: str, *, copying: bool) -> None:
        self.text.setText(text)
        set_tip(self.text, text)
        self.taking.setVisible(not copying)
        self.leaving.setVisible(copying)
