"""The table of contents: a line for each mark, dots, and the number of its page."""

from collections.abc import Mapping

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.rendering.pdf import style
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.pieces import Mark, Piece, put_text, put_text_right
from app.rendering.pdf.style import MM, STEP

INDENT = 6 * MM
NUMBERS = 12 * MM
"""Room for the numbers of the pages at the right."""

DOT_STEP = 1.8 * MM


class EntryPiece(Piece):
    """One line of the contents; its page is looked up when it is drawn, for the pages come after the contents."""

    def __init__(self, mark: Mark, numbers: Mapping[str, int], typesetter: Typesetter, width: float) -> None:
        """Take the `mark` to lead to and the pages by key, which are filled until the entry is drawn."""
        self._mark = mark
        self._numbers = numbers
        self._typesetter = typesetter
        self._width = width
        level = min(mark.level, 1)
        self._letter = style.CONTENTS[level]
        self._indent = level * INDENT
        self._lines = typesetter.lines(mark.title, self._letter, width - self._indent - NUMBERS)
        self.height = len(self._lines) * self._letter.leading
        self.before = 0.0 if level else STEP / 2
        self.with_next = level == 0

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Write title, dots and number, and make them a link."""
        start = left + self._indent
        for index, line in enumerate(self._lines):
            put_text(canvas, line, self._letter, start, top - index * self._letter.leading)
        last = top - (len(self._lines) - 1) * self._letter.leading
        number = str(self._numbers[self._mark.key])
        put_text_right(canvas, number, self._letter, left + self._width, last)
        text_end = start + self._typesetter.width(self._lines[-1], self._letter)
        number_start = left + self._width - self._typesetter.width(number, self._letter)
        self._draw_dots(canvas, (text_end, number_start), last)
        canvas.linkAbsolute(
            number, self._mark.key, (left, top - self.height, left + self._width, top), Border="[0 0 0]"
        )

    def _draw_dots(self, canvas: Canvas, span: tuple[float, float], top: float) -> None:
        """Draw dots on one grid for all lines, so that they stand under each other."""
        canvas.setFillColor(HexColor(style.FAINT))
        first = int(span[0] / DOT_STEP) + 2
        last = int(span[1] / DOT_STEP) - 1
        y = top - self._letter.leading / 2 - self._letter.size * 0.3
        for column in range(first, last):
            canvas.circle(column * DOT_STEP, y, 0.35, stroke=0, fill=1)
