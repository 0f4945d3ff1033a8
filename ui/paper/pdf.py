"""A PDF as images of its pages, drawn one at a time in whatever thread asks."""

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


class PdfPages:
    """The pages of one PDF; close it when no one looks at it any more."""

    def __init__(self, data: bytes) -> None:
        """Read the PDF in `data`. Raises ProblemError when it is damaged or asks for a passphrase."""
        with _PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(data)
                sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
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
