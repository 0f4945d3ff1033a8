"""The annexes of the informe: who came, the programme of activities, and the texts of the declarations."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.agenda.entries import Entry, EntryKind, read_entries
from app.document import (
    Block,
    Cell,
    Column,
    Heading,
    KeyFigures,
    Paragraph,
    Reference,
    Section,
    Start,
    Table,
    Tone,
    Value,
)
from app.management.adopted import Declared
from app.management.chapters import parted
from app.management.facts import Facts
from app.management.participants import Came
from app.participation import BASIS
from app.reports.activities import entries_table
from app.reports.management.prose import prose
from app.reports.report import ReportPart, gather_nothing
from app.words.names import join_names
from app.words.words import Words, mark
from db.papers import ChapterKind
from db.session import FileSession


def _participants(facts: Facts, _: None, words: Words) -> Section | None:
    cities, others = facts.participants.cities, facts.participants.of_no_city
    if not cities:
        return None
    countries = len({each.country for each in cities})
    came = sum(each.times for each in cities)
    figures = KeyFigures(
        (
            (len(cities), words.plural("ciudad", "ciudades", len(cities))),
            (countries, words.plural("país", "países", countries)),
            (came, words.plural("asistencia de ciudades", "asistencias de ciudades", came)),
        )
    )
    said = words.plural(
        "Además vino {count} vez alguien de ninguna ciudad, como un organismo.",
        "Además vinieron {count} veces otros que no son ciudades, como organismos.",
        others,
    )
    basis = Paragraph(words(BASIS), Tone.MUTED)
    notes = (Paragraph(said, Tone.MUTED), basis) if others else (basis,)
    title = words("Anexo: participantes")
    return Section(title, (figures, _cities(cities, words), *notes), sheet=title)


def _cities(cities: Sequence[Came], words: Words) -> Table:
    columns = (
        Column(words("País"), 1.6),
        Column(words("Ciudad"), 3),
        Column(words("Asamblea o Cumbre"), 1.4, figures=True),
        Column(words("Otras reuniones"), 1.4, figures=True),
        Column(words("Actividades"), 1.2, figures=True),
        Column(words("Total"), 1.2, figures=True),
    )
    rows: list[tuple[Value | Cell, ...]] = []
    for country, own in groupby(cities, key=lambda each: each.country):
        of_country = list(own)
        rows += [
            (
                words.country(country) if country else None,
                Reference(each.name, "municipality", each.id),
                each.assemblies or None,
                each.others or None,
                each.activities or None,
                each.times,
            )
            for each in of_country
        ]
        if len(of_country) > 1:
            said = words.plural("{count} ciudad", "{count} ciudades", len(of_country))
            rows.append(_sums(said, of_country, words.country(country)))
    rows.append(_sums(words.plural("{count} ciudad", "{count} ciudades", len(cities)), cities, words("Total")))
    return Table(columns, tuple(rows))


def _sums(said: str, cities: Sequence[Came], first: str) -> tuple[Cell, ...]:
    sums = [sum(each) for each in zip(*((one.assemblies, one.others, one.activities) for one in cities), strict=True)]
    values = (first, said, *(each or None for each in sums), sum(sums))
    return tuple(Cell(each, Tone.STRONG) for each in values)


def _gather_programme(_session: FileSession, facts: Facts) -> Sequence[Entry]:
    """Read the activities of the term that take place, by day."""
    term = facts.term
    starts = term.starts.first_day if term.starts is not None else None
    ends = term.ends.last_day if term.ends is not None else None
    found = read_entries(facts.store, starts, ends, Words(facts.store.language or "es"))
    return [each for each in found if each.kind is EntryKind.ACTIVITY and not each.is_off]


def _programme(facts: Facts, entries: Sequence[Entry], words: Words) -> Section | None:
    written = prose(facts, ChapterKind.PROGRAMME, words)
    blocks: tuple[Block, ...] = (*written, *((entries_table(entries, words),) if entries else ()))
    title = words("Anexo: programa")
    return Section(title, blocks, sheet=title, landscape=bool(entries)) if blocks else None


def _declarations(facts: Facts, _: None, words: Words) -> Section | None:
    blocks = tuple(block for each in facts.declared if each.text for block in _declaration(each, words))
    title = words("Anexo: declaraciones")
    return Section(title, blocks, sheet=title, start=Start.SHARED) if blocks else None


def _declaration(each: Declared, words: Words) -> Iterator[Block]:
    """Compose the text as it was adopted, and in which language that is where it is not the one of the paper."""
    yield Heading(each.name)
    names = ", ".join(words.language_name(code) for code in each.languages)
    original = words("texto original en {languages}", languages=names)
    is_foreign = bool(each.languages) and words.language not in each.languages
    said = join_names((words.date(each.day), each.body, original if is_foreign else ""))
    if said:
        yield Paragraph(said, Tone.MUTED, with_next=True)
    yield from (Paragraph(paragraph) for paragraph in parted(each.text))


PARTICIPANTS = ReportPart("participants", mark("Anexo: participantes"), gather_nothing, _participants)
PROGRAMME = ReportPart("programme", mark("Anexo: programa"), _gather_programme, _programme)
DECLARATIONS = ReportPart("declarations", mark("Anexo: declaraciones"), gather_nothing, _declarations)
