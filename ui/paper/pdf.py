"""A PDF as images of its pages, drawn one at a time in whatever thread asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

from app.words.problems import Problem, ProblemError
from app.words.words import mark

POINTS_PER_INCH = 72
MOST_PIXELS = 60_000_000
"""A page that would need more is drawn smaller: no screen or printer of an office shows the difference."""

# PDFium keeps state of its own that two threads must not touch at once, not even for two documents.
_PDFIUM = Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that a PDF names: its page, from 0, how far below the top of that, in points, and its level, from 0."""

    title: str
    level: int
    page: int
    below: float


class PdfPages:
    """The pages of one PDF; close it when no one looks at it any more."""

    def __init__(self, data: bytes) -> None:
        """Read the PDF in `data`. Raises ProblemError when it is damaged or asks for a passphrase."""
        with _PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(data)
                sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
                self.bookmarks = tuple(_bookmarks(self._document, sizes))
            except pypdfium2.PdfiumError as error:
                raise ProblemError(
                    Problem(mark("No se puede mostrar este PDF."), mark("Está dañado o protegido con una contraseña."))
                ) from error
        self.sizes = tuple(PageSize(width, height) for width, height in sizes)
        self._closed = False

    def draw(self, number: int, scale: float) -> QImage:
        """Draw a page (from 0) with `scale` pixels to a point; an empty image once the PDF is closed."""
        size = self.sizes[number]
        scale = min(scale, (MOST_PIXELS / (size.width * size.height)) ** 0.5)
        with _PDFIUM:
            if self._closed:
                return QImage()
            page = self._document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            copied = image.copy()
            bitmap.close()
            page.close()
        return copied

    def close(self) -> None:
        """Let the PDF go."""
        with _PDFIUM:
            if not self._closed:
                self._closed = True
                self._document.close()


def _bookmarks(document: pypdfium2.PdfDocument, sizes: Sequence[tuple[float, float]]) -> Iterator[Bookmark]:
    """Return the bookmarks that lead to a page of the document, in their order."""
    for found in document.get_toc():
        place = found.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None and 0 <= page < len(sizes):
            yield Bookmark(" ".join(found.get_title().split()), found.level, page, _below(place, sizes[page][1]))


def _below(place: pypdfium2.PdfDest, height: float) -> float:
    """Return how far below the top of its page, which is so high, a place is; 0 for one that names the page alone."""
    mode, view = place.get_view()
    return min(max(height - view[1], 0.0), height) if mode == pypdfium2.raw.PDFDEST_VIEW_XYZ else 0.0
