"""Bars across months, drawn row by row: for the paper, which parts them over pages, and for the page of HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, Shape
from reportlab.lib.colors import HexColor

from app.document import Timeline, TimelineKey, TimelineRow, Tone
from app.months import names_of_months, place_across, span_across
from app.rendering.pdf.drawings import line_shape, rect_shape, text_shape
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.pieces import baseline
from app.rendering.pdf.style import (
    ACCENT,
    CELL,
    CELL_HEAD,
    CELL_PAD,
    FAINT,
    GUTTER,
    HAIRLINE,
    INK,
    LAND,
    LATE,
    MM,
    MUTED,
    PAPER,
    REGULAR,
    RULE,
    SEMIBOLD,
    THIN,
    TINT,
    Letter,
    toned,
)
from app.rendering.say import printable, say_toned
from app.words.words import Words

LABELS = 0.34
"""The part of the width that labels and their words take."""

SAID = Letter(REGULAR, 7, 3.2 * MM, MUTED)
LEADING = Letter(SEMIBOLD, 8.5, 4 * MM, ACCENT)

BAR = 3.2 * MM
"""Thickness of a bar."""

SHORTEST = 1.2 * MM
"""Length of the bar of a single day."""

MARK = 1.7 * MM
"""From the middle of a mark to its corners."""

STRIPES = 1.1 * MM
"""From one stripe of an overdue bar to the next."""

NARROWEST = 2 * MM
"""Width of a month below which only years are parted by lines."""

MOST_LINES = 30
"""Lines of words that stand in one row; more of them go on in a row below, which may be on the next page."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row with the lines of its label and of its words; what goes on from the row before it has no bar."""

    row: TimelineRow
    label: tuple[str, ...]
    said: tuple[str, ...]
    height: float
    drawn: bool = True


class TimelineChart:
    """A timeline that is `width` points wide: its rows with their heights, and the drawing of any of them."""

    def __init__(self, block: Timeline, width: float, words: Words, typesetter: Typesetter | None = None) -> None:
        """Break the labels of `block` to their part of the width."""
        self.block = block
        self.width = width
        self.words = words
        self.typesetter = typesetter or Typesetter()
        self.left = width * LABELS
        self.head_height = 2 * CELL_HEAD.leading + 2 * CELL_PAD
        self.rows = tuple(made for row in block.rows for made in self._set(row))

    def goes_on(self, row: ChartRow) -> ChartRow:
        """Return a row that leads, for the top of a page where what it leads goes on."""
        sign = self.words("(sigue)")
        if row.row.label.endswith(sign):
            return row
        return next(self._set(replace(row.row, label=f"{row.row.label} {sign}")))

    def draw(self, rows: Sequence[ChartRow]) -> Drawing:
        """Draw `rows` below the months."""
        height = self.head_height + sum(row.height for row in rows)
        drawing = Drawing(self.width, height)
        top = height - self.head_height
        bands = []
        for row in rows:
            bands.append((row, top))
            top -= row.height
        shapes = (
            *(rect_shape((0, top - row.height, self.width, row.height), LAND) for row, top in bands if row.row.leads),
            *(line_shape((0, top - row.height), (self.width, top - row.height), HAIRLINE) for row, top in bands),
            *self._months(height, bands),
            *(shape for row, top in bands for shape in self._row(row, top)),
        )
        for shape in shapes:
            drawing.add(shape)
        return drawing

    def _set(self, row: TimelineRow) -> Iterator[ChartRow]:
        letter = _letter(row)
        width = self.width - GUTTER if row.leads else self.left - GUTTER
        label = self.typesetter.lines(say_toned(printable(row.label), row.tone), letter, width)
        said = self.typesetter.lines(printable(row.said), SAID, width) if row.said else ()
        yield self._measured(row, label, said[:MOST_LINES])
        for start in range(MOST_LINES, len(said), MOST_LINES):
            yield replace(self._measured(row, (), said[start : start + MOST_LINES]), drawn=False)

    def _measured(self, row: TimelineRow, label: tuple[str, ...], said: tuple[str, ...]) -> ChartRow:
        height = len(label) * CELL.leading + len(said) * SAID.leading + 2 * CELL_PAD
        return ChartRow(row, label, said, max(height, 2 * MARK + CELL_PAD))

    def _across(self, share: float) -> float:
        return self.left + share * (self.width - self.left)

    def _months(self, height: float, bands: Sequence[tuple[ChartRow, float]]) -> Iterator[Shape]:
        """Write the months, and part them by lines through the rows that lead none."""
        yield line_shape((0, height - self.head_height), (self.width, height - self.head_height), ACCENT, RULE)
        label_top = height - self.head_height + CELL_PAD + CELL_HEAD.leading
        yield _text(printable(self.block.label), CELL_HEAD, 0, label_top)
        room = (self.width - self.left) / max(len(self.block.months), 1)
        spans = [(top, top - row.height) for row, top in bands if not row.row.leads]
        yield from self._years(label_top + CELL_HEAD.leading)
        for month, name in zip(self.block.months, self._names(room - MM), strict=True):
            x = self._across(place_across(self.block.months, month) or 0)
            yield _text(name, CELL_HEAD, x + MM / 2, label_top)
            if month.month == 1 or room >= NARROWEST:
                for top, foot in spans:
                    yield line_shape((x, top), (x, foot), FAINT if month.month == 1 else HAIRLINE)
        yield from self._today([(height - self.head_height, height - self.head_height - MM), *spans])

    def _names(self, room: float) -> Sequence[str]:
        return names_of_months(self.block.months, self.words, lambda name: self._fits(name, room))

    def _years(self, top: float) -> Iterator[Shape]:
        """Write each year where it begins, as far as it fits before the next."""
        begins = [month for at, month in enumerate(self.block.months) if at == 0 or month.month == 1]
        places = [self._across(place_across(self.block.months, month) or 0) for month in begins]
        for month, (x, end) in zip(begins, pairwise([*places, self.width]), strict=True):
            if self._fits(str(month.year), end - x - MM):
                yield _text(str(month.year), replace(CELL_HEAD, color=INK), x + MM / 2, top)

    def _fits(self, text: str, room: float) -> bool:
        return self.typesetter.width(text, CELL_HEAD) <= room

    def _today(self, spans: Sequence[tuple[float, float]]) -> Iterator[Shape]:
        place = place_across(self.block.months, self.block.today) if self.block.today is not None else None
        if place is not None:
            yield from (_today_line(self._across(place), top, foot) for top, foot in spans)

    def _row(self, row: ChartRow, top: float) -> Iterator[Shape]:
        letter = _letter(row.row)
        indent = GUTTER / 2 if row.row.leads else 0.0
        y = top - CELL_PAD
        for lines, each in ((row.label, letter), (row.said, SAID)):
            for line in lines:
                yield _text(line, each, indent, y)
                y -= each.leading
        if row.drawn:
            yield from self._bar(row, top - row.height / 2)

    def _bar(self, row: ChartRow, middle: float) -> Iterator[Shape]:
        span = span_across(self.block.months, row.row.starts, row.row.ends)
        if span is not None:
            begin, end = map(self._across, span)
            yield from bar_shapes((begin, middle - BAR / 2, max(end - begin, SHORTEST), BAR), row.row.tone)
        for mark in row.row.marks:
            place = place_across(self.block.months, mark.day)
            if place is not None:
                yield mark_shape(self._across(place), middle, mark.tone)


