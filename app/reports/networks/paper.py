"""The other networks on paper as a whole: the facts that all its parts are made of, and the document."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Section
from app.other_networks.facts import Facts
from app.other_networks.reading import read_facts
from app.reports.networks.options import Options, default_options
from app.reports.networks.parts import PARTS
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered beside the facts."""

    facts: Facts
    parts: Gathered[Facts]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of the other networks as they are today."""
    facts = read_facts(store)
    with store.reading() as session:
        return Paper(facts, gather_parts(session, PARTS, options.parts, facts))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the networks in the language of `words`."""
    facts = paper.facts
    title = words("Redes e intercambios")
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
    "networks",
    mark("Redes e intercambios"),
    mark("Nuestro contacto con cada red, las ciudades que la integran, lo que se hace en común y el intercambio."),
    icon="share-network",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    parts=PARTS,
)
