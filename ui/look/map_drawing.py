"""The drawing of a map, made as for paper and painted in the colours of the window."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.document import MapPoint
from app.rendering.map.frame import MapFrame
from app.words.words import Words

CLIP = re.compile(r"<clipPath.*?</clipPath>", re.DOTALL)
"""Qt knows no clipping paths, and would paint theirs black."""
COLOUR = re.compile(r"rgb\(\d+%,\d+%,\d+%\)")


def draw(points: tuple[MapPoint, ...], frame: MapFrame, words: Words) -> str:
    """Return the map of `points` inside `frame` as SVG; the library that draws it is loaded only now."""
    from app.rendering.map.map import draw_view
    from app.rendering.pdf.drawings import svg

    return CLIP.sub("", svg(draw_view(points, frame, words), words("Mapa de las ciudades miembro")))


def paint(drawing: str, palette: QPalette, size: QSize, ratio: float) -> QPixmap:
    """Return the drawing as a picture of `size`, with `ratio` pixels of the screen for each of the window."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(QByteArray(recolour(drawing, palette).encode()))
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture


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
