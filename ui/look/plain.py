"""Texts that come from data, shown as they are: Qt would take a name with `<b>` in it for a page."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_tip(text: str) -> str:
    """Return a tip that shows `text` as it is."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


def plain_label(text: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label that shows its texts as they are."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label
