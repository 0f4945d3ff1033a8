"""The registers on paper as a whole: what they are read from, and the document."""

from app.document import Document, FileTitle
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.of_parts import NETWORK, Paper, compose_parts, gather_paper
from app.reports.registers.basis import Basis, read_basis
from app.reports.registers.options import Options, default_options
from app.reports.registers.parts import PARTS
from app.reports.report import ALL_TERMS, Report
from app.words.words import Words, mark
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Basis]:
    """Read all that is printed of a term, or of all; ProblemError when the term is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id)
        return gather_paper(session, PARTS, options.parts, basis)


def compose(paper: Paper[Basis], words: Words) -> Document:
    """Compose the registers in the language of `words`; one that is empty says so in a line."""
    basis, today = paper.basis, paper.basis.store.today()
    title = words("Registros {period}", period=basis.term.name) if basis.term else words("Registros")
    day = words("Al {day}", day=words.date(today))
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections,
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
