"""The blocks of a section as bands of rows of a sheet, one under the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import singledispatchmethod

from app.rendering.say import printable, say_toned
from app.rendering.xlsx_cells import Entry, Role
from app.reports.document import (
    Annex,
    BarChart,
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Table,
    Tone,
    Value,
)
from app.words import Words

Row = Sequence[Value | Cell | Entry]

MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that belong together; the first `lead` of a table's rows are caption and headings."""

    rows: Sequence[Row]
    source: Block | None = None
    lead: int = 0
    is_prose: bool = False

    @property
    def body(self) -> int:
        """How many rows follow the headings."""
        return len(self.rows) - self.lead


class BandMaker:
    """Makes the bands of one document's sections."""

    def __init__(self, words: Words) -> None:
        """Take the language of the document."""
        self.words = words

    def bands(self, section: Section) -> list[Band]:
        """Give the bands of `section`, its title first."""
        title = Band([[Entry(section.title, Role.TITLE)]])
        return [title, *(band for block in section.blocks for band in self.of(block))]

    @singledispatchmethod
    def of(self, block: Block) -> Iterator[Band]:
        """Give the bands of one block."""
        raise TypeError(f"no rows for {block!r}")

    @of.register
    def _page_break(self, block: PageBreak) -> Iterator[Band]:  # noqa: ARG002  # a sheet has no pages of its own
        yield from ()

    @of.register
    def _heading(self, block: Heading) -> Iterator[Band]:
        yield Band([[Entry(block.text, Role.HEADING if block.level == 2 else Role.CAPTION)]])  # noqa: PLR2004  # of 2 and 3

    @of.register
    def _paragraph(self, block: Paragraph) -> Iterator[Band]:
        text = say_toned(block.text, block.tone)
        if text:
            tone = Tone.PLAIN if block.tone in (Tone.WARNING, Tone.LATE) else block.tone
            yield Band([[Cell(text, tone)]], block, is_prose=True)

    @of.register
    def _facts(self, block: Facts) -> Iterator[Band]:
        missing = Cell(self.words("sin registrar"), Tone.MUTED)
        yield Band(
            [[Entry(label, Role.LABEL), missing if value in (None, "") else value] for label, value in block.pairs]
        )

    @of.register
    def _figures(self, block: KeyFigures) -> Iterator[Band]:
        yield Band([[Entry(value, Role.FIGURE), label] for value, label in block.figures])

    @of.register
    def _table(self, block: Table) -> Iterator[Band]:
        caption: list[Row] = [[Entry(block.caption, Role.CAPTION)]] if block.caption else []
        if block.rows or not block.empty:
            yield self._tabled(block, caption)
        else:
            yield Band([*caption, [Cell(block.empty, Tone.MUTED)]])

    def _tabled(self, block: Table, caption: list[Row]) -> Band:
        head = [Entry(printable(column.title), Role.HEAD) for column in block.columns]
        lead = [*caption, head]
        return Band([*lead, *block.rows], block, lead=len(lead))

    @of.register
    def _bars(self, block: BarChart) -> Iterator[Band]:
        head = [Entry(block.title, Role.HEAD), Entry(self.words("Cantidad"), Role.HEAD)]
        yield Band([head, *block.bars], block, lead=1)

    @of.register
    def _map(self, block: PointMap) -> Iterator[Band]:
        said = (self.words("Lugar"), self.words("País"), self.words("Latitud"), self.words("Longitud"))
        rows = tuple(
            (
                point.label,
                self.words.country(point.country) if point.country else None,
                _degrees(point.latitude),
                _degrees(point.longitude),
            )
            for point in block.points
        )
        table = Table(tuple(Column(title) for title in said), rows, caption=block.title)
        yield self._tabled(table, [[Entry(block.title, Role.CAPTION)]])

    @of.register
    def _annex(self, block: Annex) -> Iterator[Band]:
        said = self.words("Anexo {number} · {title}", number=block.number, title=printable(block.title))
        yield Band([[said, block.file_name]])


def _degrees(microdegrees: int) -> Decimal:
    return Decimal(microdegrees) / MICRO
