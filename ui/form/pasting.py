"""Several rows copied from a spreadsheet, pasted with Ctrl+V where one row would be written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.words.words import Words
from ui.form.editors.editor import Desk, Written
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, dress

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted, PastedCell


class RowPasting(QObject):
    """Takes what is pasted in widgets when it is rows of a table, has it read, and hands it on."""

    def __init__(
        self, desk: Desk, where: Callable[[str], "Destination"], take: Callable[["Pasted"], None], parent: QObject
    ) -> None:
        """Ask `where` the rows go, given the field with the keyboard; `take` them unless they are forgotten by then."""
        super().__init__(parent)
        self._desk = desk
        self._where = where
        self._take = take
        self._asked = 0

    def watch(self, widget: QWidget, field: str = "") -> None:
        """Take what is pasted in `widget`, where `field` is written; a text of many lines keeps its own lines."""
        if self._desk.paste is not None and not isinstance(widget, QPlainTextEdit):
            widget.setProperty("field", field)
            widget.installEventFilter(self)

    def forget(self) -> None:
        """Take nothing any more of what is still being read: it was for another record."""
        self._asked += 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take several rows or cells; a single text is pasted as always."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not pressed or not event.matches(QKeySequence.StandardKey.Paste):  # type: ignore[attr-defined]  # it is a key
            return False
        return self.paste(str(watched.property("field") or "")) if _may_be_written(watched) else False

    def paste(self, field: str = "") -> bool:
        """Read what was copied as rows, for `field` or any; False when it is no table."""
        from app.sheets.pasting import is_table

        text = QGuiApplication.clipboard().text()
        if self._desk.paste is None or not is_table(text):
            return False
        self.forget()
        asked = self._asked

        def done(pasted: "Pasted") -> None:
            if shiboken6.isValid(self) and asked == self._asked:
                self._take(pasted)

        self._desk.paste(text, self._where(field), done)
        return True


class PasteNote(Label):
    """What became of what was pasted: it stays until somebody writes on, so that it can be read and copied."""

    def __init__(self, words: Words) -> None:
        """Say nothing yet."""
        super().__init__(wraps=True)
        self._words = words
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def say(self, pasted: "Pasted", count: int) -> None:
        """Say that `count` rows were pasted, and what of them was not understood."""
        from app.sheets.pasting import say_pasted

        said = say_pasted(pasted, count, self._words)
        self.setText(said)
        doubtful = bool(pasted.left_out) or any(row.problems for row in pasted.rows) or count < len(pasted.rows)
        dress(self, Role.CAUTION if doubtful else Role.QUIET)
        self.show()
        say_aloud(self, said)


def written(cell: "PastedCell") -> Written:
    """Return what is to stand in the editor of a cell: its value, else its text, to be decided."""
    return Written(cell.value, None if cell.value is not None else cell.text, cell.title)


def _may_be_written(widget: QObject) -> bool:
    return not (isinstance(widget, QLineEdit) and widget.isReadOnly())
