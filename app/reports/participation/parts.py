"""The parts of participation on paper: by country, by city, by unit, by body, and the cities that were never seen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from app.document import (
    BarChart,
    Block,
    Cell,
    Column,
    KeyFigures,
    Paragraph,
    Reference,
    Section,
    Sheet,
    Start,
    Table,
    Tone,
    Value,
)
from app.participation import BASIS, Counted, Facts, OfBody
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]


def _countries(facts: Facts, _: None, words: Words) -> Section:
    title = words("Participación por país")
    blocks: list[Block] = [
        Paragraph(say_span(facts, words), Tone.MUTED, with_next=True),
        KeyFigures(_figures(facts, words)),
    ]
    bars = tuple((words.country(each.country), each.counted.came) for each in facts.countries)
    if any(count for _, count in bars):
        blocks.append(BarChart(words("Delegaciones que vinieron, por país"), bars))
    columns = (
        Column(words("País"), 3),
        Column(words("Ciudades convocadas"), 1.5, figures=True),
        Column(words("De ellas, vinieron"), 1.5, figures=True),
        *_counted_columns(words),
    )
    rows: list[Row] = [
        (words.country(each.country), each.cities, each.seen, *_counted(each.counted)) for each in facts.countries
    ]
    table = Table(columns, tuple(rows), empty=words("No está registrado quién vino."))
    blocks += [table, Paragraph(words(BASIS), Tone.MUTED)]
    sheet = words("Países")
    return Section(title, tuple(blocks), sheet=sheet, rows=(_rows(sheet, table, facts, words),))


def _rows(sheet: str, table: Table, facts: Facts, words: Words) -> Sheet:
    """Return a table as the rows of a workbook, where no word stands for a day on which nobody was seen."""
    rows = tuple(tuple(None if isinstance(value, Cell) else value for value in row) for row in table.rows)
    return Sheet(sheet, replace(table, rows=rows), " ".join((say_span(facts, words), words(BASIS))))


def say_span(facts: Facts, words: Words) -> str:
    """Write over which time participation is counted."""
    starts, ends = words.date(facts.span.starts), words.date(facts.span.ends)
    if facts.span.term is not None:
        return words("Gestión {period}.", period=facts.span.term.name)
    if starts and ends:
        return words("Del {starts} al {due}", starts=starts, due=ends)
    if starts:
        return words("Desde el {starts}", starts=starts)
    return words("Hasta el {due}", due=ends) if ends else words("Todas las gestiones.")


def _figures(facts: Facts, words: Words) -> tuple[tuple[Value, str], ...]:
    seen = sum(bool(each.counted.came) for each in facts.cities)
    figures: list[tuple[Value, str]] = [
        (facts.meetings, words.plural("reunión", "reuniones", facts.meetings)),
        (facts.activities, words.plural("actividad", "actividades", facts.activities)),
        (seen, words.plural("ciudad que vino", "ciudades que vinieron", seen)),
        (
            len(facts.unseen),
            words.plural("ciudad miembro que no vino", "ciudades miembros que no vinieron", len(facts.unseen)),
        ),
    ]
    if facts.every.share is not None:
        figures.append((facts.every.share, words("de las delegaciones convocadas vino")))
    if facts.unrecorded:
        said = words.plural("sin anotar quién vino", "sin anotar quién vino", facts.unrecorded)
        figures.append((facts.unrecorded, said))
    return tuple(figures)


def _counted_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Delegaciones convocadas"), 1.6, figures=True),
        Column(words("Vinieron"), 1.2, figures=True),
        Column(words("Parte que vino"), 1.2, figures=True),
    )


def _counted(counted: Counted) -> tuple[Value, ...]:
    return counted.convened, counted.came, counted.share


def _cities(facts: Facts, _: None, words: Words) -> Section:
    title = words("Participación por ciudad")
    columns = (
        Column(words("Ciudad"), 3),
        Column(words("País"), 2),
        Column(words("Vista por última vez"), 1.6),
        Column(words("Convocada"), 1.2, figures=True),
        Column(words("Vino"), 1, figures=True),
        Column(words("Parte que vino"), 1.2, figures=True),
    )
    rows: tuple[Row, ...] = tuple(
        (
            Reference(each.name, "municipality", each.id),
            words.country(each.country),
            each.last or Cell(words("nunca"), Tone.MUTED),
            *_counted(each.counted),
        )
        for each in facts.cities
    )
    table = Table(columns, rows, empty=words("No está registrado quién vino."))
    sheet = words("Ciudades")
    return Section(title, (table,), sheet=sheet, start=Start.BELOW, rows=(_rows(sheet, table, facts, words),))


def _bodies(title: str, sheet: str, facts: Facts, _: None, words: Words, *, units: bool) -> Section:
    found: Sequence[OfBody] = [each for each in facts.bodies if each.is_unit is units]
    columns = (
        Column(words("Unidad") if units else words("Instancia"), 4),
        Column(words("Reuniones"), 1.2, figures=True),
        Column(words("Actividades"), 1.2, figures=True),
        *_counted_columns(words),
    )
    rows: tuple[Row, ...] = tuple(
        (Reference(each.name, "body", each.id), each.meetings or None, each.activities or None, *_counted(each.counted))
        for each in found
    )
    table = Table(columns, rows, empty=words("No está registrado quién vino."))
    own = (_rows(words(sheet), table, facts, words),)
    return Section(words(title), (table,), sheet=words(sheet), start=Start.BELOW, rows=own)


def _unseen(facts: Facts, _: None, words: Words) -> Section:
    title = words("Ciudades que no vinieron")
    said = words.plural(
        "{count} ciudad que hoy es miembro no vino ni fue representada.",
        "{count} ciudades que hoy son miembros no vinieron ni fueron representadas.",
        len(facts.unseen),
    )
    columns = (
        Column(words("Ciudad"), 3),
        Column(words("País"), 2),
        Column(words("Miembro desde"), 1.5),
        Column(words("Vista por última vez"), 1.6),
    )
    rows: tuple[Row, ...] = tuple(
        (
            Reference(each.name, "municipality", each.id),
            words.country(each.country),
            each.member_since,
            each.last or Cell(words("nunca"), Tone.MUTED),
        )
        for each in facts.unseen
    )
    table = Table(columns, rows)
    blocks: tuple[Block, ...] = (Paragraph(said, Tone.MUTED, with_next=bool(rows)), *((table,) if rows else ()))
    own = replace(_rows(title, table, facts, words), said=" ".join((say_span(facts, words), said)))
    return Section(title, blocks, sheet=title, start=Start.BELOW, rows=(own,))


def _of_bodies(name: str, title: str, sheet: str, *, units: bool) -> ReportPart[Facts, Any]:
    return ReportPart(name, title, gather_nothing, partial(_bodies, title, sheet, units=units))


PARTS: tuple[ReportPart[Facts, Any], ...] = (
    ReportPart("countries", mark("Participación por país"), gather_nothing, _countries),
    ReportPart("cities", mark("Participación por ciudad"), gather_nothing, _cities),
    _of_bodies("units", mark("Participación por unidad"), mark("Unidades"), units=True),
    _of_bodies("bodies", mark("Participación por instancia"), mark("Instancias"), units=False),
    ReportPart("absent", mark("Ciudades que no vinieron"), gather_nothing, _unseen),
)
"""A new one is a ReportPart here."""
