"""The dossier as a whole: what its parts read of the file, and the document that they make."""

from dataclasses import dataclass

from app.document import Contents, Cover, Document, FileTitle, Section
from app.network.terms import say_secretariat
from app.offices.terms import term_of_meeting
from app.reports.board_pack.cover import say_title
from app.reports.board_pack.meeting import Basis, body_of, read_basis
from app.reports.board_pack.options import Options, default_options
from app.reports.board_pack.parts import PARTS
from app.reports.report import Gathered, Report, gather_parts
from app.words.words import Words, mark
from db.store import Store


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a dossier prints: each part that was asked for, with what it has gathered."""

    basis: Basis
    parts: Gathered[Basis]


def gather(store: Store, options: Options) -> Pack:
    """Read all that the dossier prints; ProblemError when its meeting is no more."""
    with store.reading() as session:
        basis = read_basis(session, store, options.record_id, options.parts)
        return Pack(basis, gather_parts(session, PARTS, options.parts, basis))


def compose(pack: Pack, words: Words) -> Document:
    """Compose the dossier in the language of `words`."""
    meeting = pack.basis.meeting
    made = [part.compose(pack.basis, found, words) for part, found in pack.parts]
    return Document(
        title=say_title(meeting, words),
        language=words.language,
        sections=tuple(each for each in made if isinstance(each, Section)),
        cover=next((each for each in made if isinstance(each, Cover)), None),
        contents=any(isinstance(each, Contents) for each in made),
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
