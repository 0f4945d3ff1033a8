"""What a page is filled with: text that never leaves a line alone, figures in a row, a map that gives way."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from app.document import Document, KeyFigures, Paragraph, Section
from app.rendering.pdf.pieces import MapPiece, Piece, ShrunkPiece, TextPiece, TitlePiece
from app.rendering.pdf.style import MM, Letter
from tests.app.rendering.reading import left_of, printed, texts

LETTER = Letter("Helvetica", 10, 12)


def text_of(count: int) -> TextPiece:
    """Return a piece of so many lines."""
    return TextPiece(tuple(f"renglón {number}" for number in range(count)), LETTER, before=3, after=5)


@pytest.mark.parametrize("count", range(1, 12))
@pytest.mark.parametrize("fitting", range(12))
def test_no_line_of_a_text_stands_alone_and_none_is_lost(count: int, fitting: int) -> None:
    piece = text_of(count)
    parts = piece.cut(fitting * LETTER.leading)
    if parts is None:
        assert fitting < 2 or count < 4
        return
    head, tail = parts
    assert isinstance(head, TextPiece)
    assert isinstance(tail, TextPiece)
    assert head.lines + tail.lines == piece.lines
    assert min(len(head.lines), len(tail.lines)) >= 2
    assert head.height <= fitting * LETTER.leading
    assert (head.before, head.after, tail.before, tail.after) == (3, 0, 0, 5)


def test_a_text_of_three_lines_begins_only_where_all_of_it_has_room() -> None:
    assert text_of(3).least == text_of(3).height
    assert text_of(4).least == 2 * LETTER.leading


def test_a_title_is_never_cut_and_stays_with_what_follows() -> None:
    title: Piece = TitlePiece(("Un título", "de varios", "renglones", "muy largos"), LETTER)
    assert title.cut(2 * LETTER.leading) is None
    assert title.least == title.height > 4 * LETTER.leading
    assert title.with_next


def test_a_map_gives_way_to_the_room_that_is_left_until_it_would_be_too_small() -> None:
    def draw_within(height: float) -> Drawing:
        return Drawing(400, height)

    piece = MapPiece(draw_within, 200 * MM)
    smaller = piece.squeezed(120 * MM)
    assert smaller is not None
    assert smaller.height == pytest.approx(120 * MM)
    assert piece.squeezed(90 * MM) is None
    assert piece.squeezed(210 * MM) is None, "it has room as it is"


def test_what_no_page_can_hold_is_set_smaller_and_is_all_there() -> None:
    target = BytesIO()
    canvas = Canvas(target)
    piece = ShrunkPiece(text_of(100), 300)
    piece.draw(canvas, 40, 700)
    canvas.save()
    assert piece.height == 300
    assert piece.factor == pytest.approx(300 / (100 * LETTER.leading))
    assert PdfReader(target).pages[0].extract_text().splitlines() == list(text_of(100).lines)


def test_figures_stand_beside_each_other_each_over_what_it_counts() -> None:
    figures = KeyFigures(((213, "ciudades miembros"), (10, "países"), (None, "ingresos")))
    blocks = (Paragraph("Al 18 de marzo:"), figures)
    reader, _ = printed(Document("Estado", "es", (Section("Estado de la Red", blocks),)))
    (text,) = texts(reader)
    assert text.index("213") < text.index("ciudades miembros")
    assert left_of(reader, 1, "213") == left_of(reader, 1, "ciudades miembros") < left_of(reader, 1, "países")
