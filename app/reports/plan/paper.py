"""The plan on paper as a whole: what its parts read of the file, and the document that they make."""

from app.document import Document, FileTitle, Paragraph, Section
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.of_parts import Paper, compose_parts, gather_paper
from app.reports.plan.basis import Basis, read_basis
from app.reports.plan.options import Options, default_options
from app.reports.plan.parts import PARTS
from app.reports.report import Report
from app.words.words import Words, mark
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Basis]:
    """Read all that is printed of a plan; ProblemError when its period is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id)
        return gather_paper(session, PARTS, options.parts, basis)


def compose(paper: Paper[Basis], words: Words) -> Document:
    """Compose the plan in the language of `words`; one without lines says that there is none."""
    basis = paper.basis
    title = words("Plan de trabajo {period}", period=basis.term.name) if basis.term else words("Plan de trabajo")
    secretariat = say_secretariat(basis.term, words)
    none = Section(title, (Paragraph(words("Esta gestión todavía no tiene plan de trabajo.")),))
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections if basis.board.lines else (none,),
        footer=secretariat,
        author=secretariat or words("Red de Mercociudades"),
        created=basis.today,
        file_title=FileTitle(title, basis.today),
    )


REPORT = Report(
    "plan",
    mark("Plan de trabajo"),
    mark("Las líneas de acción con su avance, las acciones con quién responde por ellas, y el calendario."),
    icon="target",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    may_be_of_none=True,
    parts=PARTS,
    term_of=term_itself,
)
