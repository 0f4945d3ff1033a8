"""A row of a part as it is seen: a card of two lines of fields, with what is done to it at their right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.words.fields import Kind
from app.words.words import Words
from ui.form.editors.editor import Editor
from ui.look.columns import Columns
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, distance, dress

FEWEST, MOST = 12, 36
"""The letters for which a field asks for room, at the least and at the most; it takes more when there is more."""


class LabelledField(QVBoxLayout):
    """An editor below its label, as wide as the shorter of its values need it: room is counted in letters."""

    def __init__(self, editor: Editor, words: Words) -> None:
        """Say above `editor` what it is for."""
        super().__init__()
        field = editor.info.field
        self.editor = editor
        said = words(field.label)
        self.label = Label(f"{said} *" if field.required else said)
        self.label.setBuddy(editor.input())
        dress(self.label, Role.QUIET)
        set_tip(self.label, words(field.help))
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addWidget(self.label)
        self.addWidget(editor)
        self.addStretch(1)

    def minimumSize(self) -> QSize:
        """Ask for the room of the shorter texts of the field."""
        characters = min(max(self.editor.info.field.width, FEWEST), MOST)
        letters = characters * self.editor.fontMetrics().averageCharWidth()
        return super().minimumSize().expandedTo(QSize(letters, 0))


class Card(QFrame):
    """The fields of a row on its lines, a long text on one of its own; what is wrong or to be chosen stands below.

    It stands above the long texts that come last: under one of them it would be far from the field it speaks of.
    """

    def __init__(self, lines: Sequence[Sequence[Editor]], below: Sequence[QWidget], words: Words) -> None:
        """Show `lines` of editors, each under its label, and `below` them what comes and goes."""
        super().__init__()
        dress(self, Role.ROW)
        self.fields: list[LabelledField] = []
        self._gap = distance(1.5, self)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(distance(0.5, self))
        shown = [each for line in lines for each in _apart(line)]
        after = max((at for at, line in enumerate(shown) if not _is_long(line)), default=len(shown) - 1)
        for at, line in enumerate(shown):
            self._add_line(line, words)
            for widget in below if at == after else ():
                self._fields.addWidget(widget)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, distance(0.5, self), 0, distance(1, self))
        row.setSpacing(distance(1, self))
        row.addLayout(self._fields, 1)
        row.addLayout(self._buttons)

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Stand `buttons` beside the editors of the first line."""
        self._buttons.setContentsMargins(0, self.fields[0].label.sizeHint().height(), 0, 0)
        for button in buttons:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_line(self, editors: Sequence[Editor], words: Words) -> None:
        columns = Columns(spacing=self._gap)
        for editor in editors:
            field = LabelledField(editor, words)
            self.fields.append(field)
            columns.add_layout(field, max(editor.info.field.width, FEWEST))
        self._fields.addLayout(columns)


def _is_long(line: Sequence[Editor]) -> bool:
    """Tell whether a line is that of a long text."""
    return line[0].info.field.kind is Kind.LONG_TEXT


def _apart(editors: Sequence[Editor]) -> list[Sequence[Editor]]:
    """Return the lines on which `editors` stand: a long text has one of its own, after the others."""
    short = [each for each in editors if not _is_long([each])]
    lines: list[Sequence[Editor]] = [short] if short else []
    return lines + [[each] for each in editors if _is_long([each])]
