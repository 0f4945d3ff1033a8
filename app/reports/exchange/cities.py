"""Who gives and who takes, on paper: a row for each city, also one that the file knows by its name alone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.document import Cell, Column, Reference, Section, Start, Table, Value
from app.experiences.facts import Adopted, Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.folding import fold
from app.words.words import Words, mark
from db.exchange import AdoptionState
from db.values import RecordKey

City = tuple[RecordKey | None, str]
"""A city by its record, and what it is called; None for one that has no record."""


def _compose(facts: Facts, _: None, words: Words) -> Section:
    columns = (
        Column(words("Ciudad"), 4),
        Column(words("Experiencias que da"), 1.6, figures=True),
        Column(words("De ellas, en uso"), 1.6, figures=True),
        Column(words("Experiencias que adopta"), 1.6, figures=True),
        Column(words("De ellas, en uso"), 1.6, figures=True),
    )
    table = Table(columns, tuple(_rows(facts.adoptions)), empty=words("Todavía no hay adopciones."))
    title = words("Quién da y quién adopta")
    return Section(title, (table,), sheet=words("Ciudades"), start=Start.BELOW, landscape=True)


def _rows(adoptions: Sequence[Adopted]) -> Iterator[tuple[Value | Cell, ...]]:
    gives, takes = (Counter[City](), Counter[City]()), (Counter[City](), Counter[City]())
    for each in adoptions:
        giver: City | None = each.giver or ((None, each.giver_name) if each.giver_name else None)
        used = each.state is AdoptionState.IN_USE
        for city, (all_of_them, in_use) in ((giver, gives), (each.taker, takes)):
            if city is not None:
                all_of_them[city] += 1
                in_use[city] += used
    for city in sorted({*gives[0], *takes[0]}, key=lambda each: (fold(each[1]), each[0].id if each[0] else "")):
        key, name = city
        called: Value = Reference(name, key.entity, key.id) if key is not None else name
        yield called, *(counted[city] or None for counted in (*gives, *takes))


CITIES = ReportPart("cities", mark("Quién da y quién adopta"), gather_nothing, _compose)
