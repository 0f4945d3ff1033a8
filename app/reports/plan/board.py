"""The lines of the plan on paper: what is counted of each, and how far it is in words and as a chart."""

from collections.abc import Sequence

from app.document import BarChart, Block, Cell, Column, Paragraph, Section, Table, Tone, Value
from app.plan import BoardLine
from app.reports.plan.basis import Basis, say_how_far, say_line
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]
WHOLE = 100


def _compose(basis: Basis, _: None, words: Words) -> Section:
    """Compose a table of the lines with their sum, and a chart of those of which something is measured."""
    blocks: list[Block] = [
        Paragraph(words("Al {day}", day=words.date(basis.today)), Tone.MUTED, with_next=True),
        _table(basis, words),
    ]
    blocks += progress_chart(basis.board.lines, words)
    return Section(words("Líneas de acción"), tuple(blocks), sheet=words("Líneas"))


def progress_chart(lines: Sequence[BoardLine], words: Words) -> tuple[BarChart, ...]:
    """Compose how far the lines are of which something is measured; nothing where none is."""
    bars = tuple(
        (say_line(line, words), int(line.progress.number))
        for line in lines
        if line.progress is not None and not line.vacant
    )
    return (BarChart(words("Avance medio de las líneas con medición, en %"), bars, WHOLE),) if bars else ()


def _table(basis: Basis, words: Words) -> Table:
    columns = (
        Column(words("Número"), 0.9),
        Column(words("Línea de acción"), 3.6),
        Column(words("Acciones"), 1),
        Column(words("Cumplidas"), 1.1),
        Column(words("Atrasadas"), 1.1),
        Column(words("Avance"), 3.4),
    )
    counted = [line for line in basis.board.lines if not line.vacant]
    sums = (sum(line.actions for line in counted), sum(line.done for line in counted))
    total: Row = (
        None,
        Cell(words("Total"), Tone.STRONG),
        *(Cell(each, Tone.STRONG) for each in sums),
        _say_overdue(sum(line.overdue for line in counted), Tone.STRONG),
        None,
    )
    return Table(columns, (*(_row(line, words) for line in basis.board.lines), total))


def _row(line: BoardLine, words: Words) -> Row:
    said = say_how_far(line, words)
    if line.vacant:
        return (line.number, Cell(line.name, Tone.MUTED), None, None, None, Cell(said, Tone.MUTED))
    return (line.number, line.name, line.actions, line.done, _say_overdue(line.overdue, Tone.PLAIN), said)


def _say_overdue(count: int, tone: Tone) -> Cell:
    return Cell(count, Tone.LATE if count else tone)


BOARD = ReportPart("board", mark("Líneas de acción y avance"), gather_nothing, _compose)
