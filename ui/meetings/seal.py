"""What stands above a part of a meeting whose acta is approved: that it is only read, why, and the way to reopen it."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.records.reading import Record
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.icons import IconLabel
from ui.look.plain import Label
from ui.look.theme import Role, dress

CLOSED = "closed"
"""The state of a meeting whose acta is approved."""


@runtime_checkable
class Sealing(Protocol):
    """A part of a meeting that is only read while its acta is approved, and says so."""

    sealing: "SealLine"


def is_sealed(meeting: Record) -> bool:
    """Tell whether the acta of a meeting is approved, so that what it says is not changed."""
    return meeting.values.get("state") == CLOSED


class SealLine(QFrame):
    """A line above a part, hidden while the acta is not approved."""

    reopening = Signal()
    """The person wants to reopen the acta."""

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

    def show_meeting(self, meeting: Record) -> bool:
        """Show itself where the acta of `meeting` is approved, and tell whether it is."""
        sealed = is_sealed(meeting)
        self.setVisible(sealed)
        return sealed
