"""The open demands on paper, by the day until which they wait, each with the experiences that may serve it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.document import Block, Cell, Column, Document, Heading, Paragraph, Reference, Section, Several, Table, Tone
from app.matching.facts import Demand, Facts
from app.matching.proposing import Proposal, goes_by_theme, practices_for
from app.matching.reading import read_facts
from app.matching.telling import say_aside, say_common_order, say_order, say_reasons
from app.reports.of_parts import NETWORK
from app.reports.report import Report
from app.words.folding import fold
from app.words.names import join_names
from app.words.words import Words, mark
from db.store import Store

MOST = 5
"""Experiences that are named of each demand."""
TITLE = mark("Demandas y experiencias que pueden servir")


@dataclass(frozen=True, slots=True)
class Options:
    """What it is made with: nothing."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The open demands in their order, each with its proposals but for those put away, and what they are said by."""

    today: date
    facts: Facts
    demands: tuple[tuple[Demand, tuple[Proposal, ...]], ...]


def gather(store: Store, _: Options) -> Matching:
    """Read the open demands, those that wait until a day before the others, and what is proposed for each."""
    facts = read_facts(store)
    found = [each for each in facts.demands.values() if each.is_open]
    found.sort(key=lambda each: (each.until.last_day if each.until else date.max, fold(each.name), each.id))
    proposed = ((each, [one for one in practices_for(facts, each.id) if not one.is_away]) for each in found)
    return Matching(store.today(), facts, tuple((each, tuple(those)) for each, those in proposed))


def compose(matching: Matching, words: Words) -> Document:
    """Compose a table for each demand under what it asks; a file without open demands says so."""
    title = words(TITLE)
    blocks: list[Block] = []
    if not matching.demands:
        blocks.append(Paragraph(words("Ninguna demanda espera respuesta.")))
    else:
        blocks.append(Paragraph(say_common_order(words), Tone.MUTED))
    for demand, proposals in matching.demands:
        blocks += _demand(demand, proposals, matching.facts, words)
    return Document(
        title=title,
        language=words.language,
        sections=(Section(title, tuple(blocks), sheet=words("Demandas")),),
        footer=words("Al {day}", day=words.date(matching.today)),
        author=words(NETWORK),
        created=matching.today,
    )


def _demand(demand: Demand, proposals: Sequence[Proposal], facts: Facts, words: Words) -> Sequence[Block]:
    until = words("hasta {day}", day=words.date(demand.until)) if demand.until is not None else ""
    themes = sorted((facts.themes[key].name for key in demand.themes if key in facts.themes), key=fold)
    said = [join_names((demand.city.name, until or words("sin fecha"))), ", ".join(themes)]
    blocks: list[Block] = [Heading(demand.name), Paragraph("\n".join(filter(None, said)), with_next=True)]
    if not proposals:
        none = words("Ninguna experiencia del archivo tiene una razón para servir a esta demanda.")
        return [*blocks, Paragraph(none, Tone.MUTED)]
    order = "" if goes_by_theme(demand) else say_order(demand, words)
    apart = " ".join(filter(None, (say_aside(demand, words), order)))
    told = [Paragraph(apart, Tone.MUTED, with_next=True)] if apart else []
    columns = Column(words("Experiencia"), 4), Column(words("Razones"), 6), Column(words("¿Sirve?"), 1.5)
    rows = tuple(_row(each, facts, words) for each in proposals[:MOST])
    rest = words.plural("y {count} experiencia más", "y {count} experiencias más", len(proposals) - MOST)
    left = [Paragraph(rest, Tone.MUTED)] if proposals[MOST:] else []
    return [*blocks, *told, Table(columns, rows), *left]


def _row(proposal: Proposal, facts: Facts, words: Words) -> tuple[Cell, ...]:
    practice = proposal.practice
    named = Reference(practice.name, "experience", practice.id)
    cities = join_names(city.name for city in practice.cities)
    name = Several((named, cities)) if cities else named
    reasons = tuple(row.said for row in say_reasons(proposal, facts, words))
    verdict = ""
    if proposal.said is not None:
        verdict = "\n".join(filter(None, (words(proposal.said.verdict.label), proposal.said.why)))
    return Cell(name, Tone.STRONG if proposal.serves else Tone.PLAIN), Cell(Several(reasons)), Cell(verdict or None)


REPORT = Report(
    "matching",
    TITLE,
    mark("Las demandas abiertas, con las experiencias que pueden servir a cada una y por qué razones."),
    icon="arrows-left-right",
    options=Options,
    defaults=lambda _: Options(),
    gather=gather,
    compose=compose,
)
