"""The blocks of a document as pieces of paper."""

from collections.abc import Iterator
from functools import partial
from math import ceil
from typing import assert_never

from app.document import BarChart, DescriptionList, Drawn, KeyFigures, Paragraph, PointMap, Table, Timeline, Tone
from app.rendering.map.map import TALLEST, draw_map
from app.rendering.pdf import style
from app.rendering.pdf.cells import TableSetter
from app.rendering.pdf.drawings import draw_bars
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.pieces import (
    DrawingPiece,
    Figure,
    FiguresPiece,
    MapPiece,
    Mark,
    Piece,
    TextPiece,
    TitlePiece,
    broken,
)
from app.rendering.pdf.style import STEP, toned
from app.rendering.pdf.timeline import TimelineChart, draw_key
from app.rendering.pdf.timeline_piece import TimelinePiece
from app.rendering.say import printable, say_toned, say_value
from app.words.words import Words

FIGURES_A_ROW = 4

PlainBlock = Paragraph | DescriptionList | KeyFigures | Table | Drawn
"""The blocks that are set where they stand; the pages themselves see to headings, page breaks and annexes."""


class BlockSetter:
    """Sets the blocks of sections into `room`, the width and height of the page's text in points."""

    def __init__(self, words: Words, typesetter: Typesetter, room: tuple[float, float]) -> None:
        """Take the language and the letters of the document."""
        self.words = words
        self.typesetter = typesetter
        self.width = room[0]
        self.tables = TableSetter(words, typesetter, room)

    def title(self, mark: Mark, heading: str = "") -> Piece:
        """Set the title of a section, or the heading that is printed for it."""
        lines = self.typesetter.balanced(heading or mark.title, style.SECTION, self.width)
        piece = TitlePiece(lines, style.SECTION, before=2 * STEP, after=STEP)
        piece.mark = mark
        return piece

    def heading(self, mark: Mark) -> Piece:
        """Set a heading within a section."""
        letter = style.HEADINGS[mark.level + 1]
        piece = TextPiece(self.typesetter.balanced(mark.title, letter, self.width), letter)
        piece.before, piece.after = (2 * STEP if mark.level == 1 else STEP), STEP / 2
        piece.with_next = True
        piece.mark = mark
        return piece

    def pieces(self, block: PlainBlock) -> Iterator[Piece]:
        """Return the pieces of one block."""
        match block:
            case Paragraph():
                yield from self._paragraph(block)
            case DescriptionList():
                yield from self._description_list(block)
            case KeyFigures():
                yield from self._figures(block)
            case Table():
                yield from self._table(block)
            case BarChart():
                yield from self._bars(block)
            case Timeline():
                yield from self._timeline(block)
            case PointMap():
                yield from self._map(block)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> Iterator[Piece]:
        letter = toned(style.BODY, block.tone)
        piece = broken(self.typesetter, say_toned(printable(block.text), block.tone), letter, self.width)
        piece.before = piece.after = STEP / 2
        piece.with_next = block.with_next
        yield piece

    def _table(self, block: Table) -> Iterator[Piece]:
        if block.caption:
            yield self._caption(block.caption)
        if block.rows:
            piece = self.tables.table(block)
            piece.before, piece.after = STEP / 2, STEP
            yield piece
        elif block.empty:
            yield from self._paragraph(Paragraph(block.empty, Tone.MUTED))

    def _description_list(self, block: DescriptionList) -> Iterator[Piece]:
        if block.pairs:
            piece = self.tables.description_list(block)
            piece.before, piece.after = STEP / 2, STEP
            piece.with_next = block.with_next
            yield piece

    def _figures(self, block: KeyFigures) -> Iterator[Piece]:
        count = len(block.figures)
        a_row = ceil(count / ceil(count / FIGURES_A_ROW)) if count else 1
        column = (self.width + STEP) / a_row
        for start in range(0, count, a_row):
            row = block.figures[start : start + a_row]
            figures = tuple(self._figure(say_value(value, self.words), label, column - STEP) for value, label in row)
            yield FiguresPiece(figures, (self._figure_letter(figures, column - STEP), style.FIGURE_LABEL), column)

    def _figure(self, said: str, label: str, width: float) -> Figure:
        return Figure(said, self.typesetter.lines(printable(label), style.FIGURE_LABEL, width))

    def _figure_letter(self, figures: tuple[Figure, ...], width: float) -> style.Letter:
        widest = max(self.typesetter.width(figure.said, style.FIGURE) for figure in figures)
        return style.FIGURE.scaled(min(1.0, width / widest)) if widest else style.FIGURE

    def _bars(self, block: BarChart) -> Iterator[Piece]:
        if block.bars:
            yield self._caption(block.title)
            yield DrawingPiece(draw_bars(block, self.width, self.words))

    def _timeline(self, block: Timeline) -> Iterator[Piece]:
        if block.rows:
            yield self._caption(block.title)
            key = DrawingPiece(draw_key(block.key, self.width))
            key.before, key.after, key.with_next = STEP / 2, 0.0, True
            yield key
            chart = TimelineChart(block, self.width, self.words, self.typesetter)
            yield TimelinePiece(chart, chart.rows)

    def _map(self, block: PointMap) -> Iterator[Piece]:
        yield self._caption(block.title)
        yield MapPiece(partial(draw_map, block, self.width, self.words), TALLEST)

    def _caption(self, text: str) -> Piece:
        piece = broken(self.typesetter, printable(text), style.CAPTION, self.width)
        piece.before, piece.with_next = STEP, True
        return piece
