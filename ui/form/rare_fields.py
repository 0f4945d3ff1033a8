"""The fields of a section that are seldom filled in, folded at its end until one of them matters."""

from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words.words import Words
from ui.form.field_box import FieldBox
from ui.look.columns import Columns
from ui.look.plain import set_tip
from ui.look.spoken import Disclosure
from ui.look.theme import Role, distance, dress


class RareFields(QWidget):
    """A button «Más datos», and below it the fields that it shows and folds; what is folded is saved as ever."""

    opened = Signal()
    """The person has opened it."""

    def __init__(self, words: Words, rows: Iterable[tuple[Columns, Collection[FieldBox]]], spacing: int) -> None:
        """Fold `rows`, each the line in which its fields stand; `spacing` pixels between them."""
        super().__init__()
        self._inside = QWidget()
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, distance(0.5, self), 0, 0)
        lines.setSpacing(spacing)
        self.boxes: list[FieldBox] = []
        for line, boxes in rows:
            lines.addLayout(line)
            self.boxes += boxes
        self.button = Disclosure(words("Más datos ({count})", count=len(self.boxes)))
        dress(self.button, Role.LINK)
        said = ", ".join(words(box.info.field.label) for box in self.boxes)
        set_tip(self.button, said)
        self.button.setAccessibleDescription(said)
        self.button.clicked.connect(self._on_press)
        self._is_wanted = False
        for box in self.boxes:
            box.changed.connect(partial(self._on_written, box))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._show(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self.button.is_open

    def begin(self) -> None:
        """Open for a record that has one of the fields, and for whoever is writing there; else stand as it was left."""
        keyboard: QWidget | None = self.window().focusWidget()
        is_used = keyboard is not None and self._inside.isAncestorOf(keyboard)
        self._show(is_open=self._is_wanted or is_used or any(_is_filled(box) for box in self.boxes))

    def open(self) -> None:
        """Show the fields, for one of them is gone to."""
        self._show(is_open=True)

    def open_for_problems(self) -> None:
        """Show the fields when one of them has a problem or a conflict."""
        if any(box.faulty or not box.conflict.isHidden() for box in self.boxes):
            self.open()

    def open_for_values(self, names: Collection[str]) -> None:
        """Show the fields when one of `names` is among them and holds something."""
        if any(box.info.name in names and _is_filled(box) for box in self.boxes):
            self.open()

    def _on_press(self) -> None:
        self._is_wanted = not self.is_open
        self._show(is_open=self._is_wanted)
        if self.is_open:
            self.opened.emit()

    def _on_written(self, box: FieldBox) -> None:
        if _is_filled(box):
            self.open()

    def _show(self, *, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        self.button.set_open(is_open=is_open)


def _is_filled(box: FieldBox) -> bool:
    return box.editor.value() not in (None, "", ()) or box.editor.problem() is not None
