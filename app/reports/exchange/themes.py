"""The experiences by theme on paper, as the tree that themes are, and those without a theme last."""

from app.document import Cell, Column, KeyFigures, Reference, Section, Table, Tone, Value
from app.experiences.facts import Facts, OnTheme
from app.experiences.overview import say_name
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    figures = (
        (facts.count, words.plural("experiencia", "experiencias", facts.count)),
        (len(facts.adoptions), words.plural("adopción", "adopciones", len(facts.adoptions))),
        (facts.incomplete, words("con datos que faltan")),
    )
    columns = (
        Column(words("Tema"), 5),
        Column(words("Experiencias"), 1.5, figures=True),
        Column(words("Publicadas"), 1.3, figures=True),
        Column(words("Con permiso"), 1.3, figures=True),
        Column(words("Siguen en marcha"), 1.3, figures=True),
        Column(words("Ciudades"), 1.3, figures=True),
        Column(words("Países"), 1.2, figures=True),
        Column(words("Demandas abiertas"), 1.4, figures=True),
        Column(words("Adopciones en uso"), 1.5, figures=True),
    )
    rows = [_row(Reference(say_name(each), "theme", each.id), each) for each in facts.themes]
    rows.append(_row(Cell(words("Sin tema"), Tone.STRONG), facts.without))
    blocks = (KeyFigures(figures), Table(columns, tuple(rows)))
    return Section(words("Experiencias por tema"), blocks, sheet=words("Temas"), landscape=True)


def _row(name: Value | Cell, each: OnTheme) -> Row:
    counts = each.counts
    counted = (
        len(counts.experiences),
        counts.published,
        counts.granted,
        counts.running,
        len(counts.cities),
        len(counts.countries),
        counts.needs,
        counts.used,
    )
    return (name, *(count or None for count in counted))


THEMES = ReportPart("themes", mark("Experiencias por tema"), gather_nothing, _compose)
