"""The map of the members, drawn once for all papers and shown here in the colours of the window."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.document import MapPoint
from app.words.words import Words
from ui.work.workspace import Workspace

SETTLED = 120
"""Milliseconds after which a map whose size has changed is drawn anew."""

CLIP = re.compile(r"<clipPath.*?</clipPath>", re.DOTALL)
"""Qt knows no clipping paths, and would paint theirs black."""
COLOUR = re.compile(r"rgb\(\d+%,\d+%,\d+%\)")
LARGER = 1.3
"""How many times larger than on paper the map is drawn: names are read from farther."""


def draw(points: tuple[MapPoint, ...], size: tuple[int, int], words: Words) -> str:
    """Return the map of `points` as SVG, fitted into `size`; the library that draws it is loaded only now."""
    from app.document import PointMap
    from app.rendering.map.map import draw_map
    from app.rendering.pdf.drawings import svg

    drawing = svg(draw_map(PointMap("", points), size[0], words, size[1]), words("Mapa de las ciudades miembro"))
    return CLIP.sub("", drawing)


def recolour(drawing: str, palette: QPalette) -> str:
    """Return the drawing in the colours of the window instead of those of paper."""
    from app.rendering.pdf import style

    role = QPalette.ColorRole
    wanted: Mapping[str, QPalette.ColorRole] = {
        style.PAPER: role.Base,
        style.LAND: role.AlternateBase,
        style.TINT: role.Highlight,
        style.ACCENT: role.Accent,
        style.INK: role.Text,
        style.MUTED: role.PlaceholderText,
        style.FAINT: role.PlaceholderText,
        style.HAIRLINE: role.Mid,
    }
    known = {as_written(paper): palette.color(ours).name() for paper, ours in wanted.items()}
    return COLOUR.sub(lambda found: known.get(found[0], found[0]), drawing)


def as_written(colour: str) -> str:
    """Return a colour (#rrggbb) as the drawing writes it: in whole percent, cut."""
    channels = (int(colour[at : at + 2], 16) * 100 // 255 for at in (1, 3, 5))
    return "rgb({}%,{}%,{}%)".format(*channels)


class MapView(QWidget):
    """Draws the map for the room that it has."""

    def __init__(self, workspace: Workspace, points: tuple[MapPoint, ...]) -> None:
        """Show `points`."""
        super().__init__()
        self.workspace = workspace
        self.points = points
        self.renderer = QSvgRenderer(self)
        self._drawing = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 200)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self.redraw)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another size, since names fit or do not."""
        super().resizeEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of the moment."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._drawing:
            self._show(self._drawing)

    def redraw(self) -> None:
        """Draw the map beside the window."""
        larger = LARGER * self.fontMetrics().height() / 18
        size = round(self.width() / larger), round(self.height() / larger)
        words, points = self.workspace.words, self.points
        self.workspace.runner.run(lambda _: draw(points, size, words), self._show, topic="map")

    def copy(self) -> None:
        """Copy the map as it is seen, as a picture."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was drawn, whole and in its proportions."""
        if not self.renderer.isValid():
            return
        asked = self.renderer.defaultSize().toSizeF()
        share = min(self.width() / asked.width(), self.height() / asked.height())
        width, height = asked.width() * share, asked.height() * share
        place = QRectF((self.width() - width) / 2, 0, width, height)
        painter = QPainter(self)
        self.renderer.render(painter, place)
        painter.end()

    def _show(self, drawing: str) -> None:
        self._drawing = drawing
        self.renderer.load(QByteArray(recolour(drawing, QApplication.palette()).encode()))
        self.update()
