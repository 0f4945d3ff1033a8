"""The line that stands above what an approved acta says: that it is only read, why, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.records.reading import Record
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.theme import Role, dress


class SealLine(QFrame):
    """A line with a lock, hidden while no approved acta says anything of what is shown below it."""

    reopening = Signal()
    """The person wants to reopen the acta, or to go where that is done."""

    def __init__(self, words: Words, said: str, parent: QWidget | None = None) -> None:
        """Say `said`, in the language of the window, of what is sealed."""
        super().__init__(parent)
        self.words = words
        self.mark = IconLabel("lock-simple")
        self.said = Label(said, wraps=True)
        dress(self.said, Role.QUIET)
        self.reopen = text_button(words("Reabrir…"), "", self.reopening.emit, Role.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.said, 1)
        row.addWidget(self.reopen)
        self.hide()

    def show_record(self, record: Record | None) -> str:
        """Show itself where an approved acta says something of `record`, and return what it says; empty elsewhere."""
        sealed = record is not None and record.seal is not None
        self.setVisible(sealed)
        return self.said.text() if sealed else ""
