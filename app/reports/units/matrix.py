"""The matrix on paper: units across the lines of the plan, actions and activities apart, and across the axes."""

from collections.abc import Callable, Sequence

from app.document import Block, Cell, Column, Heading, Paragraph, Section, Table, Tone, Value
from app.reports.report import ReportPart, gather_nothing
from app.units.facts import Facts, Unit
from app.units.matrix import OfAxis, OfLine, of_axes, of_axis, of_line, together
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]
NAMES = 3.2
"""How wide the names of units are beside a line."""


def _compose(facts: Facts, _: None, words: Words) -> Section:
    blocks: list[Block] = []
    for title, counted in (
        (words("Acciones por línea de acción"), _actions),
        (words("Actividades por línea de acción"), _activities),
    ):
        blocks.append(Heading(title))
        blocks.append(_lines(facts, counted, words) if facts.lines else _none(words))
    blocks.append(Heading(words("Unidades por eje")))
    if facts.axes:
        said = words("Qué hizo cada unidad con otra del mismo eje: actividades y reuniones de la gestión.")
        blocks.append(Paragraph(said, Tone.MUTED, with_next=True))
        blocks.append(_axes(facts, words))
    else:
        blocks.append(Paragraph(words("En esta gestión no hay ejes."), Tone.MUTED))
    return Section(words("Matriz"), tuple(blocks), sheet=words("Matriz"), landscape=True)


def _none(words: Words) -> Paragraph:
    return Paragraph(words("Esta gestión todavía no tiene plan de trabajo."), Tone.MUTED)


def _actions(count: OfLine) -> int | None:
    return count.actions or None


def _activities(count: OfLine) -> int | None:
    return count.activities or None


def _lines(facts: Facts, counted: Callable[[OfLine], int | None], words: Words) -> Table:
    every = tuple(line.id for line in facts.lines)
    titles = (words("{number}. {title}", number=line.number, title=line.name) for line in facts.lines)
    columns = (Column(words("Unidad"), NAMES), *(Column(title, 1.3) for title in titles), Column(words("Total")))

    def counts(units: Sequence[Unit]) -> list[int | None]:
        return [counted(of_line(facts, units, lines)) for lines in (*((line,) for line in every), every)]

    rows: list[Row] = [(unit.name, *counts((unit,))) for unit in facts.units]
    sums = counts(facts.units)
    vacant = [words("Vacante") if line.vacant else None for line in facts.lines]
    total = [
        Cell(each if each is not None else said, Tone.STRONG) for each, said in zip(sums, [*vacant, None], strict=True)
    ]
    return Table(columns, (*rows, (Cell(words("Total"), Tone.STRONG), *total)))


def _axes(facts: Facts, words: Words) -> Table:
    columns = (Column(words("Unidad"), 2), *(Column(axis.name, 2) for axis in facts.axes), Column(words("Total"), 2))
    rows: list[Row] = []
    for unit in facts.units:
        own = sum(unit.id in axis.units for axis in facts.axes)
        said = words.plural("{count} eje", "{count} ejes", own)
        cells = [_say(of_axis(facts, unit.id, axis), words("Sí"), words) for axis in facts.axes]
        rows.append((unit.name, *cells, _say(of_axes(facts, unit.id, facts.axes), said, words)))
    sums: list[Cell] = []
    for axis in facts.axes:
        own = sum(unit.id in axis.units for unit in facts.units)
        said = words.plural("{count} unidad", "{count} unidades", own)
        sums.append(Cell(_say(together(facts, axis), said, words), Tone.STRONG))
    return Table(columns, (*rows, (Cell(words("Total"), Tone.STRONG), *sums, None)))


def _say(count: OfAxis, mark_of_it: str, words: Words) -> str | None:
    """Write that a unit belongs to an axis, and what it does there with another."""
    if not count.belongs:
        return None
    activities = words.plural("{count} actividad", "{count} actividades", count.activities)
    meetings = words.plural("{count} reunión", "{count} reuniones", count.meetings)
    said = (mark_of_it, activities if count.activities else "", meetings if count.meetings else "")
    return " · ".join(filter(None, said))


MATRIX = ReportPart("matrix", mark("Matriz"), gather_nothing, _compose)
