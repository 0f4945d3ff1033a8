"""A table on paper: rows of broken lines under headings that come again on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.rendering.pdf.pieces import Piece, baseline, draw_rule
from app.rendering.pdf.style import ACCENT, FAINT, HAIRLINE, RULE, THIN, Letter

FEW_ROWS = 2
"""Fewest rows that may stand under the headings at the foot of a page."""

FEW_LINES = 3
"""Fewest lines of a cut row on either page."""


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of one cell; `width` of the only line is known when it ends at the right edge."""

    lines: tuple[str, ...]
    letter: Letter
    widths: tuple[float, ...] = ()


Row = tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """What all parts of one table share; lengths in points.

    `goes_on` are the lines that say, under the first cell of a row that was cut, that it goes on.
    """

    edges: tuple[float, ...]
    widths: tuple[float, ...]
    pad: float
    head: Row = ()
    row_height: float = 0.0
    page_height: float = 0.0
    goes_on: tuple[str, ...] = ()

    def measure(self, row: Row) -> float:
        """Return the height of `row` with its padding."""
        return max(_depth(row) + 2 * self.pad, self.row_height)

    @property
    def head_height(self) -> float:
        """Height of the headings, which stand on every page."""
        return _depth(self.head) + 2 * self.pad if self.head else 0.0


class TablePiece(Piece):
    """Rows of a table, or of a part of it; every part begins with the headings."""

    def __init__(self, grid: Grid, rows: Sequence[Row], heights: Sequence[float] | None = None) -> None:
        """Take rows already broken to the widths of `grid`."""
        self.grid = grid
        self.rows = rows
        self.heights = heights if heights is not None else [grid.measure(row) for row in rows]
        self.height = grid.head_height + sum(self.heights)

    @property
    def least(self) -> float:
        """Headings and two rows, or the first lines of a row that is too tall to stay whole."""
        held = len(self.rows) if len(self.rows) <= FEW_ROWS + 1 else FEW_ROWS
        whole = self.grid.head_height + sum(self.heights[:held])
        return min(whole, self.grid.head_height + self._tall)

    @property
    def _tall(self) -> float:
        """Height above which a row is cut between its lines rather than moved."""
        return self.grid.page_height / 2

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut between rows; inside a row only when the row is taller than half a page."""
        used = self.grid.head_height
        count = 0
        while count < len(self.rows) and used + self.heights[count] <= room:
            used += self.heights[count]
            count += 1
        if count < len(self.rows) and self.heights[count] > self._tall:
            halves = self._cut_row(self.rows[count], room - used)
            if halves:
                return self._parted(count, halves)
        if count == len(self.rows) - 1 and count > FEW_ROWS:
            count -= 1
        return self._parted(count) if 0 < count < len(self.rows) else None

    def _parted(self, count: int, halves: tuple[Row, Row] | None = None) -> tuple[Piece, Piece]:
        """Part after `count` rows, the row after them in two `halves` when given."""
        skip = count + 1 if halves else count
        upper, lower = ([halves[0]], [halves[1]]) if halves else ([], [])
        head = self._part([*self.rows[:count], *upper], [*self.heights[:count], *map(self.grid.measure, upper)])
        tail = self._part([*lower, *self.rows[skip:]], [*map(self.grid.measure, lower), *self.heights[skip:]])
        head.before, head.mark, tail.after = self.before, self.mark, self.after
        return head, tail

    def _part(self, rows: Sequence[Row], heights: Sequence[float]) -> "TablePiece":
        return TablePiece(self.grid, rows, heights)

    def _cut_row(self, row: Row, room: float) -> tuple[Row, Row] | None:
        leading = max(cell.letter.leading for cell in row)
        fitting = int((room - 2 * self.grid.pad) / leading)
        deepest = max(len(cell.lines) for cell in row)
        if fitting < FEW_LINES or deepest <= fitting:
            return None
        fitting = min(fitting, max(FEW_LINES, deepest - FEW_LINES))
        upper, lower = _slice(row, 0, fitting), _slice(row, fitting, deepest)
        return upper, (self._named_again(row[0], fitting) or lower[0], *lower[1:])

    def _named_again(self, first: Written, fitting: int) -> Written | None:
        """Return the first cell of a row, which tells it from the others, to go on with; None while it is not over."""
        if len(first.lines) > fitting or not any(first.lines):
            return None
        sign = self.grid.goes_on
        named = bool(sign) and first.lines[-len(sign) :] == sign
        return first if named else Written((*first.lines, *sign), first.letter)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the hairlines, then all the text in one go."""
        placed = list(self._placed(top))
        self._draw_rules(canvas, left, top, [foot for _, _, foot in placed])
        self._write(canvas, placed, left)

    def _placed(self, top: float) -> list[tuple[Row, float, float]]:
        placed = []
        edge = top
        if self.grid.head:
            placed.append((self.grid.head, edge, edge - self.grid.head_height))
            edge -= self.grid.head_height
        for row, height in zip(self.rows, self.heights, strict=True):
            placed.append((row, edge, edge - height))
            edge -= height
        return placed

    def _draw_rules(self, canvas: Canvas, left: float, top: float, feet: Sequence[float]) -> None:
        whole = (left, left + self.grid.edges[-1] + self.grid.widths[-1])
        if self.grid.head:
            draw_rule(canvas, whole, feet[0], RULE, ACCENT)
        else:
            draw_rule(canvas, whole, top)
        canvas.setLineWidth(THIN)
        canvas.setStrokeColor(HexColor(FAINT if self.grid.row_height else HAIRLINE))
        spans = self._spans(left)
        canvas.lines([(start, foot, end, foot) for foot in feet[bool(self.grid.head) :] for start, end in spans])

    def _spans(self, left: float) -> list[tuple[float, float]]:
        """Return one line across, or one line a column where people write by hand."""
        if not self.grid.row_height:
            return [(left, left + self.grid.edges[-1] + self.grid.widths[-1])]
        return [
            (left + edge, left + edge + width) for edge, width in zip(self.grid.edges, self.grid.widths, strict=True)
        ]

    def _write(self, canvas: Canvas, placed: Sequence[tuple[Row, float, float]], left: float) -> None:
        """Write all rows as one text; font and colour are named only where they change, for naming them is slow."""
        text = canvas.beginText()
        letter: Letter | None = None
        for row, row_top, _ in placed:
            top = row_top - self.grid.pad - self._drop(row)
            for cell, edge, width in zip(row, self.grid.edges, self.grid.widths, strict=True):
                if cell.letter is not letter:
                    letter = cell.letter
                    text.setFont(letter.font, letter.size)
                    text.setFillColor(HexColor(letter.color))
                y = top - baseline(letter)
                for index, line in enumerate(cell.lines):
                    if line:
                        indent = width - cell.widths[index] if cell.widths else 0.0
                        text.setTextOrigin(left + edge + indent, y - index * letter.leading)
                        text.textOut(line)
        canvas.drawText(text)

    def _drop(self, row: Row) -> float:
        """Return how far the text stands below the top of its row: on the line, where people write by hand."""
        if not self.grid.row_height or row is self.grid.head:
            return 0.0
        return self.grid.measure(row) - 2 * self.grid.pad - _depth(row)


def _depth(row: Row) -> float:
    return max((len(cell.lines) * cell.letter.leading for cell in row), default=0.0)


def _slice(row: Row, start: int, end: int) -> Row:
    return tuple(Written(cell.lines[start:end] or ("",), cell.letter, cell.widths[start:end]) for cell in row)
