"""What stands around the text of a page: cover, header, footer with the page's number, the stamp of an annex."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.document import Cover, Document
from app.rendering.pdf import style
from app.rendering.pdf.annex import AnnexSheet
from app.rendering.pdf.flow import Kind, Page
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.letterhead import Head, HeadPiece
from app.rendering.pdf.pieces import draw_rule, put_text, put_text_right
from app.rendering.pdf.style import ACCENT, BOTTOM, INNER, MM, OUTER, PAGE, STEP, TOP, Letter
from app.rendering.say import printable, words_of
from app.words.words import Words

BAND = 10 * MM
"""Height of the strips above and below an annexed page, which carry its stamp and the page's number."""

LARGEST = 1.42
"""A small annex is enlarged at most so much: A5 becomes A4, a visiting card does not become a poster."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The left and right ends of the text of a page, and which of them is the outer edge."""

    left: float
    right: float
    outer_is_right: bool


def sides_of(number: int, *, landscape: bool) -> Sides:
    """Return the sides of page `number`: a right-hand page has an odd number and is bound at its left."""
    odd = number % 2 == 1
    if landscape:
        return Sides(OUTER, PAGE[1] - OUTER, odd)
    return Sides(INNER, PAGE[0] - OUTER, odd) if odd else Sides(OUTER, PAGE[0] - INNER, odd)


