"""The coordination meetings of a term on paper: which units met with the Secretaría Técnica and the Directiva."""

from app.document import Column, Reference, Section, Table
from app.reports.report import ReportPart, gather_nothing
from app.units.facts import Facts
from app.words.words import Words, mark


def _compose(facts: Facts, _: None, words: Words) -> Section:
    title = words("Reuniones de coordinación")
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Reunión"), 3),
        Column(words("Unidades"), 3),
        Column(words("Con la Secretaría Técnica"), 1.2),
        Column(words("Con la Comisión Directiva"), 1.2),
        Column(words("Situación"), 1.2),
    )
    rows = tuple(
        (
            each.day,
            Reference(each.name, "meeting", each.id),
            "\n".join(unit.name for unit in facts.units if unit.id in each.bodies),
            words("Sí") if each.bodies & facts.secretariats else None,
            words("Sí") if each.bodies & facts.boards else None,
            words("Realizada") if each.held else words("Por realizar"),
        )
        for each in facts.coordination
    )
    table = Table(columns, rows, empty=words("Ninguna en esta gestión."))
    return Section(title, (table,), sheet=title, landscape=True)


COORDINATION = ReportPart("coordination", mark("Reuniones de coordinación"), gather_nothing, _compose)
