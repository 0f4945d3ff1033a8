"""A large button for those who arrive: what it does, and what that is for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.look.icons import IconLabel
from ui.look.plain import Label, PushButton
from ui.look.theme import Role, distance, dress


class Card(PushButton):
    """A button that is as large as what stands inside it."""

    def __init__(self) -> None:
        """Begin with nothing inside."""
        super().__init__()
        dress(self, Role.DOOR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """Ask for the room of what is inside."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need the room of what is inside."""
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


class Door(Card):
    """A large button: what it does, and in smaller words what that is for."""

    def __init__(self, icon_name: str, title: str, text: str) -> None:
        """Say `title` and, below it, `text`; both in the person's language."""
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        heading = Label(title)
        dress(heading, Role.HEADING)
        below = Label(text)
        below.setWordWrap(True)
        dress(below, Role.QUIET)
        mark = IconLabel(icon_name, QPalette.ColorRole.Link, scale=1.6)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(below)
        row = QHBoxLayout(self)
        margin = distance(1.5, self)
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(margin)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for each in (heading, below, mark):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