def _letter(row: TimelineRow) -> Letter:
    """Return how a label is set; the bar alone tells what is under way from what has not begun."""
    return LEADING if row.leads else CELL if row.tone is Tone.STRONG else toned(CELL, row.tone)


def draw_key(key: TimelineKey, width: float) -> Drawing:
    """Draw what bars, marks and the line of today mean, on as many lines as they need; `width` in points."""
    typesetter = Typesetter()
    swatch, line = 6 * MM, SAID.leading + CELL_PAD
    samples = [*((tone, text, True) for tone, text in key.bars), *((tone, text, False) for tone, text in key.marks)]
    said: list[tuple[Tone | None, str, bool]] = [*samples, *([(None, key.today, False)] if key.today else [])]
    placed, x, row = [], 0.0, 0
    for tone, text, is_bar in said:
        room = swatch + MM + typesetter.width(printable(text), SAID)
        if x and x + room > width:
            x, row = 0.0, row + 1
        placed.append((tone, text, is_bar, x, row))
        x += room + 2 * GUTTER
    drawing = Drawing(width, (row + 1) * line)
    for tone, text, is_bar, left, at in placed:
        top = float(drawing.height) - at * line
        for shape in _sample(tone, is_bar=is_bar, box=(left, top - line, swatch, line)):
            drawing.add(shape)
        drawing.add(_text(printable(text), SAID, left + swatch + MM, top - CELL_PAD / 2))
    return drawing


def _sample(tone: Tone | None, *, is_bar: bool, box: Box) -> Iterator[Shape]:
    left, foot, width, height = box
    if tone is None:
        yield _today_line(left + width / 2, foot + height, foot)
    elif is_bar:
        yield from bar_shapes((left, foot + (height - BAR) / 2, width, BAR), tone)
    else:
        yield mark_shape(left + width / 2, foot + height / 2, tone)


def bar_shapes(box: Box, tone: Tone) -> Iterator[Rect | Line]:
    """Return a bar by its left, bottom, width and height: hollow, filled, pale or striped, so that grey tells them."""
    match tone:
        case Tone.LATE:
            yield rect_shape(box, LATE, LATE)
            yield from _stripes(box)
        case Tone.STRONG:
            yield rect_shape(box, ACCENT, ACCENT)
        case Tone.MUTED:
            yield rect_shape(box, TINT, FAINT)
        case _:
            yield rect_shape(box, PAPER, ACCENT)


def _stripes(box: Box) -> Iterator[Line]:
    """Return white slanted stripes that stay within a bar."""
    left, foot, width, height = box
    start = left - height + STRIPES / 2
    while start < left + width:
        low, high = max(left - start, 0.0), min(left + width - start, height)
        if low < high:
            yield line_shape((start + low, foot + low), (start + high, foot + high), PAPER, 2 * THIN)
        start += STRIPES


def mark_shape(x: float, y: float, tone: Tone) -> Polygon:
    """Return a mark: filled where something is due, hollow where it is over, a triangle where it is overdue."""
    corners: tuple[tuple[float, float], ...] = ((0, -MARK), (MARK, 0), (0, MARK), (-MARK, 0))
    if tone is Tone.LATE:
        corners = ((-MARK, -MARK), (MARK, -MARK), (0, MARK))
    fill = PAPER if tone is Tone.MUTED else INK
    shape = Polygon([end for right, up in corners for end in (x + right, y + up)])
    shape.fillColor = HexColor(fill)
    # A light edge parts a mark from the bar below it; a hollow one is all edge.
    shape.strokeColor = HexColor(INK if tone is Tone.MUTED else PAPER)
    shape.strokeWidth = 2 * THIN if tone is Tone.MUTED else 3 * THIN
    return shape


def _today_line(x: float, top: float, foot: float) -> Shape:
    shape = line_shape((x, top), (x, foot), INK, 2 * THIN)
    shape.strokeDashArray = [2, 1.5]
    return shape


def _text(text: str, letter: Letter, x: float, top: float) -> Shape:
    return text_shape(text, letter, x, top - baseline(letter))
