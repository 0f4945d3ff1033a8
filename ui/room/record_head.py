"""What stands above a record: what it is called, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words.words import Words
from ui.look.actions import command_of
from ui.look.buttons import icon_button, text_button
from ui.look.elided import ElidedLabel
from ui.look.icons import icon
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.theme import Role, distance, dress
from ui.room.bars import MARGIN

LINES = 2
"""On how many lines a title stands at the most: the end of it often tells a record from its namesakes."""


class RecordHead(QHBoxLayout):
    """One line: the title, then the buttons in the order in which they were added."""

    def __init__(self, words: Words, view: QWidget) -> None:
        """Stand above `view`, in the language of `words`."""
        super().__init__()
        self.words = words
        self.heading = ElidedLabel(lines=LINES)
        dress(self.heading, Role.TITLE)
        self.setContentsMargins(MARGIN, distance(1.5, view), distance(1, view), distance(1, view))
        self.setSpacing(distance(0.5, view))
        self.addWidget(self.heading, 1)

    def say(self, title: str) -> None:
        """Show what the record is called; the whole of it is its tip."""
        self.heading.setText(" ".join(title.split()))
        set_tip(self.heading, title)

    def add(self, name: str, text: str, press: Callable[[], object]) -> ToolButton:
        """Add a button of an icon; `text` is its name and its tip."""
        button = icon_button(text, name, press)
        self.addWidget(button)
        return button

    def add_editing(self, press: Callable[[], object]) -> PushButton:
        """Add the button that turns the page into the form."""
        button = text_button(self.words("Editar"), "pencil-simple", press)
        self.addWidget(button)
        return button

    def add_verifying(self, press: Callable[[], object]) -> ToolButton:
        """Add the button that writes that the record was confirmed today."""
        keys = QKeySequence(command_of("verify").shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)
        button = icon_button(self.words("Verificado hoy"), "check-circle", press, keys)
        self.addWidget(button)
        return button

    def offer_editing(self, button: PushButton, *, shown: bool, allowed: bool) -> None:
        """Offer the form where the record can be written, and say why where it cannot."""
        button.setVisible(shown)
        button.setEnabled(allowed)
        why = self.words("Esta lista solo muestra fichas de otras: se editan en la suya.")
        set_tip(button, self.words("Editar (F2)") if allowed else why)

    def say_width(self, button: ToolButton, *, wide: bool) -> None:
        """Say on the button that gives or takes the width what it does now."""
        said = self.words("Mostrar también la lista") if wide else self.words("Usar todo el ancho")
        button.setIcon(icon("arrows-in-simple" if wide else "arrows-out-simple"))
        set_tip(button, said)
        button.setAccessibleName(said)
