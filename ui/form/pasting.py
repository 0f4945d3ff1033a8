"""Several rows copied from a spreadsheet, pasted where one row would be written."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.words.words import Words
from ui.form.editors.editor import Desk, Editor, Written
from ui.look.icons import icon
from ui.look.menus import Offer
from ui.look.plain import Label
from ui.look.spoken import say_aloud
from ui.look.theme import Role, dress

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted, PastedCell

PASTING = "edit-paste"
"""What Qt calls pasting in the menu of a line."""


class RowPasting(QObject):
    """Takes what is pasted in widgets when it is rows, has it read, and hands it on: by keys, menu and mouse alike.

    Into a line in which a field is written goes as rows only what was several cells: of a paragraph of several lines
    the person expects one text, as everywhere, and its menu offers it as rows. Where no text can be written, as in a
    list of choices, several lines are rows too; and a table, or the button that adds a row to one, takes any text.
    """

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

    def watch_editor(self, editor: Editor, field: str) -> None:
        """Take what is pasted in each line of `editor`, where `field` is written."""
        for line in {editor.input(), *editor.findChildren(QLineEdit)}:
            self.watch(line, field)

    def forget(self) -> None:
        """Take nothing any more of what is still being read: it was for another record."""
        self._asked += 1

    def offers(self, field: str = "") -> tuple[Offer, ...]:
        """Return what a menu offers where rows are written, for `field` or any: to paste them, once there are any."""
        if self._desk.paste is None:
            return ()
        call, allowed = partial(self._paste_copied, field), _are_lines(_copied(), field)
        return (Offer(self._desk.words("Pegar"), call, icon("clipboard-text"), "Ctrl+V", allowed=allowed),)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take rows, however they are pasted, and open a menu of the line that does; a single text is as always."""
        if isinstance(watched, QLineEdit):
            if watched.isReadOnly():
                return False
            if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
                self._open_menu(watched, event.globalPos())
                return True
        pasted = _pasted_by(event)
        if pasted is None:
            return False
        field = str(watched.property("field") or "")
        are_rows = _is_table(pasted) if isinstance(watched, QLineEdit) else _are_lines(pasted, field)
        if are_rows:
            self._read(pasted.text(), field)
            event.accept()
        return are_rows

    def _open_menu(self, line: QLineEdit, place: QPoint) -> None:
        """Open the menu of Qt for a line, in which pasting does what the keys for it do."""
        menu, copied, field = line.createStandardContextMenu(), _copied(), str(line.property("field") or "")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pasting = next((each for each in menu.actions() if each.objectName() == PASTING), None)
        if pasting is not None and _is_table(copied):
            pasting.triggered.disconnect()
            pasting.triggered.connect(lambda: self._paste_copied(field))
        elif pasting is not None and _are_lines(copied, field):
            as_rows = QAction(self._desk.words("Pegar como filas"), menu)
            as_rows.triggered.connect(lambda: self._paste_copied(field))
            menu.insertAction(menu.actions()[menu.actions().index(pasting) + 1], as_rows)
        menu.popup(place)

    def _paste_copied(self, field: str) -> None:
        self._read(_copied().text(), field)

    def _read(self, text: str, field: str) -> None:
        """Read `text` as rows, for `field` or any."""
        self.forget()
        asked = self._asked

        def done(pasted: "Pasted") -> None:
            if shiboken6.isValid(self) and asked == self._asked:
                self._take(pasted)

        if self._desk.paste is not None:
            self._desk.paste(text, self._where(field), done)


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


def _copied() -> QMimeData:
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # of an empty one some systems give none
    return QMimeData() if found is None else found


def _pasted_by(event: QEvent) -> QMimeData | None:
    """Return what an event pastes: a key, a text that is let go over the widget, or the middle button on X11."""
    if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        return _copied() if event.matches(QKeySequence.StandardKey.Paste) else None
    if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
        return event.mimeData()
    clipboard = QGuiApplication.clipboard()
    if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
        is_pasting = event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection()
        return clipboard.mimeData(QClipboard.Mode.Selection) if is_pasting else None
    return None


def _is_table(copied: QMimeData) -> bool:
    from app.sheets.pasting import is_table

    return is_table(copied.text(), copied.html())


def _are_lines(copied: QMimeData, field: str) -> bool:
    """Tell whether what was copied can only be rows where no text is written: of a table without a field, any text."""
    from app.sheets.pasting import has_lines

    return _is_table(copied) or has_lines(copied.text()) or (not field and bool(copied.text().strip()))
