"""What is missing for the forms of the observatories, on paper: how many experiences have none of each thing asked."""

from collections.abc import Iterator

from app.document import Column, Paragraph, Section, Start, Table, Tone, Value
from app.experiences.facts import Facts
from app.experiences.summary import say_incomplete, say_total
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark
from db.experience_forms import FORMS


def _compose(facts: Facts, _: None, words: Words) -> Section:
    columns = (
        Column(words("Formulario"), 3),
        Column(words("Qué pide"), 3),
        Column(words("Qué les falta"), 4),
        Column(words("Experiencias"), 1.4, figures=True),
    )
    said = ": ".join((say_total(facts, words), say_incomplete(facts, words)))
    table = Table(columns, tuple(_rows(facts, words)), empty=words("No falta nada."))
    title, blocks = words("Datos que faltan"), (Paragraph(said, Tone.MUTED), table)
    return Section(title, blocks, sheet=title, start=Start.BELOW, landscape=True)


def _rows(facts: Facts, words: Words) -> Iterator[tuple[Value, ...]]:
    for form in FORMS:
        for ask in form.asks:
            count = facts.lacking[ask.piece.name] if ask.piece is not None else 0
            if ask.piece is not None and count:
                yield words(form.title), words(ask.label), words(ask.piece.lacking), count


LACKING = ReportPart("lacking", mark("Datos que faltan"), gather_nothing, _compose)
