"""What is said beside a field and hinders nothing, with links to the records that it names."""

from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words.problems import Named, Problem
from app.words.words import Words
from ui.look.icons import IconLabel
from ui.look.link import Link
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, dress


class HintBox(QWidget):
    """Hints in words, with an icon; hidden while there are none."""

    record_wanted = Signal(str, str)
    """The record (entity, key) that a hint names is to be shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without hints."""
        super().__init__(parent)
        self.words = words
        self.hints: tuple[Problem, ...] = ()
        self.links: list[Link] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.hide()

    @cached_property
    def text(self) -> Label:
        """The words of the hints, made with the first of them: of many fields nothing is ever said."""
        text = Label(wraps=True)
        dress(text, Role.CAUTION)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel("info"), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(text)
        row.addLayout(self._column, 1)
        return text

    def show_hints(self, hints: Sequence[Problem]) -> None:
        """Say `hints`, one paragraph each, and lead to what they name; none hides the box."""
        if tuple(hints) == self.hints:
            return
        self.hints = tuple(hints)
        said = "\n".join(each.say(self.words) for each in self.hints)
        self.text.setText(said)
        for link in self.links:
            link.hide()
            self._column.removeWidget(link)
            link.deleteLater()
        self.links = [self._link(named) for each in self.hints for named in each.named]
        self.setVisible(bool(said))
        if said:
            say_aloud(self.text, said)

    def _link(self, named: Named) -> Link:
        link = Link(named.title, partial(self.record_wanted.emit, named.key.entity, named.key.id))
        self._column.addWidget(link)
        link.show()
        return link
