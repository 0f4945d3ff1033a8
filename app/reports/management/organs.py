"""The organs and units in the informe: the meetings that were held, the units, what was declared and recommended."""

from app.document import Block, Cell, Column, Heading, KeyFigures, Reference, Section, Table, Value
from app.management.facts import Facts
from app.management.gatherings import Held
from app.reports.fccr.routes import recommendation_blocks
from app.reports.management.prose import prose
from app.reports.report import ReportPart, gather_nothing
from app.reports.units.overview import active_units_blocks
from app.words.words import Words
from db.papers import ChapterKind


def _compose(facts: Facts, _: None, words: Words) -> Section | None:
    blocks: list[Block] = [*prose(facts, ChapterKind.ORGANS, words)]
    if facts.held:
        blocks += [Heading(words("Reuniones realizadas")), *_meetings(facts, words)]
    if facts.active_units:
        blocks += [Heading(words("Unidades Temáticas")), *active_units_blocks(facts.units, words)]
    if facts.declared:
        blocks += [Heading(words("Declaraciones")), _declarations(facts, words)]
    if facts.recommended:
        blocks += [Heading(words("Recomendaciones")), *recommendation_blocks(facts.recommended, words)]
    if not blocks:
        return None
    title = words(ChapterKind.ORGANS.label)
    has_tables = len(blocks) > len(prose(facts, ChapterKind.ORGANS, words))
    return Section(title, tuple(blocks), sheet=title, landscape=has_tables)


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
    return KeyFigures(figures), Table(columns, tuple(_meeting(each, words) for each in facts.held))


def _meeting(each: Held, words: Words) -> tuple[Value | Cell, ...]:
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
    rows = tuple(
        (
            each.day,
            Reference(each.name, "declaration", each.id),
            each.body or None,
            each.addressees or None,
            each.outcome or None,
        )
        for each in facts.declared
    )
    return Table(columns, rows)


ORGANS = ReportPart(ChapterKind.ORGANS.value, ChapterKind.ORGANS.label, gather_nothing, _compose)
