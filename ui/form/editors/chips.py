"""Editors of several values at once, each a chip that can be taken away: languages and links to records."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.records.catalog import FieldInfo
from app.words.problems import Problem
from app.words.values.choices import show_choice
from app.words.words import Words
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.editors.picking import Option, PickLine
from ui.form.editors.reference import UNNAMED, can_create, say_creating, unknown
from ui.form.editors.suggesting import language_options, matching
from ui.look.elided import ElidedButton, ElidedLabel
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.menus import ContextMenu, Entry, Offer, offers_of
from ui.look.plain import Label, PushButton, ToolButton, set_tip
from ui.look.theme import Role, dress


class Chip(QFrame):
    """One value in words, with the button that takes it away, and one that opens it where there is what to open."""

    def __init__(self, words: Words, text: str, *, opens: bool = False) -> None:
        """Show `text`; with `opens` it is a button."""
        super().__init__()
        dress(self, Role.CHIP)
        self.words = words
        self.text: Label | PushButton = ElidedButton() if opens else ElidedLabel()
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if opens:
            dress(self.text, Role.LINK)
        self.removing = ToolButton()
        self.removing.setIcon(icon("x"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        row.addWidget(self.text)
        row.addWidget(self.removing)
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text`, also as what the button takes away."""
        self.text.setText(text)
        set_tip(self.text, text)
        set_tip(self.removing, self.words("Quitar {name}", name=text))
        self.removing.setAccessibleName(self.words("Quitar {name}", name=text))


