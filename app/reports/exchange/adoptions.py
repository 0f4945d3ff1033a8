"""The adoptions on paper: of what, from whom to whom, how far each came and what comes next."""

from app.document import Column, Reference, Section, Start, Table, Value
from app.experiences.facts import Called, Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark


def _compose(facts: Facts, _: None, words: Words) -> Section:
    columns = (
        Column(words("Experiencia"), 4),
        Column(words("Quién la da"), 2.4),
        Column(words("Ciudad que la adopta"), 2.2),
        Column(words("Situación"), 1.6),
        Column(words("Hasta dónde llegó"), 2),
        Column(words("Próximo paso"), 2),
    )
    rows = tuple(
        (
            _link(each.experience),
            _link(each.giver) if each.giver is not None else each.giver_name or None,
            _link(each.taker),
            words(each.state.label),
            each.reached or None,
            each.next_step or None,
        )
        for each in facts.adoptions
    )
    table = Table(columns, rows, empty=words("Todavía no hay adopciones."))
    return Section(words("Adopciones"), (table,), sheet=words("Adopciones"), start=Start.BELOW, landscape=True)


def _link(called: Called) -> Value:
    key, title = called
    return Reference(title, key.entity, key.id)


ADOPTIONS = ReportPart("adoptions", mark("Adopciones"), gather_nothing, _compose)
