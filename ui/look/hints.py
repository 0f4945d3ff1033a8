"""The hint that stands in a line while it is empty, and is read whole."""

from PySide6.QtWidgets import QLineEdit

CARET = 4
"""Pixels that a line keeps beside its text for the place where one writes."""
_HINT = "hint"
"""The property that keeps the hint while a line is only read."""


def room_of_hint(line: QLineEdit, text: str) -> int:
    """Return the pixels of width that `line` needs to show `text`."""
    line.ensurePolished()
    metrics = line.fontMetrics()
    around = line.minimumSizeHint().width() - metrics.maxWidth()
    return around + metrics.horizontalAdvance(text) + CARET


def say_hint(line: QLineEdit, text: str) -> None:
    """Show `text` in `line` while it is empty, and ask for the room that it needs."""
    line.setPlaceholderText(text)
    line.setProperty(_HINT, text)
    line.setMinimumWidth(max(line.minimumWidth(), room_of_hint(line, text)))


def let_write(line: QLineEdit, *, writes: bool) -> None:
    """Let `line` be written in, or only be read: an empty one does not hint then at what nobody can do."""
    line.setReadOnly(not writes)
    line.setPlaceholderText(str(line.property(_HINT) or "") if writes else "")
