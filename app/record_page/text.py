"""A page as plain text, as it is copied into a letter: a line for each fact, a table as a spreadsheet takes it."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from app.document import (
    Absent,
    Annex,
    BarChart,
    Block,
    Cell,
    DescriptionList,
    Drawn,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Table,
    Timeline,
    Value,
)
from app.rendering.say import as_cell, say_value
from app.words.words import Words


def page_text(title: str, blocks: Sequence[Block], words: Words) -> str:
    """Return the title and what the blocks say, a heading after an empty line; what is not recorded is left out."""
    return "\n".join([title, *(line for block in blocks for line in _lines(block, words))]) + "\n"


def _lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading():
            yield from ("", block.text)
        case Paragraph():
            yield block.text
        case DescriptionList():
            known = ((label, value) for label, value in block.marked() if not isinstance(value, Absent))
            yield from (f"{label}: {_line(value, words)}" for label, value in known)
        case KeyFigures():
            yield from (f"{label}: {_line(value, words)}" for value, label in block.figures)
        case BarChart() | Timeline() | PointMap():
            yield from _drawn(block, words)
        case Table():
            yield "\t".join(column.title for column in block.columns)
            yield from ("\t".join(_line(cell, words) for cell in row) for row in block.rows)
        case Annex():
            yield f"{block.title} ({block.file_name})"
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _drawn(block: Drawn, words: Words) -> Iterator[str]:
    match block:
        case BarChart():
            yield from (f"{label}: {words.number(count)}" for label, count in block.bars)
        case Timeline():
            yield from (f"{row.label}: {row.said}" if row.said else row.label for row in block.rows)
        case PointMap():
            yield from (point.label for point in block.points)
        case _:
            assert_never(block)


def _line(value: Value | Cell, words: Words) -> str:
    return ", ".join(say_value(as_cell(value).value, words).splitlines())