class ChipsEditor(Editor):
    """Several values as chips, and a line to add another."""

    patience = 0

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(info, desk, parent)
        self.values: list[str] = []
        self.chips: list[Chip] = []
        self.line = PickLine(self.offer, patience=self.patience, pausing=desk.pausing, last=self.say_creating)
        self._read_only = False
        self._entered = ""
        self._take = desk.pausing(self._take_first, self)
        self.line.setPlaceholderText(self.words("Agregar…"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.picked.connect(self._on_picked)
        self.line.none_meant.connect(self.begin_new)
        self.line.returnPressed.connect(self._on_return)
        self.line.editingFinished.connect(self.settled)
        self.enter_by(self.line)
        self._flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._flow)
        column.addWidget(self.line)

    def offer(self, text: str) -> Sequence[Option]:
        """Return what `text` may mean, less what is already there."""
        raise NotImplementedError

    def labels(self, values: Sequence[str]) -> Sequence[str]:
        """Return what each value is called."""
        raise NotImplementedError

    def open_value(self, value: str) -> None:
        """Show what the chip stands for."""

    def say_creating(self, text: str) -> str:
        """Return the words of the line that makes a new value of what is typed; empty where none can be made."""
        return ""

    def begin_new(self, text: str) -> None:
        """Let the person make a new value, begun with `text`."""

    @property
    def opens(self) -> bool:
        """Whether a chip can be opened."""
        return False

    def written(self) -> Written:
        """Return the values and what is typed to add another."""
        return Written(self.value(), self.line.text().strip() or None)

    def put(self, written: Written) -> None:
        """Show values and what was typed to add another."""
        self.set_value(written.value)
        if isinstance(written.typed, str):
            self.line.setText(written.typed)

    def problem(self) -> Problem | None:
        """Say that what is typed has not been picked."""
        text = self.line.text().strip()
        if not text:
            return None
        return unknown(text, can_create=bool(self.say_creating(text)))

    def set_read_only(self, read_only: bool) -> None:
        """Take the line and the buttons away, also of what is shown later."""
        self._read_only = read_only
        self.line.setVisible(not read_only)
        for chip in self.chips:
            chip.removing.setVisible(not read_only)

    def add(self, value: str) -> None:
        """Add a value, once."""
        if value not in self.values:
            self._show([*self.values, value])
            self.changed.emit()
            self.settled.emit()

    def remove(self, value: str) -> None:
        """Take a value away."""
        self._show([each for each in self.values if each != value])
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self.settled.emit()

    def _show(self, values: list[str]) -> None:
        for chip in self.chips:
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.values = values
        self.chips = [self._make_chip(value, label) for value, label in zip(values, self.labels(values), strict=True)]
        for chip in self.chips:
            self._flow.addWidget(chip)
        self.updateGeometry()

    def _make_chip(self, value: str, label: str) -> Chip:
        chip = Chip(self.words, label, opens=self.opens)
        if self._read_only:
            chip.removing.hide()
        chip.removing.clicked.connect(partial(self.remove, value))
        if isinstance(chip.text, PushButton):
            chip.text.clicked.connect(partial(self.open_value, value))
        ContextMenu(chip, partial(self._offers, chip))
        return chip

    def _offers(self, chip: Chip) -> Sequence[Entry]:
        """Return what can be done with a value."""
        opening = Offer(self.words("Abrir"), chip.text.click) if isinstance(chip.text, PushButton) else None
        return (*([opening] if opening else []), *offers_of(chip.removing))

    def _on_picked(self, option: Option) -> None:
        self.line.clear()
        self.line.fold()
        self.add(option.value)

    def _on_return(self) -> None:
        self._entered = self.line.text().strip()
        self._take()

    def _take_first(self) -> None:
        text = self.line.text().strip()
        found = self.offer(text) if text and text == self._entered else ()
        if found:
            self._on_picked(found[0])


class CodesEditor(ChipsEditor):
    """Several fixed values, stored as "es,pt"."""

    def value(self) -> object:
        """Return the codes with commas between them; None for none."""
        return ",".join(self.values) or None

    def set_value(self, value: object, title: str = "") -> None:
        """Show what the codes of `value` mean."""
        self.line.clear()
        self._show([code for code in str(value or "").split(",") if code])

    def options(self) -> Sequence[Option]:
        """Return all that can be chosen."""
        raise NotImplementedError

    def offer(self, text: str) -> Sequence[Option]:
        """Return what `text` may mean."""
        return matching((each for each in self.options() if each.value not in self.values), text)


class LanguagesEditor(CodesEditor):
    """Languages by their codes."""

    def options(self) -> Sequence[Option]:
        """Return the languages that CLDR names."""
        return language_options(self.words)

    def labels(self, values: Sequence[str]) -> Sequence[str]:
        """Return the names of the languages."""
        return [self.words.language_name(code) for code in values]


class ChoicesEditor(CodesEditor):
    """Several of the choices that the field declares."""

    def options(self) -> Sequence[Option]:
        """Return the choices in the order of their declaration."""
        return [Option(str(each.value), self.words(each.label)) for each in self.info.field.choices or ()]

    def labels(self, values: Sequence[str]) -> Sequence[str]:
        """Return the labels of the choices."""
        return [show_choice(value, self.info.field.choices, self.words) for value in values]


class LinksEditor(ChipsEditor):
    """Links to several records of one entity."""

    patience = 120

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(info, desk, parent)
        self._titles: Mapping[str, str] = {}
        self._name = desk.pausing(self._name_chips, self)

    def value(self) -> object:
        """Return the keys in the order of their chips."""
        return tuple(self.values)

    def set_value(self, value: object, title: str = "") -> None:
        """Show the records whose keys `value` holds."""
        self.line.clear()
        self._show([str(each) for each in value] if isinstance(value, tuple | list) else [])

    def offer(self, text: str) -> Sequence[Option]:
        """Return the records that `text` may mean."""
        if self.desk.references is None or not self.info.target:
            return ()
        found = self.desk.references.choose(self.info.target, text)
        return [Option(each.id, each.title, each.detail) for each in found if each.id not in self.values]

    def labels(self, values: Sequence[str]) -> Sequence[str]:
        """Return the titles of the records, as far as they are read."""
        if self.desk.references is None or not self.info.target:
            return list(values)
        return [self._titles.get(value, UNNAMED) for value in values]

    def open_value(self, value: str) -> None:
        """Show the record in its room."""
        if self.desk.references is not None and self.info.target:
            self.desk.references.open(self.info.target, value)

    def say_creating(self, text: str) -> str:
        """Return the words of the line that makes a new record; empty where none can be made."""
        return say_creating(text, self.words) if can_create(self.info, self.desk) else ""

    def begin_new(self, text: str) -> None:
        """Let the person make a record, which becomes a chip."""
        if self.desk.references is not None and self.info.target:
            self.desk.references.create(self.info.target, text, self._take_new)

    @property
    def opens(self) -> bool:
        """Whether there are rooms to open records in."""
        return self.desk.references is not None

    def _take_new(self, key: str) -> None:
        self.line.clear()
        self.line.fold()
        self.add(key)

    def _show(self, values: list[str]) -> None:
        super()._show(values)
        self._name()

    def _name_chips(self) -> None:
        if self.desk.references is None or not self.info.target or not self.values:
            return
        self._titles = self.desk.references.titles(self.info.target, list(self.values))
        for chip, label in zip(self.chips, self.labels(self.values), strict=True):
            chip.say(label)
