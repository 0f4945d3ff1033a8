"""A timeline on paper: rows under months that come again, with what the rows belong to, on every page."""

from collections.abc import Sequence

from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from app.rendering.pdf.pieces import Piece
from app.rendering.pdf.style import STEP
from app.rendering.pdf.timeline import ChartRow, TimelineChart

FEW_ROWS = 2
"""Fewest rows that may stand under the months at the foot of a page."""


class TimelinePiece(Piece):
    """Rows of a timeline, or of a part of it; every part begins with the months."""

    def __init__(self, chart: TimelineChart, rows: Sequence[ChartRow]) -> None:
        """Take some rows of `chart`."""
        self.chart = chart
        self.rows = rows
        self.before, self.after = STEP / 2, STEP
        self.height = chart.head_height + sum(row.height for row in rows)

    @property
    def least(self) -> float:
        """The months and two rows, with what they belong to."""
        held = FEW_ROWS + (self.rows[0].row.leads if self.rows else 0)
        return self.chart.head_height + sum(row.height for row in self.rows[:held])

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut between rows, leaving no heading at the foot of a page and no last row alone on the next."""
        used, count = self.chart.head_height, 0
        while count < len(self.rows) and used + self.rows[count].height <= room:
            used += self.rows[count].height
            count += 1
        if count == len(self.rows) - 1 and count > FEW_ROWS:
            count -= 1
        while count and self.rows[count - 1].row.leads:
            count -= 1
        if not 0 < count < len(self.rows):
            return None
        head, tail = self._part(self.rows[:count]), self._part([*self._leader(count), *self.rows[count:]])
        head.mark = self.mark
        return head, tail

    def _part(self, rows: Sequence[ChartRow]) -> "TimelinePiece":
        return TimelinePiece(self.chart, rows)

    def _leader(self, count: int) -> list[ChartRow]:
        """Return what the rows from `count` on belong to, said again; nothing where they begin with it."""
        if self.rows[count].row.leads:
            return []
        return [self.chart.goes_on(row) for row in self.rows[count - 1 :: -1] if row.row.leads and row.drawn][:1]

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the months and the rows."""
        renderPDF.draw(self.chart.draw(self.rows), canvas, left, top - self.height)
