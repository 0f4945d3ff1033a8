"""Editors in which a value is typed on one line and read when the person leaves it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.records.catalog import FieldInfo
from app.words.fields import Kind
from app.words.problems import Problem
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.editors.own_undo import give_text
from ui.look.hints import let_write

SHORT = frozenset(
    {
        Kind.INTEGER,
        Kind.NUMERAL,
        Kind.DECIMAL,
        Kind.PERCENT,
        Kind.DEGREES,
        Kind.DATE,
        Kind.PARTIAL_DATE,
        Kind.TIME,
        Kind.MOMENT,
    }
)
"""The kinds whose texts are never longer than a short line."""


class TypedEditor(Editor):
    """Text, numbers, times, phones, e-mails and addresses: what is typed is read by the rules of its kind."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(info, desk, parent)
        self.line = self._make_line()
        self._value: object = None
        self._shown = ""
        self.enter_by(self.line)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.line)
        if info.field.kind in SHORT:
            self.line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.row.addStretch(1)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.settle)

    def _make_line(self) -> QLineEdit:
        return QLineEdit()

    def value(self) -> object:
        """Return what was typed, read; what nobody has touched is given back exactly as it was set."""
        return self._reading()[0]

    def set_value(self, value: object, title: str = "") -> None:
        """Show `value` in the manner of its kind."""
        self._value = value
        self._shown = "" if value is None else self.shown(value)
        give_text(self.line, self._shown)

    def written(self) -> Written:
        """Return the value and, once somebody types over it, the text."""
        text = self.line.text()
        return Written(self._value, None if text.strip() == self._shown else text)

    def put(self, written: Written) -> None:
        """Show a value and what was typed over it."""
        self.set_value(written.value)
        if isinstance(written.typed, str):
            self.line.setText(written.typed)

    def problem(self) -> Problem | None:
        """Say why what is typed cannot be read."""
        return self._reading()[1]

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text selectable."""
        let_write(self.line, writes=not read_only)

    def settle(self) -> None:
        """Write what was typed in its usual form (a phone in international form, a date as 18/06/2008)."""
        value, problem = self._reading()
        if problem is None:
            self.set_value(value)
        self.settled.emit()

    def _reading(self) -> tuple[object, Problem | None]:
        text = self.line.text().strip()
        if text == self._shown:
            return self._value, None
        return self.read(text) if text else (None, None)

    def _on_edited(self) -> None:
        self.changed.emit()
