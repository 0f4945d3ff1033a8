"""The editor of a reference to another record: found by typing, with ways to open it and to make a new one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.records.catalog import FieldInfo
from app.words.folding import fold
from app.words.problems import Problem
from app.words.words import Words, mark
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.editors.own_undo import give_text
from ui.form.editors.picking import Option, PickLine
from ui.look.hints import let_write, say_hint
from ui.look.icons import icon
from ui.look.lines import let_clear
from ui.look.plain import ToolButton, set_tip

PATIENCE = 120
UNNAMED = "…"
"""What stands for the title of a record until it is read, and of one that is no more."""


def can_create(info: FieldInfo, desk: Desk) -> bool:
    """Tell whether a record can be made on the way, of the kind that a field refers to."""
    kind = desk.catalog[info.target] if desk.references is not None and info.target else None
    return kind is not None and not kind.read_only


def say_creating(text: str, words: Words) -> str:
    """Return the words of the line that makes a new record, begun with `text`."""
    return words("Crear «{text}»", text=text) if text else words("Crear…")


def unknown(text: str, *, can_create: bool) -> Problem:
    """Return what is said of a text that stands for no record; a list is not spoken of, since none may be seen."""
    chosen = mark("Elíjalo mientras lo escribe, o borre el texto.")
    hint = mark("Elíjalo o créelo mientras lo escribe, o borre el texto.") if can_create else chosen
    return Problem(mark("Falta elegir qué es «{text}»."), hint, values={"text": text})


class ReferenceEditor(Editor):
    """One record of another entity."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(info, desk, parent)
        self.line = PickLine(self.offer, patience=PATIENCE, pausing=desk.pausing, last=self.say_creating)
        let_clear(self.line, self.words)
        say_hint(self.line, self.words("Escriba para buscar"))
        self.opening = self._button("arrow-square-out", self.words("Abrir"))
        self.creating = self._button("plus", self.words("Crear"))
        self._id: str | None = None
        self._shown = ""
        self._left = ""
        self._unnamed = False
        self._name = desk.pausing(self._show_title, self)
        self._recognise = desk.pausing(self._take_named, self)
        self.enter_by(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.opening)
        row.addWidget(self.creating)
        self.line.picked.connect(self._on_picked)
        self.line.none_meant.connect(lambda _text: self._create())
        self.line.textChanged.connect(self._on_text)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.settle)
        self.opening.clicked.connect(self._open)
        self.creating.clicked.connect(self._create)
        self._on_text()

    def buttons(self) -> Sequence[QWidget]:
        """Return those that open the record and make a new one."""
        return (self.opening, self.creating)

    def offer(self, text: str) -> Sequence[Option]:
        """Return the records that `text` may mean."""
        if self.desk.references is None or not self.info.target:
            return ()
        wanted = "" if text == self._shown else text
        found = self.desk.references.choose(self.info.target, wanted)
        return [Option(each.id, each.title, each.detail) for each in found]

    def say_creating(self, text: str) -> str:
        """Return the words of the line that makes a new record of what is typed; empty where none can be made."""
        if not can_create(self.info, self.desk):
            return ""
        return say_creating("" if text == self._shown else text, self.words)

    def value(self) -> object:
        """Return the key of the record; None for none or while what is typed is not picked."""
        return self._id if self.line.text().strip() == self._shown else None

    def set_value(self, value: object, title: str = "") -> None:
        """Show the title of the record with the key `value`; where it says little, soon with what tells more."""
        self._set(str(value) if value else None, title or None)
        if title and self.info.target and self.desk.catalog[self.info.target].says_little:
            self._name_again()

    def written(self) -> Written:
        """Return which record it is and, once somebody types over its title, the text."""
        text = self.line.text()
        typed = None if text.strip() == self._shown else text
        return Written(self._id, typed, "" if self._unnamed else self._shown)

    def put(self, written: Written) -> None:
        """Show a record and what was typed over its title."""
        self._set(str(written.value) if written.value else None, written.title or None)
        if isinstance(written.typed, str):
            self.line.setText(written.typed)

    def problem(self) -> Problem | None:
        """Say that what is typed has not been picked."""
        text = self.line.text().strip()
        if not text or text == self._shown:
            return None
        return unknown(text, can_create=can_create(self.info, self.desk))

    def set_read_only(self, read_only: bool) -> None:
        """Keep the way to open the record."""
        let_write(self.line, writes=not read_only)
        let_clear(self.line, self.words, clears=not read_only)
        self._on_text()

    def settle(self) -> None:
        """Take what was typed when it names one record and no other, as soon as the records can be asked for.

        While the list is unfolded the person is still choosing.
        """
        if self.line.popup.isVisible():
            return
        self._left = self.line.text().strip()
        if self._left and self._left != self._shown:
            self._recognise()
            return
        if not self._left:
            self._set(None, None)
        self.settled.emit()

    def _take_named(self) -> None:
        text = self._left
        if self.line.text().strip() != text or text == self._shown:
            return  # the person has gone on since
        named = [option for option in self.offer(text) if fold(option.label) == fold(text)]
        if len(named) == 1:
            self._take(named[0])
            self.changed.emit()
        self.settled.emit()

    def _set(self, id: str | None, title: str | None) -> None:
        """Show the record `id`, none for None; without its title, that is read as soon as it can be."""
        self._id = id
        self._unnamed = id is not None and title is None
        self._show(title or "" if not self._unnamed else UNNAMED)
        self.line.fold()
        if self._unnamed:
            self._name()

    def _show_title(self) -> None:
        if self._id is None or not self._unnamed:
            return
        self._unnamed = False
        title = self._title(self._id)
        if self.line.text() == self._shown:
            self._show(title)
        else:
            self._shown = title  # what the person is writing over it stays

    def _show(self, text: str) -> None:
        self._shown = text
        give_text(self.line, text)
        self._on_text()

    def _title(self, id: str) -> str:
        if self.desk.references is None or not self.info.target:
            return id
        return self.desk.references.titles(self.info.target, [id]).get(id, UNNAMED)

    def _button(self, name: str, text: str) -> ToolButton:
        button = ToolButton()
        button.setIcon(icon(name))
        set_tip(button, text)
        button.setAccessibleName(text)
        return button

    def _on_text(self) -> None:
        linked = self.value() is not None and self.desk.references is not None
        self.opening.setVisible(linked)
        self.creating.setVisible(not linked and can_create(self.info, self.desk) and not self.line.isReadOnly())

    def _on_edited(self) -> None:
        self.changed.emit()

    def _take(self, option: Option) -> None:
        """Show the record of `option`, and what tells it from its namesakes as soon as that can be read."""
        self._set(option.value, option.label)
        self._name_again()

    def _name_again(self) -> None:
        self._unnamed = True
        self._name()

    def _on_picked(self, option: Option) -> None:
        self._take(option)
        self.changed.emit()
        self.settled.emit()

    def _open(self) -> None:
        if self.desk.references is not None and self.info.target and self._id is not None:
            self.desk.references.open(self.info.target, self._id)

    def _create(self) -> None:
        if self.desk.references is not None and self.info.target:
            text = self.line.text().strip()
            self.desk.references.create(self.info.target, "" if text == self._shown else text, self._take_new)

    def _take_new(self, id: str) -> None:
        self._set(id, None)
        self.changed.emit()
        self.settled.emit()
