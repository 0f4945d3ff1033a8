"""The informe de gestión as a whole: what its parts read of the file, and the document that they make."""

from app.document import Document, FileTitle, Paragraph, Section, Tone
from app.management.facts import Facts, facts_within
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.management.cover import say_title
from app.reports.management.options import Options, default_options
from app.reports.management.parts import PARTS
from app.reports.of_parts import Paper, compose_parts, gather_paper
from app.reports.report import Report
from app.words.words import Words, mark
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Facts]:
    """Read all that is printed of a term; ProblemError when it is no more."""
    with store.reading() as session:
        facts = facts_within(session, store, options.record_id)
        return gather_paper(session, PARTS, options.parts, facts)


def compose(paper: Paper[Facts], words: Words) -> Document:
    """Compose the informe in the language of `words`: what is not written in it and what has no record is left out."""
    facts = paper.basis
    title = say_title(facts, words)
    made = compose_parts(paper, words)
    none = Section(title, (Paragraph(words("De esta gestión todavía no hay nada que contar."), Tone.MUTED),))
    return Document(
        title=title,
        language=words.language,
        sections=made.sections or (none,),
        cover=made.cover,
        contents=made.contents,
        footer=title,
        author=say_secretariat(facts.term, words),
        created=facts.today,
        file_title=FileTitle(title, facts.today),
    )


REPORT = Report(
    "management",
    mark("Informe de gestión"),
    mark("Lo que la Secretaría hizo en una gestión: lo que se escribió de ella y lo que cuentan las fichas."),
    icon="notebook",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    parts=PARTS,
    term_of=term_itself,
)
