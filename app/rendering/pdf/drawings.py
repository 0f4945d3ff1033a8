"""Charts as vector drawings, made once for the paper, the window and the page of HTML."""

import re
from collections.abc import Mapping
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import RLString

from app.document import BarChart
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, CELL, FAINT, GUTTER, LIGHT, MM, REGULAR, SEMIBOLD, THIN, Letter
from app.rendering.say import printable
from app.words.words import Words

FAMILY = "Source Sans Pro"
_WEIGHTS: Mapping[str, str] = {LIGHT: "300", REGULAR: "400", SEMIBOLD: "600"}

BAR = 3.2 * MM
"""Thickness of a bar; its row leaves a third of it free above and below."""

LABELS = 0.42
"""Largest share of the width that the labels of the bars take."""


def draw_bars(chart: BarChart, width: float, words: Words) -> Drawing:
    """Draw horizontal bars as wide as `width` points, in the order given, each with its label and count."""
    typesetter = Typesetter()
    counts = [words.number(count) for _, count in chart.bars]
    rows = _label_lines(chart, typesetter, width)
    labels = max((typesetter.width(line, CELL) for lines in rows for line in lines), default=0.0) + GUTTER
    room = width - labels - max((typesetter.width(count, CELL) for count in counts), default=0.0) - 2 * MM
    most = max((chart.whole or 0, *(count for _, count in chart.bars))) or 1
    heights = [max(len(lines) * CELL.leading, BAR * 5 / 3) for lines in rows]
    drawing = Drawing(width, sum(heights) + MM)
    top = float(drawing.height)
    for (_, count), said, lines, height in zip(chart.bars, counts, rows, heights, strict=True):
        middle = top - height / 2
        for index, line in enumerate(lines):
            lift = ((len(lines) - 1) / 2 - index) * CELL.leading
            drawing.add(text_shape(line, CELL, labels - GUTTER, middle + lift - CELL.size * 0.33, "end"))
        length = max(room * max(count, 0) / most, 0.0)
        drawing.add(rect_shape((labels, middle - BAR / 2, length, BAR), ACCENT))
        drawing.add(text_shape(said, CELL, labels + length + MM, middle - CELL.size * 0.33))
        top -= height
    drawing.add(line_shape((labels, 0), (labels, float(drawing.height)), FAINT))
    return drawing


def _label_lines(chart: BarChart, typesetter: Typesetter, width: float) -> list[tuple[str, ...]]:
    return [typesetter.lines(printable(label), CELL, width * LABELS) for label, _ in chart.bars]


def text_shape(text: str, letter: Letter, x: float, y: float, anchor: Literal["start", "end"] = "start") -> String:
    """Return `text` as a shape whose baseline begins, has its middle or ends at (`x`, `y`)."""
    font: str = RLString(letter.font, svgAttrs=_svg_font(letter))  # type: ignore[no-untyped-call]  # reportlab types no RLString
    color = HexColor(letter.color)
    return String(x, y, text, fontName=font, fontSize=letter.size, fillColor=color, textAnchor=anchor)


def _svg_font(letter: Letter) -> Mapping[str, str]:
    return {"family": FAMILY, "weight": _WEIGHTS.get(letter.font, "400")}


def rect_shape(box: tuple[float, float, float, float], fill: str | None, stroke: str | None = None) -> Rect:
    """Return a rectangle by its left, bottom, width and height."""
    shape = Rect(*box)
    shape.fillColor = HexColor(fill) if fill else None
    shape.strokeColor = HexColor(stroke) if stroke else None
    shape.strokeWidth = 2 * THIN
    return shape


def line_shape(start: tuple[float, float], end: tuple[float, float], color: str, width: float = THIN) -> Line:
    """Return a line from `start` to `end`."""
    return Line(*start, *end, strokeColor=HexColor(color), strokeWidth=width)


def svg(drawing: Drawing, title: str = "", name: str = "drawing") -> str:
    """Return `drawing` as SVG text with a `title` for who hears it; `name` keeps the ids of two drawings apart."""
    said = renderSVG.drawToString(drawing)
    said = said[said.index("<svg") :]
    said = re.sub(r"<title>.*?</title>\s*<desc>.*?</desc>", lambda _: f"<title>{escape(title)}</title>", said, count=1)
    said = said.replace('id="clip"', f'id="{name}-clip"').replace("url(#clip)", f"url(#{name}-clip)")
    said = said.replace('id="group"', f'id="{name}-group"')
    return re.sub(r"(\d+\.\d{2})\d+", r"\1", said)
