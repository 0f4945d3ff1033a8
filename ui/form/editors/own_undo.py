"""A line whose own undo begins with what it is given: what stood there before is taken back by the form."""

from PySide6.QtWidgets import QLineEdit


def give_text(line: QLineEdit, text: str) -> None:
    """Show `text`; where it stands there already the cursor stays, for somebody may be writing."""
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
    elif line.isUndoAvailable() or line.isRedoAvailable():
        at, start, length = line.cursorPosition(), line.selectionStart(), line.selectionLength()
        line.setText(text)
        line.setCursorPosition(at)
        if start >= 0:
            line.setSelection(start, length)
