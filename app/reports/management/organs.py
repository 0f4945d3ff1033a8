"""The organs and units in the informe: the meetings that were held, the units, what was declared and recommended."""

from collections.abc import Sequence

from app.document import Block, Cell, Column, Heading, KeyFigures, Reference, Section, Table, Value
from app.management.facts import Facts
from app.management.gatherings import Held
from app.reports.fccr.routes import recommendation_blocks
from app.reports.management.prose import prose
from app.reports.report import ReportPart, gather_nothing
from app.reports.units.overview import active_units_blocks
from app.words.words import Words, mark
from db.papers import ChapterKind

Row = tuple[Value | Cell, ...]
ADOPTED_TITLE = mark("Declaraciones y recomendaciones")


def _organs(facts: Facts, _: None, words: Words) -> Section | None:
    blocks: tuple[Block, ...] = prose(facts, ChapterKind.ORGANS, words)
    if facts.held:
        blocks = (*blocks, Heading(words("Reuniones realizadas")), *_meetings(facts, words))
    title = words(ChapterKind.ORGANS.label)
    return Section(title, blocks, sheet=title, landscape=bool(facts.held)) if blocks else None


def _units(facts: Facts, _: None, words: Words) -> Section | None:
    if not facts.active_units:
        return None
    title = words("Unidades Temáticas")
    # Of a term that is over it tells as of its end, whenever it is printed.
    last = facts.term.ends.last_day if facts.term.ends is not None else facts.today
    blocks = active_units_blocks(facts.units, words, min(last, facts.today))
    return Section(title, blocks, sheet=words("Unidades"), landscape=True)


def _adopted(facts: Facts, _: None, words: Words) -> Section | None:
    blocks: list[Block] = []
    if facts.declared:
        blocks += [Heading(words("Declaraciones")), _declarations(facts, words)]
    if facts.recommended:
        blocks += [Heading(words("Recomendaciones")), *recommendation_blocks(facts.recommended, words)]
    title = words(ADOPTED_TITLE)
    return Section(title, tuple(blocks), sheet=words("Declaraciones"), landscape=True) if blocks else None


def _meetings(facts: Facts, words: Words) -> tuple[Block, ...]:
    came, resolved = (sum(getattr(each, name) for each in facts.held) for name in ("present", "resolutions"))
    bodies = len({each.body for each in facts.held})
    figures = (
        (len(facts.held), words.plural("reunión realizada", "reuniones realizadas", len(facts.held))),
        (bodies, words.plural("instancia se reunió", "instancias se reunieron", bodies)),
        (came, words.plural("asistencia", "asistencias", came)),
        (resolved, words.plural("resolución", "resoluciones", resolved)),
    )
    columns = (
        Column(words("Instancia"), 3.2),
        Column(words("Reunión"), 4.2),
        Column(words("Fecha"), 1.3),
        Column(words("Lugar"), 3.2),
        Column(words("Presentes"), 1.2, figures=True),
        Column(words("Resoluciones"), 1.4, figures=True),
        Column(words("Acta"), 1.6),
    )
    return KeyFigures(figures), _without_blanks(columns, [_meeting(each, words) for each in facts.held])


def _without_blanks(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """Compose a table without the columns of which nothing is recorded in any row."""
    kept = [at for at in range(len(columns)) if any(row[at] is not None for row in rows)]
    return Table(tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


def _meeting(each: Held, words: Words) -> Row:
    return (
        each.body,
        Reference(each.name, "meeting", each.id),
        each.day,
        each.place or None,
        each.present or None,
        each.resolutions or None,
        words(each.acta.label) if each.acta is not None else None,
    )


def _declarations(facts: Facts, words: Words) -> Table:
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Declaración"), 4.4),
        Column(words("Instancia que la aprueba"), 2.8),
        Column(words("Destinatarios"), 3),
        Column(words("Qué resultó"), 4),
    )
    rows = [
        (
            each.day,
            Reference(each.name, "declaration", each.id),
            each.body or None,
            each.addressees or None,
            each.outcome or None,
        )
        for each in facts.declared
    ]
    return _without_blanks(columns, rows)


ORGANS = ReportPart(ChapterKind.ORGANS.value, ChapterKind.ORGANS.label, gather_nothing, _organs)
UNITS = ReportPart("units", mark("Unidades Temáticas"), gather_nothing, _units)
ADOPTED = ReportPart("adopted", ADOPTED_TITLE, gather_nothing, _adopted)
