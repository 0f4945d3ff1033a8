"""The units on paper as a whole: the facts that all its parts are made of, and the document."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Paragraph, Section, Tone
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.report import Gathered, Report, gather_parts
from app.reports.units.options import Options, default_options
from app.reports.units.parts import PARTS
from app.units.facts import Facts
from app.units.reading import facts_within
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered beside the facts."""

    facts: Facts
    parts: Gathered[Facts]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of the units of a term; ProblemError when the term is no more."""
    with store.reading() as session:
        facts = facts_within(session, store, options.record_id)
        return Paper(facts, gather_parts(session, PARTS, options.parts, facts))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the units in the language of `words`; a term without any says that there is none."""
    facts = paper.facts
    title = words("Unidades Temáticas {period}", period=facts.term.name)
    made = [part.compose(facts, found, words) for part, found in paper.parts]
    none = Section(title, (Paragraph(words("En esta gestión no hay unidades temáticas."), Tone.MUTED),))
    return Document(
        title=title,
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)) if facts.units else (none,),
        footer=say_secretariat(facts.term, words),
        author=say_secretariat(facts.term, words),
        created=facts.today,
        file_title=FileTitle(title, facts.today),
    )


REPORT = Report(
    "units",
    mark("Unidades Temáticas"),
    mark("Lo que hizo cada unidad en una gestión, su matriz con líneas y ejes, y los informes que faltan."),
    icon="circles-three-plus",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    parts=PARTS,
    term_of=term_itself,
)
