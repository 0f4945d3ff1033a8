"""Projects and their money on paper as a whole: the facts that all its parts are made of, and the document."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Section
from app.funds.facts import Facts
from app.funds.reading import read_facts
from app.reports.funds.options import Options, default_options
from app.reports.funds.parts import PARTS, Basis
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered beside the facts."""

    store: Store
    facts: Facts
    parts: Gathered[Basis]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of the projects and their money."""
    facts = read_facts(store)
    with store.reading() as session:
        return Paper(store, facts, gather_parts(session, PARTS, options.parts, (store, facts)))


def compose(paper: Paper, words: Words) -> Document:
    """Compose it in the language of `words`."""
    title, today = words("Proyectos y fondos"), paper.facts.today
    made = [part.compose((paper.store, paper.facts), found, words) for part, found in paper.parts]
    return Document(
        title=title,
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)),
        footer=words("Al {day}", day=words.date(today)),
        author=words("Red de Mercociudades"),
        created=today,
        file_title=FileTitle(title, today),
    )


REPORT = Report(
    "funds",
    mark("Proyectos y fondos"),
    mark(
        "Los proyectos con su costo, y lo pedido, concedido, recibido y gastado por moneda, cada monto con su fuente."
    ),
    icon="coin",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    parts=PARTS,
)
