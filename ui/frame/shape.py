"""The shape of a room, which is seen until the room is there: its title, and where it has a list the lines of one."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.screen import Screen
from app.words.words import Words
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress


class RoomShape(QWidget):
    """Stands in the place of a room whose file is still being opened; it knows nothing of the file."""

    def __init__(self, screen: Screen, words: Words) -> None:
        """Take the shape of the room of `screen`."""
        super().__init__()
        title = Label(words(screen.title))
        dress(title, Role.TITLE)
        title.setContentsMargins(distance(2, self), distance(1.5, self), distance(2, self), distance(1.5, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(ListShape() if screen.layouts else QWidget(), 1)


class ListShape(QWidget):
    """A list without rows: the band of its headings and the lines between rows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them in the colours of the moment."""
        colours, high = self.palette(), self.fontMetrics().height() + distance(1, self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.Base))
        painter.fillRect(0, 0, self.width(), high, colours.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        for line in range(high, self.height(), high):
            painter.drawLine(0, line, self.width(), line)
        painter.end()
