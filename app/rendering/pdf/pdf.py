"""A document as PDF: A4 for printing on two sides, with contents, bookmarks and attached files."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from app.document import Document
from app.rendering.pdf.bind import bind_forms
from app.rendering.pdf.flow import Page
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.forms import PageForm
from app.rendering.pdf.lacking import make_legible
from app.rendering.pdf.pages import PageFrame, height_of, place_annex, sides_of
from app.rendering.pdf.paper import Paper, fill_paper
from app.rendering.pdf.style import PAGE, TOP
from app.rendering.rendered import Rendered, deliver
from app.rendering.say import printable
from app.words.words import Words
from db.progress import Progress, ignore_progress

UNDATED = date(2000, 1, 1)
"""Date in the file of a document without one, so that the same document always gives the same bytes."""


def render_pdf(document: Document, target: BinaryIO | Path, words: Words, progress: Progress | None = None) -> Rendered:
    """Write `document` as PDF into `target`, whole or not at all when it is a path.

    `words` must speak the language of the document. Gives the number of pages, annexes included, the problems of
    annexes that could not be inserted (a page says so in their place) and the letters that the fonts lack. Raises
    ProblemError when `target` cannot be written, and whatever `progress` raises.
    """
    typesetter = Typesetter()
    legible = make_legible(document, typesetter.has)
    paper = fill_paper(legible.document, words, typesetter)
    content = _Press(legible.document, words, typesetter, paper).print(progress or ignore_progress)
    deliver(target, content)
    return Rendered(len(paper.pages), paper.problems, legible.lacking)


@dataclass(slots=True)
class _Press:
    """Draws the pages of one paper in order."""

    document: Document
    words: Words
    typesetter: Typesetter
    paper: Paper
    _above: list[int] = field(default_factory=list)
    _forms: dict[int, tuple[PageForm, tuple[float, float, float]]] = field(default_factory=dict)

    def print(self, progress: Progress) -> bytes:
        target = BytesIO()
        canvas = _open_canvas(self.document, target, self.words)
        frame = PageFrame(self.document, self.words, self.typesetter)
        for at, (page, numbered) in enumerate(zip(self.paper.pages, self.paper.numbers(), strict=True), 1):
            number, total = numbered
            canvas.setPageSize(PAGE[::-1] if page.landscape else PAGE)
            frame.draw(canvas, page, number, total)
            self._draw_text(canvas, page, number)
            self._draw_marks(canvas, page)
            self._keep_form(page, at)
            canvas.showPage()
            progress(at / len(self.paper.pages))
        canvas.save()
        return bind_forms(target.getvalue(), self._forms)

    def _draw_text(self, canvas: Canvas, page: Page, number: int) -> None:
        if not page.pieces:
            return
        left = sides_of(number, landscape=page.landscape).left
        top = height_of(page) - TOP
        if page.scale == 1.0:
            for piece, offset in page.pieces:
                piece.draw(canvas, left, top - offset)
            return
        canvas.saveState()
        canvas.translate(left, top)
        canvas.scale(page.scale, page.scale)
        for piece, offset in page.pieces:
            piece.draw(canvas, 0, -offset)
        canvas.restoreState()

    def _draw_marks(self, canvas: Canvas, page: Page) -> None:
        for mark, offset in page.marks:
            top = height_of(page) - TOP * 0.6 - offset * page.scale if offset else height_of(page)
            canvas.bookmarkPage(mark.key, fit="XYZ", left=0, top=top, zoom=0)
            # The outline knows no gaps: headings of level 3 straight under a section move up, side by side.
            self._above = [level for level in self._above if level < mark.level]
            depth = len(self._above)
            self._above.append(mark.level)
            canvas.addOutlineEntry(mark.title, mark.key, depth, closed=depth > 0)

    def _keep_form(self, page: Page, number: int) -> None:
        if page.annex and page.annex.form:
            form = page.annex.form
            self._forms[number - 1] = form, place_annex(form.width, form.height, landscape=page.landscape)


def _open_canvas(document: Document, target: BytesIO, words: Words) -> Canvas:
    language = str(words.locale).replace("_", "-")
    canvas = Canvas(target, pagesize=PAGE, pageCompression=1, invariant=1, lang=language)
    canvas.setTitle(printable(document.title))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(document.cover.subtitle) if document.cover else "")
    canvas.setCreator("Enlace")
    made = f"{document.created or UNDATED:D:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_moment: made)
    # Letters are handed to several people: none begins on the back of another.
    canvas.setViewerPreference("Duplex", "Simplex" if document.each_apart else "DuplexFlipLongEdge")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if document.contents:
        canvas.showOutline()
    return canvas
