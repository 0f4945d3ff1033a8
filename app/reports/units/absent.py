"""The cities that came to no meeting of a term, on paper: of those that are members today."""

from app.document import Column, Paragraph, Reference, Section, Table, Tone
from app.reports.report import ReportPart, gather_nothing
from app.units.facts import NOBODY_CAME, Facts
from app.words.words import Words, mark


def _compose(facts: Facts, _: None, words: Words) -> Section:
    title = words("Ciudades que no vinieron")
    if facts.absent is None:
        return Section(title, (Paragraph(words(NOBODY_CAME), Tone.MUTED),), sheet=title)
    said = words.plural(
        "{count} ciudad que hoy es miembro no vino ni fue representada en ninguna reunión de la gestión.",
        "{count} ciudades que hoy son miembros no vinieron ni fueron representadas en ninguna reunión de la gestión.",
        len(facts.absent),
    )
    columns = (Column(words("Ciudad"), 3), Column(words("País"), 2), Column(words("Miembro desde"), 1.5))
    rows = tuple(
        (Reference(each.name, "municipality", each.id), words.country(each.country), each.member_since)
        for each in facts.absent
    )
    blocks = (Paragraph(said, Tone.MUTED, with_next=bool(rows)), *((Table(columns, rows),) if rows else ()))
    return Section(title, blocks, sheet=title)


ABSENT = ReportPart("absent", mark("Ciudades que no vinieron"), gather_nothing, _compose)
