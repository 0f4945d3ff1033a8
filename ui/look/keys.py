"""Keys that a field and a command both want: who has them when."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class KeyGuard(QObject):
    """Lets Ctrl+Z reach the window from a field in which nothing was typed; Delete is for the lists of rooms alone."""

    def __init__(self, parent: QObject) -> None:
        """Watch whatever has the focus: a filter over the application would bring each of its events to Python."""
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide, before Qt does, whether a key is the field's or the window's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        if watched is not focus:
            return False
        if event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(focus):
            event.ignore()
            return True
        if event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(focus):
            event.ignore()
            return True
        if event.key() == Qt.Key.Key_Delete and not _is_list(focus):
            event.accept()
            return True
        return False

    def _watch(self, _: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None:
            focus.installEventFilter(self)


def _is_list(widget: QWidget) -> bool:
    return widget.inherits("Table")  # by its name: the window begins without tables


def _can_undo(widget: object) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return isinstance(widget, QLineEdit) and widget.isUndoAvailable()


def _can_redo(widget: object) -> bool:
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isRedoAvailable()
    return isinstance(widget, QLineEdit) and widget.isRedoAvailable()
