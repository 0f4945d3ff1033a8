"""The exchange of experiences on paper: a row for each theme of the line, with those that have none."""

from app.document import Cell, Column, Reference, Section, Several, Table, Tone, Value
from app.other_networks.facts import Exchange, Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    columns = (
        Column(words("Tema"), 3),
        Column(words("Experiencias"), 1.4),
        Column(words("Ciudades"), 4.4),
        Column(words("Último año"), 1.2),
    )
    rows = tuple(_row(each, words) for each in facts.exchanges)
    table = Table(columns, rows, empty=words("El archivo no tiene los temas de la línea de acción 4."))
    return Section(words("Intercambio de experiencias"), (table,), sheet=words("Intercambio"))


def _row(each: Exchange, words: Words) -> Row:
    name = Reference(each.name, "theme", each.id)
    if not each.experiences:
        return name, Cell(words("ninguna todavía"), Tone.LATE), None, None
    cities = tuple(Reference(called, record.entity, record.id) for record, called in each.cities)
    year = str(each.last_year) if each.last_year is not None else None
    return name, each.experiences, Several(cities) if cities else None, year


EXCHANGES = ReportPart("exchanges", mark("Intercambio de experiencias"), gather_nothing, _compose)
