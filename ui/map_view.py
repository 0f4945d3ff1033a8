"""The map of the members, drawn once for all papers and shown here in the colours of the window."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.reports.document import MapPoint
from app.words import Words
from ui.workspace import Workspace

SETTLED = 120
"""Milliseconds after which a map whose size has changed is drawn anew."""


def draw(points: tuple[MapPoint, ...], size: tuple[int, int], words: Words) -> str:
    """Give the map of `points` as SVG, fitted into `size`; the library that draws it is loaded only now."""
    from app.rendering.drawings import svg
    from app.rendering.map import draw_map
    from app.reports.document import PointMap

    return svg(draw_map(PointMap("", points), size[0], words, size[1]), words("Mapa de las ciudades miembro"))


def recolour(drawing: str, palette: QPalette) -> str:
    """Give the drawing in the colours of the window instead of those of paper."""
    from app.rendering import style

    role = QPalette.ColorRole
    wanted: Mapping[str, str] = {
        style.PAPER: palette.color(role.Base).name(),
        style.LAND: palette.color(role.AlternateBase).name(),
        style.TINT: palette.color(role.Highlight).name(),
        style.ACCENT: palette.color(role.Accent).name(),
        style.INK: palette.color(role.Text).name(),
        style.MUTED: palette.color(role.PlaceholderText).name(),
        style.FAINT: palette.color(role.PlaceholderText).name(),
        style.HAIRLINE: palette.color(role.Mid).name(),
    }
    pattern = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
    known = {colour.lower(): made for colour, made in wanted.items()}
    return pattern.sub(lambda found: known[found[0].lower()], drawing)


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
        size, words, points = (self.width(), self.height()), self.workspace.words, self.points
        self.workspace.runner.run(lambda _: draw(points, size, words), self._show, topic="map")

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
