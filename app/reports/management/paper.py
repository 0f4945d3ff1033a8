"""The informe de gestión as a whole: what its parts read of the file, and the document that they make."""

from dataclasses import dataclass

from app.document import Contents, Cover, Document, FileTitle, Paragraph, Section, Tone
from app.management.facts import Facts, facts_within
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.management.cover import say_title
from app.reports.management.options import Options, default_options
from app.reports.management.parts import PARTS
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered beside the facts."""

    facts: Facts
    parts: Gathered[Facts]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of a term; ProblemError when it is no more."""
    with store.reading() as session:
        facts = facts_within(session, store, options.record_id)
        return Paper(facts, gather_parts(session, PARTS, options.parts, facts))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the informe in the language of `words`: what is not written in it and what has no record is left out."""
    facts = paper.facts
    title = say_title(facts, words)
    made = [part.compose(facts, found, words) for part, found in paper.parts]
    sections = tuple(each for each in made if isinstance(each, Section))
    none = Section(title, (Paragraph(words("De esta gestión todavía no hay nada que contar."), Tone.MUTED),))
    return Document(
        title=title,
        language=words.language,
        sections=sections or (none,),
        cover=next((each for each in made if isinstance(each, Cover)), None),
        contents=any(isinstance(each, Contents) for each in made),
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
