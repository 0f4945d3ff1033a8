"""A field of a form: its label, its editor, its help, and what is wrong with it."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.catalog import FieldInfo
from app.words.problems import Problem
from app.words.words import Words
from ui.form.conflict_box import ConflictBox
from ui.form.editors.editor import Desk, Editor
from ui.form.editors.make import make_editor
from ui.form.edits import Edits
from ui.form.field_state import FieldState
from ui.form.hint_box import HintBox
from ui.look.plain import Label
from ui.look.theme import Role, dress

FEWEST, MOST = 12, 26
"""The characters for which a field asks for room, at the least and at the most; it takes more when there is more."""


def watch(edits: Edits, editor: Editor, words: Words) -> None:
    """Make steps of `edits` of what the person writes in `editor`."""
    watched = edits.watch(editor, words("cambio en «{field}»", field=words(editor.info.written_label)))
    editor.changed.connect(partial(edits.note_field, watched))
    editor.settled.connect(partial(edits.settle, watched))


class FieldBox(QWidget):
    """One field with all that is said about it; what is wrong stands below the editor, in words."""

    changed = Signal()

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Edit the field of `info`; one that derives from others can only be read."""
        super().__init__(parent)
        self.info = info
        self.words = desk.words
        self.editor: Editor = make_editor(info, desk)
        self.label = Label(self._said_label())
        self.label.setWordWrap(True)
        self.label.setBuddy(self.editor.input())
        self.help = Label(self.words(info.field.help))
        self.help.setWordWrap(True)
        if not info.field.help:
            self.help.hide()
        dress(self.help, Role.QUIET)
        self.fault = Label()
        self.fault.setWordWrap(True)
        self.fault.hide()
        dress(self.fault, Role.ERROR)
        self.hint = HintBox(self.words)
        self.conflict = ConflictBox(self.words)
        self.state = FieldState(self.editor)
        self._refused: Problem | None = None
        self.editor.tell()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.label, self.editor, self.fault, self.hint, self.conflict, self.help):
            column.addWidget(part)
        column.addStretch(1)
        self.editor.set_read_only(info.derived)
        self.editor.changed.connect(self._on_changed)
        self.editor.settled.connect(self.check)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of a label on two lines and of the shorter texts of the field."""
        characters = min(max(self.info.field.width, FEWEST), MOST)
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(characters * self.fontMetrics().averageCharWidth() + 24, least.height()))

    def set_value(self, value: object, title: str = "") -> None:
        """Show `value` as what the record holds."""
        self.state.show(value, title)
        self.forgive()

    def forgive(self) -> None:
        """Take back what was said of the field, for it shows something else."""
        self.refuse(None)
        self.conflict.hide()

    def fill(self, value: object) -> None:
        """Write `value` for the person, who has not saved it yet."""
        self.editor.set_value(value)
        self.refuse(None)
        self.editor.changed.emit()

    @property
    def edited(self) -> bool:
        """Whether the person has changed what the record holds."""
        return self.state.edited

    def check(self) -> bool:
        """Say what is wrong with what is typed; True when nothing is."""
        problem = self.editor.problem() or self._refused
        self.show_problem(problem)
        return problem is None

    def refuse(self, problem: Problem | None) -> None:
        """Say what was refused of the field until something else is written in it; None takes that back."""
        self._refused = problem
        self.show_problem(problem)

    def show_problem(self, problem: Problem | None) -> None:
        """Say `problem` below the editor, or take back what was said."""
        said = problem.say(self.words) if problem else ""
        self.fault.setText(said)
        self.fault.setVisible(bool(said))
        self.editor.set_faulty(bool(said))
        self.editor.tell(fault=said)

    @property
    def faulty(self) -> bool:
        """Whether a problem is shown."""
        return not self.fault.isHidden()

    def _on_changed(self) -> None:
        self._refused = None
        if self.faulty and self.editor.problem() is None:
            self.show_problem(None)
        self.changed.emit()

    def _said_label(self) -> str:
        label = self.words(self.info.written_label)
        return f"{label} *" if self.info.field.required else label
