"""The two grids in which units cross with the lines of the plan and with the axes, with sums by row and by column."""

from collections.abc import Iterator

from app.document import Tone
from app.line import Line
from app.plan import BoardLine
from app.records.catalog import Query
from app.units import questions
from app.units.facts import AxisOfUnits, Facts, Unit
from app.units.grid import Cell, Grid, Head
from app.units.matrix import OfAxis, companions, of_axes, of_axis, of_line, together
from app.units.overview import head_of
from app.words.words import Words
from db.values import RecordKey

Keys = tuple[str, ...]


def compose_lines(facts: Facts, words: Words) -> Grid:
    """Compose a row for each unit across the lines of the plan, with what it does of each; the vacant line stays so."""
    every = tuple(line.id for line in facts.lines)
    columns = (*(_head_of_line(line, words) for line in facts.lines), Head(words("Total"), sums=True))
    rows = (*(head_of(unit, words) for unit in facts.units), Head(words("Total"), sums=True))
    cells = [_row_of_lines(facts, (unit,), every, words) for unit in facts.units]
    cells.append(_row_of_lines(facts, tuple(facts.units), every, words))
    return Grid(words("Unidades por línea de acción"), words("Unidad"), columns, rows, cells)


def compose_axes(facts: Facts, words: Words) -> Grid:
    """Compose a row for each unit across the axes: where it belongs, and what it does there with another unit."""
    columns = (*(_head_of_axis(axis) for axis in facts.axes), Head(words("Total"), sums=True))
    rows = (*(head_of(unit, words) for unit in facts.units), Head(words("Total"), sums=True))
    cells = [_row_of_axes(facts, unit, words) for unit in facts.units]
    cells.append((*(_sum_of_axis(facts, axis, words) for axis in facts.axes), Cell()))
    return Grid(words("Unidades por eje"), words("Unidad"), columns, rows, cells)


def _head_of_line(line: BoardLine, words: Words) -> Head:
    vacant = words("Vacante: el documento no trae este punto.") if line.vacant else ""
    title = words("{number}. {title}", number=line.number, title=line.name)
    tip = "\n".join(filter(None, (title, vacant, line.official_text)))
    return Head(title, words("Vacante") if line.vacant else "", tip, RecordKey("plan_line", line.id))


def _head_of_axis(axis: AxisOfUnits) -> Head:
    return Head(axis.name, tip=axis.name, record=RecordKey("axis", axis.id), width=2)


def _row_of_lines(facts: Facts, units: tuple[Unit, ...], every: Keys, words: Words) -> tuple[Cell, ...]:
    cells = (_of_lines(facts, units, (line.id,), words) for line in facts.lines)
    return (*cells, _of_lines(facts, units, every, words))


def _of_lines(facts: Facts, units: tuple[Unit, ...], lines: Keys, words: Words) -> Cell:
    count, keys, found = of_line(facts, units, lines), tuple(unit.id for unit in units), []
    if count.actions:
        said = words.plural("{count} acción", "{count} acciones", count.actions)
        found.append(Line(said, questions.actions(keys, lines)))
    if count.activities:
        said = words.plural("{count} actividad", "{count} actividades", count.activities)
        found.append(Line(said, questions.activities_of_lines(keys, lines)))
    return Cell(tuple(found))


def _row_of_axes(facts: Facts, unit: Unit, words: Words) -> tuple[Cell, ...]:
    cells = [_of_axes(facts, unit, of_axis(facts, unit.id, axis), (axis,), words) for axis in facts.axes]
    own = sum(unit.id in axis.units for axis in facts.axes)
    if not own:
        return (*cells, Cell())
    said = Line(words.plural("{count} eje", "{count} ejes", own), tone=Tone.STRONG)
    whole = _of_axes(facts, unit, of_axes(facts, unit.id, facts.axes), tuple(facts.axes), words)
    return (*cells, Cell((said, *whole.lines[1:])))


def _of_axes(facts: Facts, unit: Unit, count: OfAxis, axes: tuple[AxisOfUnits, ...], words: Words) -> Cell:
    """Compose the mark of a unit that belongs to an axis, and the lists of what it does there with another."""
    if not count.belongs:
        return Cell()
    sides: tuple[Keys, Keys] = ((unit.id,), companions(unit.id, axes))
    asked = questions.activities(facts.term, *sides), questions.meetings(facts.term, *sides)
    return Cell((Line(words("Sí"), tone=Tone.STRONG), *_say_together(count, asked, words)))


def _sum_of_axis(facts: Facts, axis: AxisOfUnits, words: Words) -> Cell:
    """Compose how many units an axis groups and what they do together: no list shows what any two of several do."""
    own = sum(unit.id in axis.units for unit in facts.units)
    if not own:
        return Cell()
    said = Line(words.plural("{count} unidad", "{count} unidades", own), tone=Tone.STRONG)
    return Cell((said, *_say_together(together(facts, axis), (None, None), words)))


def _say_together(count: OfAxis, asked: tuple[Query | None, Query | None], words: Words) -> Iterator[Line]:
    """Write how many activities and meetings there are, each with the question that lists them, where one does."""
    if count.activities:
        said = words.plural("{count} actividad", "{count} actividades", count.activities)
        yield Line(said, asked[0])
    if count.meetings:
        yield Line(words.plural("{count} reunión", "{count} reuniones", count.meetings), asked[1])
