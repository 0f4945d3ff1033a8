"""Drawings as pictures in dots: each shape where it stands, in its colour."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.graphics.shapes import Circle, Drawing, Ellipse, Group, Line, Path, Shape
from reportlab.lib.colors import HexColor

from app.rendering.docx.raster import DOTS, png_of
from app.rendering.pdf.drawings import rect_shape, text_shape
from app.rendering.pdf.style import ACCENT, CELL

TEAL = HexColor("#0b5a60")


def drawn(*shapes: Shape) -> Image.Image:
    """Return a picture of 40 by 40 points."""
    return Image.open(BytesIO(png_of(Drawing(40, 40, *shapes)))).convert("RGB")


def at(image: Image.Image, x: float, y: float) -> object:
    """Return the colour at a point, counted from the lower left corner as drawings do."""
    return image.getpixel((round(x * DOTS), round((40 - y) * DOTS)))


def test_a_shape_stands_where_it_is_drawn_and_groups_move_it() -> None:
    group = Group(rect_shape((0, 0, 10, 10), ACCENT))
    group.translate(20, 20)
    image = drawn(group)
    assert image.size == (round(40 * DOTS), round(40 * DOTS))
    assert at(image, 25, 25) == (11, 90, 96)
    assert at(image, 5, 5) == at(image, 35, 35) == (255, 255, 255)


def test_outlines_circles_and_lines_are_drawn() -> None:
    path = Path(fillColor=TEAL, strokeColor=None)
    path.moveTo(1, 1)
    path.lineTo(11, 1)
    path.lineTo(1, 11)
    path.closePath()
    image = drawn(
        path, Circle(30, 30, 5, fillColor=TEAL, strokeColor=TEAL), Line(0, 20, 40, 20, strokeColor=TEAL, strokeWidth=2)
    )
    for x, y in ((3, 3), (30, 30), (35, 20)):
        assert at(image, x, y) == pytest.approx((11, 90, 96), abs=8)  # of 256 colours the nearest
    assert at(image, 10, 10) == (255, 255, 255)


def test_words_are_written_to_the_side_that_they_ask_for() -> None:
    right = drawn(text_shape("Rosario", CELL, 2, 20))
    left = drawn(text_shape("Rosario", CELL, 38, 20, "end"))
    assert min(_inked(right)) < 3 * DOTS
    assert max(_inked(left)) > 37 * DOTS


def test_a_shape_that_no_map_has_is_not_left_out_in_silence() -> None:
    with pytest.raises(TypeError, match="Ellipse"):
        drawn(Ellipse(5, 5, 2, 3))


def _inked(image: Image.Image) -> list[int]:
    return [x for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) != (255, 255, 255)]
