"""The logo of an office beside its file, small, as the page shows it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from app.record_page import Beside
from app.words.words import Words
from ui.look.plain import Label

SIZE = QSize(96, 32)
"""Pixels within which it is shown."""


def logo_labels(beside: Beside | None, key: str, words: Words) -> Sequence[QWidget]:
    """Return the picture of the file `key` where that is the logo of the office that is shown; nothing else."""
    logo = beside.logo if beside is not None else None
    picture = QPixmap()
    if logo is None or logo.document_id != key or not picture.loadFromData(logo.content, "PNG"):
        return ()
    label = Label()
    ratio = label.devicePixelRatioF()
    sides, way = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = picture.scaled(SIZE * ratio, sides, way)
    scaled.setDevicePixelRatio(ratio)
    label.setPixmap(scaled)
    label.setAccessibleName(words("Logo"))
    return (label,)
