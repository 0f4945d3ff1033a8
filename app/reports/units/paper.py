"""The units on paper as a whole: the facts that all its parts are made of, and the document."""

from app.document import Document, FileTitle, Paragraph, Section, Tone
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.of_parts import Paper, compose_parts, gather_paper
from app.reports.report import Report
from app.reports.units.options import Options, default_options
from app.reports.units.parts import PARTS
from app.units.facts import Facts
from app.units.reading import facts_within
from app.words.words import Words, mark
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Facts]:
    """Read all that is printed of the units of a term; ProblemError when the term is no more."""
    with store.reading() as session:
        facts = facts_within(session, store, options.record_id)
        return gather_paper(session, PARTS, options.parts, facts)


def compose(paper: Paper[Facts], words: Words) -> Document:
    """Compose the units in the language of `words`; a term without any says that there is none."""
    facts = paper.basis
    title = words("Unidades Temáticas {period}", period=facts.term.name)
    none = Section(title, (Paragraph(words("En esta gestión no hay unidades temáticas."), Tone.MUTED),))
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections if facts.units else (none,),
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
