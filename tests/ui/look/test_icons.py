"""Icons are drawn in the colour of the text, at any size and at none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from ui.look.icons import icon
from ui.look.theme import Theme


def test_an_icon_is_drawn_in_the_colour_of_the_text(theme: Theme, qtbot: QtBot) -> None:
    drawn = icon("trash").pixmap(QSize(32, 32)).toImage()
    ink = QGuiApplication.palette().text().color()
    assert any(drawn.pixelColor(x, y).rgb() == ink.rgb() for x in range(32) for y in range(32))


def test_an_icon_without_room_is_not_drawn_and_nothing_is_complained_of(theme: Theme, qtbot: QtBot) -> None:
    """The tests of the window fail for a warning of Qt: a button may be painted before it has its room."""
    paper = QPixmap(8, 8)
    painter = QPainter(paper)
    for size in (QSize(0, 0), QSize(0, 16)):
        assert icon("trash").pixmap(size).isNull()
        icon("trash").paint(painter, 0, 0, size.width(), size.height(), mode=QIcon.Mode.Disabled)
    painter.end()
