"""The choice between what a person wrote and what another operation stored meanwhile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.records.conflicts import Conflict, Meanwhile
from app.words.fields import Kind, RecordKey
from app.words.values import show_value
from app.words.words import Words
from ui.form.editors.editor import Desk
from ui.look.plain import Label, RadioButton
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress

LONGEST = 400
"""Characters of a value that are shown: enough to see where two long texts part."""


class Side(Enum):
    """What a person keeps: what they wrote themselves, or what is stored now."""

    MINE = 0
    THEIRS = 1


Decide = Callable[[Side], object]


@dataclass(frozen=True, slots=True)
class Option:
    """One side of the choice: what it is called, and its value as people write it."""

    label: str
    value: str = ""


def _decide_nothing(side: Side) -> None:
    pass


class _Value(Label):
    """The value of an option; a press on it is one on the option."""

    def __init__(self, button: RadioButton) -> None:
        super().__init__()
        self._button = button
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the option."""
        self._button.click()
        event.accept()


class ConflictBox(QFrame):
    """Says what happened meanwhile and offers both sides; hidden while there is nothing to choose."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.words = words
        self.buttons = (RadioButton(), RadioButton())
        self._group = QButtonGroup(self)
        self._decide: Decide = _decide_nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, distance(0.5, self), 0, distance(0.5, self))
        self._column.setSpacing(2)
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
            self._column.addWidget(button)
        self._group.idClicked.connect(lambda number: self._decide(Side(number)))
        self.hide()

    @cached_property
    def said(self) -> Label:
        """What happened, above the two; its words are made with the first question, which most fields never ask.

        The buttons are there from the beginning, or they would not have their place for Tab.
        """
        said = Label(wraps=True)
        dress(said, Role.CAUTION)
        self._column.insertWidget(0, said)
        return said

    @cached_property
    def values(self) -> tuple[Label, ...]:
        """What either side holds, below its button; made with the first question too."""
        values = tuple(_Value(button) for button in self.buttons)
        for button, value in zip(self.buttons, values, strict=True):
            value.setIndent(distance(3, self))
            self._column.insertWidget(self._column.indexOf(button) + 1, value)
        return values

    def ask(self, said: str, mine: Option, theirs: Option, decide: Decide = _decide_nothing) -> None:
        """Say what happened and offer the two sides, neither of them chosen yet; `decide` is told each choice."""
        self._decide = decide
        self._group.setExclusive(False)
        for button, value, option in zip(self.buttons, self.values, (mine, theirs), strict=True):
            button.setChecked(False)
            button.setText(option.label)
            button.setAccessibleName(f"{option.label} {option.value}".strip())
            button.setAccessibleDescription(said)
            value.setText(option.value)
            value.setVisible(bool(option.value))
        self._group.setExclusive(True)
        self.said.setText(said)
        self.show()
        QTimer.singleShot(0, self, self._come_into_view)  # once it has its place
        say_aloud(self.said, said)

    def _come_into_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.isVisible():
            area.ensureWidgetVisible(self, 24, 24)

    @property
    def side(self) -> Side | None:
        """What is chosen; None while nothing is, or nothing is offered."""
        number = self._group.checkedId()
        return None if self.isHidden() or number < 0 else Side(number)

    @property
    def waiting(self) -> bool:
        """Whether a choice is offered and none is made."""
        return not self.isHidden() and self.side is None

    def choose(self, side: Side) -> None:
        """Choose a side, as a press on it does."""
        self.buttons[side.value].click()


def ask_about(box: ConflictBox, conflict: Conflict, entity: str, desk: Desk, decide: Decide) -> None:
    """Offer in `box` the two sides of a conflict about a record of `entity` or one of its fields."""
    words = desk.words
    said = words(conflict.kind.value, label=words(conflict.label))
    if conflict.kind is Meanwhile.REMOVED:
        box.ask(said, Option(words("Traer de nuevo")), Option(words("Dejar fuera")), decide)
        return
    theirs = say_values(entity, conflict.theirs, desk)
    if conflict.kind is Meanwhile.CHANGED_WHAT_IS_REMOVED:
        box.ask(said, Option(words("Quitar de todos modos")), Option(words("Dejar lo que hay ahora:"), theirs), decide)
        return
    mine, theirs = shortened(say_values(entity, conflict.mine, desk), theirs)
    box.ask(said, Option(words("Suyo:"), mine), Option(words("Ahora en el archivo:"), theirs), decide)


def say_values(entity: str, values: Mapping[str, object], desk: Desk) -> str:
    """Return values as people write them, those of several fields beside each other; a dash for nothing."""
    info = desk.catalog[entity]
    said = []
    for name, value in values.items():
        each = info.field(name)
        if value is not None and each.field.kind is Kind.REFERENCE and desk.references is not None:
            said.append(desk.references.titles(each.target, [str(value)]).get(str(value), ""))
        elif isinstance(value, RecordKey) and desk.references is not None:
            said.append(desk.references.titles(value.entity, [value.id]).get(value.id, value.called))
        else:
            said.append(show_value(each.field, value, desk.words))
    return " · ".join(each or "—" for each in said)


def shortened(mine: str, theirs: str) -> tuple[str, str]:
    """Return two long texts from a little before where they part, at most LONGEST characters of each."""
    if max(len(mine), len(theirs)) <= LONGEST:
        return mine, theirs
    parting = next((at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other), 0)
    start = max(0, parting - LONGEST // 4)
    return _cut(mine, start), _cut(theirs, start)


def _cut(text: str, start: int) -> str:
    before, after = "…" if start else "", "…" if len(text) > start + LONGEST else ""
    return f"{before}{text[start : start + LONGEST]}{after}"
