"""The blocks of a section as bands of rows of a sheet, one under the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import assert_never, get_args

from app.document import (
    NOT_RECORDED,
    Absent,
    Address,
    Annex,
    BarChart,
    Block,
    Cell,
    Column,
    DescriptionList,
    Drawn,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Reference,
    Section,
    Several,
    Sheet,
    Table,
    Timeline,
    Tone,
    Value,
)
from app.rendering.say import as_cell, printable, say_toned, say_value
from app.rendering.xlsx.look import Label, Role
from app.rendering.xlsx.months import months_said, say_key
from app.words.words import Words

Row = Sequence[Value | Cell]
MICRO = 1_000_000

MOST_MONTHS = 120
"""Months above which a sheet has the dates of a timeline alone: so many columns would be read by nobody."""

_SPOKEN = bool | Reference | Address | Several | Absent
"""What a cell of a sheet says in words: a yes and no too, which a spreadsheet would say in its own language."""

_HIDING = frozenset({*get_args(_SPOKEN), Cell})
"""The types among which there may be some of these."""


@dataclass(frozen=True, slots=True)
class Band:
    """What belongs together: a label over all, headings, and rows of values; any of them may be missing.

    `months` are narrow columns after those of the values, in which the rows of a timeline are drawn.
    """

    title: Label | None = None
    heads: tuple[Label, ...] = ()
    rows: Sequence[Row] = ()
    source: Block | None = None
    months: tuple[date, ...] = ()

    @property
    def lead(self) -> int:
        """How many rows stand before the first row of values."""
        return bool(self.title) + bool(self.heads)

    @property
    def height(self) -> int:
        """How many rows there are in all."""
        return self.lead + len(self.rows)


class BandMaker:
    """Makes the bands of one document's sections."""

    def __init__(self, words: Words) -> None:
        """Take the language of the document."""
        self.words = words

    def bands(self, section: Section) -> list[Band]:
        """Return the bands of `section`, its title first."""
        title = Band(Label(section.title, Role.TITLE))
        return [title, *(band for block in section.blocks for band in self.of(block))]

    def rows(self, sheet: Sheet) -> list[Band]:
        """Return the bands of a sheet of rows: its title, of what they are, and the rows with nothing for nothing."""
        rows = tuple(
            tuple(None if as_cell(value).value in (NOT_RECORDED, "") else value for value in row)
            for row in sheet.table.rows
        )
        said = self._paragraph(Paragraph(sheet.said, Tone.MUTED))
        return [Band(Label(sheet.title, Role.TITLE)), *said, *self._table(replace(sheet.table, rows=rows))]

    def of(self, block: Block) -> Iterator[Band]:
        """Return the bands of one block."""
        match block:
            case PageBreak():
                pass  # a sheet has no pages of its own
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case DescriptionList():
                yield from self._description_list(block)
            case KeyFigures():
                yield from self._figures(block)
            case Table():
                yield from self._table(block)
            case BarChart() | Timeline() | PointMap():
                yield from self._drawn(block)
            case Annex():
                yield from self._annex(block)
            case _:
                assert_never(block)

    def _drawn(self, block: Drawn) -> Iterator[Band]:
        match block:
            case BarChart():
                yield from self._bars(block)
            case Timeline():
                yield from self._timeline(block)
            case PointMap():
                yield from self._map(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[Band]:
        yield Band(Label(block.text, Role.HEADING if block.level == 2 else Role.CAPTION))  # noqa: PLR2004  # of 2 and 3

    def _paragraph(self, block: Paragraph) -> Iterator[Band]:
        if block.text:
            yield Band(rows=[[Cell(say_toned(block.text, block.tone), _signless(block.tone))]], source=block)

    def _description_list(self, block: DescriptionList) -> Iterator[Band]:
        pairs = [(Cell(label, Tone.MUTED), value) for label, value in block.marked()]
        yield Band(rows=self._spoken(pairs))

    def _figures(self, block: KeyFigures) -> Iterator[Band]:
        yield Band(rows=self._spoken([(Cell(value, Tone.STRONG), label) for value, label in block.figures]))

    def _table(self, block: Table) -> Iterator[Band]:
        caption = Label(block.caption, Role.CAPTION) if block.caption else None
        if not block.rows and block.empty:
            yield Band(caption, rows=[[Cell(block.empty, Tone.MUTED)]])
            return
        heads = tuple(Label(column.title, Role.HEAD) for column in block.columns)
        yield Band(caption, heads, self._spoken(block.rows), block)

    def _bars(self, block: BarChart) -> Iterator[Band]:
        heads = (Label(block.title, Role.HEAD), Label(self.words("Cantidad"), Role.HEAD))
        yield Band(None, heads, block.bars, block)

    def _timeline(self, block: Timeline) -> Iterator[Band]:
        words = self.words
        months = block.months if len(block.months) <= MOST_MONTHS else ()
        titles = (block.label, words("Desde"), words("Hasta"), words("En palabras"))
        heads = [Label(text, Role.HEAD) for text in (*titles, *months_said(months, words))]
        rows = [
            (Cell(row.label, Tone.STRONG if row.leads else row.tone), row.starts, row.ends, row.said)
            for row in block.rows
        ]
        yield Band(Label(block.title, Role.CAPTION), tuple(heads), rows, block, months)
        if months:
            yield from self._paragraph(Paragraph(say_key(block.key), Tone.MUTED))

    def _map(self, block: PointMap) -> Iterator[Band]:
        words = self.words
        titles = (words("Lugar"), words("País"), words("Latitud"), words("Longitud"))
        rows = tuple(
            (
                point.label,
                words.country(point.country) if point.country else None,
                Decimal(point.latitude) / MICRO,
                Decimal(point.longitude) / MICRO,
            )
            for point in block.points
        )
        yield from self._table(Table(tuple(Column(title) for title in titles), rows, caption=block.title))

    def _annex(self, block: Annex) -> Iterator[Band]:
        said = self.words("Anexo {number} · {title}", number=block.number, title=printable(block.title))
        yield Band(rows=[[said, block.file_name]])

    def _spoken(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return rows of what a cell of a sheet can hold."""
        return [[self._speak(value) for value in row] if _HIDING & set(map(type, row)) else row for row in rows]

    def _speak(self, value: Value | Cell) -> Value | Cell:
        cell = as_cell(value)
        if not isinstance(cell.value, _SPOKEN):
            return value
        said = say_value(cell.value, self.words)
        return said if cell.tone is Tone.PLAIN else Cell(said, cell.tone)


def _signless(tone: Tone) -> Tone:
    """Return the tone of a paragraph whose sign stands in its text already."""
    return Tone.STRONG if tone is Tone.LATE else Tone.PLAIN if tone is Tone.WARNING else tone
