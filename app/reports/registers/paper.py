"""The registers on paper as a whole: what they are read from, and the document."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Section
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.of_parts import NETWORK
from app.reports.registers.basis import Basis, read_basis
from app.reports.registers.options import Options, default_options
from app.reports.registers.parts import PARTS
from app.reports.report import ALL_TERMS, Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each register that was asked for, with what it has gathered."""

    basis: Basis
    parts: Gathered[Basis]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of a term, or of all; ProblemError when the term is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id)
        return Paper(basis, gather_parts(session, PARTS, options.parts, basis))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the registers in the language of `words`; one that is empty says so in a line."""
    basis, today = paper.basis, paper.basis.store.today()
    title = words("Registros {period}", period=basis.term.name) if basis.term else words("Registros")
    made = [part.compose(basis, found, words) for part, found in paper.parts]
    day = words("Al {day}", day=words.date(today))
    return Document(
        title=title,
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)),
        footer=" · ".join(filter(None, (say_secretariat(basis.term, words), day))),
        author=say_secretariat(basis.term, words) or words(NETWORK),
        created=today,
        file_title=FileTitle(title, today),
    )


REPORT = Report(
    "registers",
    mark("Registros"),
    mark(
        "Resoluciones, recomendaciones, compromisos, convenios, proyectos y fondos de una gestión o de todas, enteros."
    ),
    icon="list-numbers",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    may_be_of_none=True,
    none_called=ALL_TERMS,
    parts=PARTS,
    term_of=term_itself,
)
