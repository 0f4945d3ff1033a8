"""Where what unfolds from a field stands: below it, or above where there is no room, and on its screen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def stand_at(popup: QWidget, field: QWidget, *, gap: int = 0) -> None:
    """Move `popup` to `field`, `gap` pixels away from it, so that no edge of it is beyond the screen."""
    room = field.screen().availableGeometry()
    size = popup.size().expandedTo(popup.sizeHint()) if popup.isHidden() else popup.size()
    top, below = field.mapToGlobal(QPoint(0, 0)), field.mapToGlobal(QPoint(0, field.height() + gap))
    y = below.y()
    if y + size.height() > room.bottom() + 1:
        y = top.y() - gap - size.height()
    y = max(room.top(), min(y, room.bottom() + 1 - size.height()))
    x = max(room.left(), min(below.x(), room.right() + 1 - size.width()))
    popup.move(x, y)
