"""A drawing as a picture in dots, for what shows no vectors: the map in a document for Word."""

from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Rect, Shape, String
from reportlab.lib.colors import Color

DOTS = 200 / 72
"""Dots to a point: 200 an inch, as sharp as an office prints."""

FINER = 2
"""How many times finer it is drawn than kept, so that slanting lines look smooth."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def png_of(drawing: Drawing) -> bytes:
    """Return `drawing` as PNG, on white; of texts all that the fonts of the paper have."""
    scale = DOTS * FINER
    width, height = float(drawing.width), float(drawing.height)
    image = Image.new("RGB", (round(width * scale), round(height * scale)), "white")
    _Raster(ImageDraw.Draw(image), scale).draw(drawing.contents, (scale, 0.0, 0.0, -scale, 0.0, height * scale))
    small = image.resize((round(width * DOTS), round(height * DOTS)), Image.Resampling.LANCZOS)
    target = BytesIO()
    # 256 colours are more than a map has, and a third of the bytes.
    small.quantize(256).save(target, "PNG")
    return target.getvalue()


class _Raster:
    """Draws shapes, each where the groups around it put it."""

    def __init__(self, canvas: ImageDraw.ImageDraw, scale: float) -> None:
        self.canvas = canvas
        self.scale = scale
        self.fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def draw(self, shapes: Sequence[Shape], matrix: Matrix) -> None:
        for shape in shapes:
            match shape:
                case Group():
                    self.draw(shape.contents, _both(matrix, shape.transform))
                case Path():
                    self._outlines(shape, matrix)
                case Rect():
                    corners = _corners(shape.x, shape.y, shape.width, shape.height)
                    self._polygon([_moved(corner, matrix) for corner in corners], shape)
                case Circle():
                    self._circle(shape, matrix)
                case Line():
                    ends = [_moved((shape.x1, shape.y1), matrix), _moved((shape.x2, shape.y2), matrix)]
                    self.canvas.line(ends, _rgb(shape.strokeColor), self._width(shape.strokeWidth))
                case String():
                    self._text(shape, matrix)
                case _:
                    raise TypeError(f"no map has a {type(shape).__name__}")

    def _outlines(self, path: Path, matrix: Matrix) -> None:
        for ring in _rings(path):
            self._polygon([_moved(point, matrix) for point in ring], path)

    def _polygon(self, points: Sequence[Point], shape: Path | Rect) -> None:
        if shape.fillColor is not None:
            self.canvas.polygon(points, _rgb(shape.fillColor))
        if shape.strokeColor is not None and shape.strokeWidth:
            self.canvas.line([*points, points[0]], _rgb(shape.strokeColor), self._width(shape.strokeWidth), "curve")

    def _circle(self, circle: Circle, matrix: Matrix) -> None:
        x, y = _moved((circle.cx, circle.cy), matrix)
        reach = circle.r * matrix[0]
        width = self._width(circle.strokeWidth)
        box = (x - reach, y - reach, x + reach, y + reach)
        self.canvas.ellipse(box, _rgb(circle.fillColor), _rgb(circle.strokeColor), width)

    def _text(self, text: String, matrix: Matrix) -> None:
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[text.textAnchor]
        font = self._font(str(text.fontName), round(text.fontSize * matrix[0]))
        self.canvas.text(_moved((text.x, text.y), matrix), text.text, _rgb(text.fillColor), font, anchor)

    def _font(self, name: str, size: int) -> ImageFont.FreeTypeFont:
        if (name, size) not in self.fonts:
            with as_file(files("font_source_sans_pro") / "files" / f"{name}.ttf") as path:
                self.fonts[name, size] = ImageFont.truetype(str(path), size)
        return self.fonts[name, size]

    def _width(self, points: float) -> int:
        return max(round(points * self.scale), 1)


def _rings(path: Path) -> Iterator[list[Point]]:
    """Return the closed outlines of a path of straight lines, whose points stand in one row."""
    numbers = iter(path.points)
    ring: list[Point] = []
    for operator in path.operators:
        if operator in (0, 1):  # a move and a line take a point each, and closing takes none
            ring.append((next(numbers), next(numbers)))
        elif ring:
            yield ring
            ring = []


def _corners(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def _both(outer: Matrix, inner: Sequence[float]) -> Matrix:
    """Return what moves a point as `inner` does, and then as `outer` does."""
    (x, y), (right, up) = _moved((inner[4], inner[5]), outer), (outer[4], outer[5])
    (a, b), (c, d) = _moved((inner[0], inner[1]), outer), _moved((inner[2], inner[3]), outer)
    return a - right, b - up, c - right, d - up, x, y


def _moved(point: Point, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _rgb(color: Color | None) -> tuple[int, int, int] | None:
    if color is None:
        return None
    red, green, blue = color.rgb()
    return round(red * 255), round(green * 255), round(blue * 255)
