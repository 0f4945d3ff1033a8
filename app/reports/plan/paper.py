"""The plan on paper as a whole: what its parts read of the file, and the document that they make."""

from dataclasses import dataclass

from app.document import Document, FileTitle, Paragraph, Section
from app.network.terms import say_secretariat
from app.offices.terms import term_itself
from app.reports.plan.basis import Basis, read_basis
from app.reports.plan.options import Options, default_options
from app.reports.plan.parts import PARTS
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed: each part that was asked for, with what it has gathered."""

    basis: Basis
    parts: Gathered[Basis]


def gather(store: Store, options: Options) -> Paper:
    """Read all that is printed of a plan; ProblemError when its period is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id)
        return Paper(basis, gather_parts(session, PARTS, options.parts, basis))


def compose(paper: Paper, words: Words) -> Document:
    """Compose the plan in the language of `words`; one without lines says that there is none."""
    basis = paper.basis
    title = words("Plan de trabajo {period}", period=basis.term.name) if basis.term else words("Plan de trabajo")
    secretariat = say_secretariat(basis.term, words)
    made = [part.compose(basis, found, words) for part, found in paper.parts] if basis.board.lines else []
    sections = tuple(each for each in made if isinstance(each, Section))
    none = Section(title, (Paragraph(words("Esta gestión todavía no tiene plan de trabajo.")),))
    return Document(
        title=title,
        language=words.language,
        sections=sections if basis.board.lines else (none,),
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
