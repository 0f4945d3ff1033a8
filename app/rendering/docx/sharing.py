"""Which sections of a document share a page, by about how high each is: Word alone knows where its pages end."""

from collections.abc import Sequence
from math import ceil
from typing import assert_never

from app.document import (
    Annex,
    BarChart,
    Block,
    DescriptionList,
    Document,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Start,
    Table,
    Timeline,
)
from app.rendering.docx.pictures import HIGHEST_MAP
from app.rendering.pdf import style
from app.rendering.pdf.flow import HARDLY, SHORT, text_room
from app.rendering.pdf.style import MM, STEP, Letter
from app.rendering.say import as_cell, say_value
from app.words.words import Words

LETTER = 0.47
"""Width of a letter of running text, as a share of its size."""

ROW = style.CELL.leading + 2 * style.CELL_PAD
BAR = 6 * MM
FIGURES = style.FIGURE.leading + 2 * style.FIGURE_LABEL.leading + 2 * STEP
TITLE = style.SECTION.leading + 3 * STEP


def begins_page(document: Document, words: Words) -> list[bool]:
    """Return for each section whether it begins on a new page; one that lies on another side than the last has to."""
    filling = _Filling(document, words)
    return [filling.begins(section) for section in document.sections]


class _Filling:
    """How full the page is on which the last section ends; None before the first."""

    def __init__(self, document: Document, words: Words) -> None:
        self.goes_on = document.single_page
        self.words = words
        self.used: float | None = None
        self.landscape = False
        self.is_hardly_begun = False

    def begins(self, section: Section) -> bool:
        width, height = text_room(landscape=section.landscape)
        needed = TITLE + sum(_height(block, width, self.words) for block in section.blocks)
        begins = not self._shares(section, needed, height)
        used = needed if begins or self.used is None else self.used + needed
        self.is_hardly_begun = (begins or self.is_hardly_begun) and used <= height * HARDLY
        self.used = used % height
        self.landscape = section.landscape
        return begins

    def _shares(self, section: Section, needed: float, height: float) -> bool:
        if self.used is None or self.landscape != section.landscape or section.start is Start.NEW_PAGE:
            return False
        if self.goes_on or section.start is Start.BELOW or self.is_hardly_begun:
            return True
        return needed <= min(height - self.used, height * SHORT)


def _height(block: Block, width: float, words: Words) -> float:
    """Return about how many points a block takes."""
    match block:
        case PageBreak() | Annex():
            found = text_room()[1]
        case Heading():
            found = style.HEADINGS[2].leading + 2 * STEP
        case Paragraph():
            found = _lines(block.text, style.BODY, width) * style.BODY.leading + STEP
        case DescriptionList():
            said = (say_value(value, words) for _, value in block.pairs)
            found = sum(_row([text], [width * 2 / 3]) for text in said) + STEP
        case KeyFigures():
            found = ceil(len(block.figures) / 4) * FIGURES
        case Table():
            found = _table(block, width, words)
        case BarChart():
            found = len(block.bars) * BAR + 3 * STEP
        case Timeline():
            found = len(block.rows) * 1.5 * ROW + 4 * STEP
        case PointMap():
            found = block.height * MM if block.height is not None else HIGHEST_MAP
        case _:
            assert_never(block)
    return found


def _table(block: Table, width: float, words: Words) -> float:
    whole = sum(column.width for column in block.columns) or 1.0
    widths = [width * column.width / whole for column in block.columns]
    least = block.row_height * MM if block.row_height else ROW
    high = 4 * STEP
    for row in block.rows:
        high += max(least, _row([say_value(as_cell(value).value, words) for value in row], widths))
        if high > text_room()[1]:
            break  # what is longer than a page shares none
    return high


def _row(said: Sequence[str], widths: Sequence[float]) -> float:
    lines = max((_lines(text, style.CELL, width) for text, width in zip(said, widths, strict=True)), default=1)
    return lines * style.CELL.leading + 2 * style.CELL_PAD


def _lines(text: str, letter: Letter, width: float) -> int:
    fits = max(width / (letter.size * LETTER), 1.0)
    return sum(ceil(max(len(line), 1) / fits) for line in text.splitlines() or [""])