class PageFrame:
    """Draws what surrounds the text of the pages of one document."""

    def __init__(self, document: Document, words: Words, typesetter: Typesetter) -> None:
        """Take the document, its language and its letters."""
        self.document = document
        self.words = words
        self.typesetter = typesetter
        self.address = printable(document.letterhead.address) if document.letterhead else ""

    def draw(self, canvas: Canvas, page: Page, number: int, total: int) -> None:
        """Draw header and footer of page `number` of `total`, annexes included, as its kind asks."""
        if page.kind is Kind.COVER:
            if self.document.cover:
                self.draw_cover(canvas, self.document.cover)
            return
        sides = sides_of(number, landscape=page.landscape)
        if page.annex:
            self._draw_stamp(canvas, page.annex, sides)
        elif page.kind is Kind.TEXT and not page.is_headed:
            self._draw_header(canvas, page, sides)
        self._draw_footer(canvas, page, (number, total), sides)
        if page.kind is Kind.BLANK:
            self._draw_blank(canvas)

    def _draw_header(self, canvas: Canvas, page: Page, sides: Sides) -> None:
        top = height_of(page) - style.HEADER_LINE
        title = printable(self.document.title)
        self._put_pair(
            canvas,
            (title, "" if page.opens or page.running == self.document.title else printable(page.running)),
            sides,
            top + style.RUNNING.leading,
        )
        draw_rule(canvas, (sides.left, sides.right), top - MM)

    def _draw_footer(self, canvas: Canvas, page: Page, numbered: tuple[int, int], sides: Sides) -> None:
        foot = style.FOOTER_LINE if page.kind is not Kind.ANNEX else BAND * 0.62
        apart = self.document.sections[page.part] if self.document.each_apart and self.document.sections else None
        words = words_of(apart, self.words) if apart else self.words
        said = words("página {page} de {pages}", page=numbered[0], pages=numbered[1])
        texts = [text for text in (printable(self.document.footer), self.address) if text] or [""]
        self._put_pair(canvas, (texts[0], said), sides, foot)
        if len(texts) > 1 and page.kind is not Kind.ANNEX:
            self._put_pair(canvas, (texts[1], ""), sides, foot - style.RUNNING.leading)

    def _put_pair(self, canvas: Canvas, texts: tuple[str, str], sides: Sides, top: float) -> None:
        """Write the first text at the inner edge and the second at the outer edge."""
        inner, outer = texts
        gap = 2 * STEP
        room = sides.right - sides.left - self.typesetter.width(outer, style.RUNNING_STRONG) - gap
        inner = self._shortened(inner, style.RUNNING, room)
        if sides.outer_is_right:
            put_text(canvas, inner, style.RUNNING, sides.left, top)
            put_text_right(canvas, outer, style.RUNNING_STRONG, sides.right, top)
        else:
            put_text_right(canvas, inner, style.RUNNING, sides.right, top)
            put_text(canvas, outer, style.RUNNING_STRONG, sides.left, top)

    def _shortened(self, text: str, letter: Letter, room: float) -> str:
        if self.typesetter.width(text, letter) <= room:
            return text
        return self.typesetter.lines(text, letter, room - self.typesetter.width("…", letter))[0] + "…"

    def _draw_blank(self, canvas: Canvas) -> None:
        said = self.words("Esta página queda en blanco.")
        put_text(canvas, said, style.RUNNING, (PAGE[0] - self.typesetter.width(said, style.RUNNING)) / 2, PAGE[1] / 2)

    def _draw_stamp(self, canvas: Canvas, sheet: AnnexSheet, sides: Sides) -> None:
        top = (PAGE[0] if sheet.landscape else PAGE[1]) - BAND * 0.3
        stamp = self.words(
            "Anexo {number} · p. {page}/{pages}", number=sheet.annex.number, page=sheet.number, pages=sheet.total
        )
        self._put_pair(canvas, (printable(sheet.annex.title), stamp), sides, top)
        draw_rule(canvas, (sides.left, sides.right), top - style.RUNNING.leading - MM, style.THIN, ACCENT)
        if sheet.notice:
            self._draw_notice(canvas, sheet, sides)
        if sheet.image:
            self._draw_image(canvas, sheet.image, landscape=sheet.landscape)

    def _draw_notice(self, canvas: Canvas, sheet: AnnexSheet, sides: Sides) -> None:
        """Say in words, where the annex would be, why it is not there and what to do."""
        assert sheet.notice  # noqa: S101  # drawn for notices only
        values = {"file": printable(sheet.annex.file_name)}
        top = PAGE[1] - TOP - 12 * STEP
        width = sides.right - sides.left
        title = self.words("Anexo {number}", number=sheet.annex.number)
        top = self._put_lines(canvas, title, style.COVER_OVER, (sides.left, top, width))
        top = self._put_lines(canvas, printable(sheet.annex.title), style.SECTION, (sides.left, top, width)) - STEP
        top = self._put_lines(
            canvas, self.words(sheet.notice.text, **values), style.COVER_LINE, (sides.left, top, width)
        )
        self._put_lines(canvas, self.words(sheet.notice.hint, **values), style.COVER_LINE, (sides.left, top, width))

    def _draw_image(self, canvas: Canvas, image: bytes, *, landscape: bool) -> None:
        reader = ImageReader(BytesIO(image))
        width, height = reader.getSize()
        left, bottom, scale = place_annex(width, height, landscape=landscape, margin=OUTER)
        canvas.drawImage(reader, left, bottom, width * scale, height * scale)

    def draw_cover(self, canvas: Canvas, cover: Cover) -> None:
        """Draw the first page: lines over the title, the title large, what follows, and the small print at the foot."""
        left, width = INNER, PAGE[0] - INNER - OUTER
        head = Head.of(self.document.letterhead)
        if head:
            HeadPiece(head, self.typesetter, width, ruled=False).draw(canvas, left, PAGE[1] - TOP)
        top = PAGE[1] - 18 * STEP
        top = self._put_lines(canvas, printable(cover.over), style.COVER_OVER, (left, top, width)) - STEP
        canvas.setFillColor(HexColor(ACCENT))
        canvas.rect(left, top - 1.2 * MM, 6 * STEP, 1.2 * MM, stroke=0, fill=1)
        top = self._put_lines(canvas, printable(cover.title), style.COVER_TITLE, (left, top - 1.5 * STEP, width)) - STEP
        top = self._put_lines(canvas, printable(cover.subtitle), style.COVER_SUBTITLE, (left, top, width)) - 2 * STEP
        for line in cover.lines:
            top = self._put_lines(canvas, printable(line), style.COVER_LINE, (left, top, width))
        self._draw_cover_foot(canvas, printable(cover.foot), left, width)
        address = self._shortened(self.address, style.RUNNING, width)
        put_text(canvas, address, style.RUNNING, left, style.FOOTER_LINE)

    def _draw_cover_foot(self, canvas: Canvas, foot: str, left: float, width: float) -> None:
        if foot:
            lines = self.typesetter.lines(foot, style.COVER_FOOT, width)
            top = BOTTOM + len(lines) * style.COVER_FOOT.leading
            draw_rule(canvas, (left, left + width), top + STEP / 2)
            self._put_lines(canvas, foot, style.COVER_FOOT, (left, top, width))

    def _put_lines(self, canvas: Canvas, text: str, letter: Letter, place: tuple[float, float, float]) -> float:
        """Write `text` at left, top, within a width; give where the next text begins."""
        left, top, width = place
        for line in self.typesetter.balanced(text, letter, width) if text else ():
            put_text(canvas, line, letter, left, top)
            top -= letter.leading
        return top


def height_of(page: Page) -> float:
    """Return the height of a page as it is read, in points."""
    return PAGE[0] if page.landscape else PAGE[1]


def place_annex(width: float, height: float, *, landscape: bool, margin: float = 0.0) -> tuple[float, float, float]:
    """Return left, bottom and scale that centre a page of `width` by `height` between the two bands and the margins.

    With a margin it is a picture, whose pixels are never larger than a point.
    """
    page = PAGE[::-1] if landscape else PAGE
    largest = 1.0 if margin else LARGEST
    scale = min((page[0] - 2 * margin) / width, (page[1] - 2 * BAND - margin) / height, largest)
    return (page[0] - width * scale) / 2, (page[1] - height * scale) / 2, scale
