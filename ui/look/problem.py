"""What the world has done wrong, said where it matters: a box to stand in a page, and the same in a dialog."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.words.fields import RecordKey
from app.words.problems import Problem
from app.words.words import Words
from ui.look.fitting_dialog import FittingDialog
from ui.look.icons import IconLabel
from ui.look.link import Link
from ui.look.plain import Label, PushButton, set_title
from ui.look.spoken import say_aloud
from ui.look.theme import Role, dress


class ProblemBox(QFrame):
    """Problems in words, with an icon, standing beside what they are about; hidden while there are none.

    Links lead to the records that they name.
    """

    record_wanted = Signal(str, str)
    """The record (entity, key) that a problem names is to be shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without problems."""
        super().__init__(parent)
        self.words = words
        dress(self, Role.PROBLEM)
        self.text = Label(wraps=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.links: list[Link] = []
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning-circle", QPalette.ColorRole.BrightText), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addWidget(self.text)
        row.addLayout(self._column, 1)
        self.hide()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say `problems`, one paragraph each, and lead to what they name; none hides the box."""
        problems = tuple(problems)
        said = "\n".join(problem.say(self.words) for problem in problems)
        self.text.setText(said)
        self._lead_to({each.key: each.say(self.words) for problem in problems for each in problem.named})
        self.setVisible(bool(said))
        self._row.activate()  # what it stands in may ask at once how high it is now
        if said:
            say_aloud(self.text, said)

    def _lead_to(self, named: Mapping[RecordKey, str]) -> None:
        for link in self.links:
            link.hide()
            self._column.removeWidget(link)
            link.deleteLater()
        self.links = [self._link(key, said) for key, said in named.items()]

    def _link(self, key: RecordKey, said: str) -> Link:
        link = Link(said, partial(self.record_wanted.emit, key.entity, key.id))
        self._column.addWidget(link)
        link.show()
        return link


class ProblemDialog(FittingDialog):
    """Problems for which no page is open: why a file could not be opened, and what to do."""

    def __init__(self, words: Words, title: str, problems: Iterable[Problem], parent: QWidget | None = None) -> None:
        """Say `problems` under `title`, which is already in the person's language."""
        super().__init__(parent)
        set_title(self, title)
        heading = Label(title, wraps=True)
        dress(heading, Role.TITLE)
        self.box = ProblemBox(words)
        self.box.show_problems(problems)
        self.box.record_wanted.connect(self.accept)  # what is wanted is seen behind this
        self.closing = PushButton(words("Cerrar"))
        self.closing.setDefault(True)
        self.closing.clicked.connect(self.accept)
        self.content.addWidget(heading)
        self.content.addWidget(self.box)
        self.content.addStretch(1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.closing)
        self.closing.setFocus()
