"""The dossier as a whole: what its parts read of the file, and the document that they make."""

from app.document import Document, FileTitle
from app.network.terms import say_secretariat
from app.offices.terms import term_of_meeting
from app.reports.board_pack.cover import say_title
from app.reports.board_pack.meeting import Basis, body_of, read_basis
from app.reports.board_pack.options import Options, default_options
from app.reports.board_pack.parts import PARTS
from app.reports.of_parts import Paper, compose_parts, gather_paper
from app.reports.report import Report
from app.words.words import Words, mark
from db.store import Store


def gather(store: Store, options: Options) -> Paper[Basis]:
    """Read all that the dossier prints; ProblemError when its meeting is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id, options.parts)
        return gather_paper(session, PARTS, options.parts, basis)


def compose(pack: Paper[Basis], words: Words) -> Document:
    """Compose the dossier in the language of `words`."""
    meeting = pack.basis.meeting
    made = compose_parts(pack, words)
    return Document(
        title=say_title(meeting, words),
        language=words.language,
        sections=made.sections,
        cover=made.cover,
        contents=made.contents,
        footer=meeting.title,
        author=say_secretariat(meeting.term, words) or words("Red de Mercociudades"),
        created=pack.basis.today,
        file_title=FileTitle(words("Dossier - {meeting}", meeting=meeting.title), meeting.starts_on),
    )


REPORT = Report(
    "board-pack",
    mark("Dossier de una reunión"),
    mark("Todo lo que necesita una reunión, del orden del día a la lista para firmar, con sus anexos."),
    icon="books",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="meeting",
    parts=PARTS,
    remembered_by=body_of,
    term_of=term_of_meeting,
)
