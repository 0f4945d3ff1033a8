"""The forums on paper as a whole: the facts that all its parts are made of, and the document."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Section
from app.forum.facts import Facts
from app.forum.reading import read_facts
from app.reports.fccr.options import Options, default_options
from app.reports.fccr.parts import PARTS
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered beside the facts."""

    facts: Facts
    parts: Gathered[Facts]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of the forums as they are today."""
    facts = read_facts(store)
    with store.reading() as session:
        return Paper(facts, gather_parts(session, PARTS, options.parts, facts))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the forums in the language of `words`."""
    facts = paper.facts
    title = words("FCCR y FOCEM")
    made = [part.compose(facts, found, words) for part, found in paper.parts]
    return Document(
        title=title,
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)),
        footer=words("Al {day}", day=words.date(facts.today)),
        author=words("Red de Mercociudades"),
        created=facts.today,
        file_title=FileTitle(title, facts.today),
    )


REPORT = Report(
    "fccr",
    mark("FCCR y FOCEM"),
    mark("El foro con sus integrantes y reuniones, las recomendaciones y propuestas con su recorrido, y las normas."),
    icon="bank",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    parts=PARTS,
)
