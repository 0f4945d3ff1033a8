"""The convocation as a paper: all its letters in one document, each of them a paper of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.agenda.records import Wanted
from app.document import Document, FileTitle, Letterhead, Paragraph, Section, Start
from app.network.terms import say_secretariat
from app.offices import read_letterhead
from app.offices.terms import term_of_meeting
from app.records.catalog import FieldInfo
from app.reports.board_pack.annexes import list_annexes
from app.reports.board_pack.items import read_items
from app.reports.board_pack.meeting import read_meeting
from app.reports.board_pack.options import default_options as default_dossier
from app.reports.convocation.addressees import Addressee, read_addressees
from app.reports.convocation.letter import Occasion, write_letter
from app.reports.report import Report
from app.words.words import LANGUAGES, Words, mark
from db.fields import Field, Kind
from db.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """The meeting that is convoked, and before which day it is asked to confirm; None asks for no answer."""

    record_id: str
    confirm_by: date | None = None


@dataclass(frozen=True, slots=True)
class Convocation:
    """All that the letters tell: of what, by the language of the letter; to whom; from whom; and their day."""

    occasions: Mapping[str, Occasion]
    addressees: tuple[Addressee, ...]
    letterhead: Letterhead | None
    today: date


def default_options(store: Store) -> Options:
    """Return the convocation of the meeting that a dossier would be of; ProblemError when the file has none."""
    return Options(default_dossier(store).record_id)


def gather(store: Store, options: Options) -> Convocation:
    """Read the meeting in each language of a letter, and who is convened; ProblemError when it is no more."""
    today = store.today()
    occasions = {language: _read_occasion(store.speaking(language), options) for language in LANGUAGES}
    with store.reading() as session:
        meeting = read_meeting(session, options.record_id, today)
        return Convocation(
            occasions,
            read_addressees(session, options.record_id, meeting.starts_on or today),
            read_letterhead(session, term_of_meeting(session, options), today),
            today,
        )


def _read_occasion(store: Store, options: Options) -> Occasion:
    with store.reading() as session:
        meeting = read_meeting(session, options.record_id, store.today())
        items = read_items(session, meeting)
        return Occasion(meeting, items, list_annexes(session, options.record_id, items), options.confirm_by)


def compose(found: Convocation, words: Words) -> Document:
    """Compose a letter for each addressee in their language, in that of `words` where none is known."""
    meeting = found.occasions[words.language].meeting
    title = words("Convocatoria")
    sections = tuple(
        write_letter(each, found.occasions[said.language], found.letterhead, found.today, said)
        for each in found.addressees
        for said in (Words(each.language or words.language),)
    )
    none = Paragraph(words("La reunión todavía no tiene a quién convocar. Convoque la reunión, o agregue invitados."))
    return Document(
        title=title,
        language=words.language,
        sections=sections or (Section(title, (none,), start=Start.NEW_PAGE),),
        author=say_secretariat(meeting.term, words) or words("Red de Mercociudades"),
        created=found.today,
        file_title=FileTitle(f"{title} - {meeting.title}", meeting.starts_on),
        letterhead=found.letterhead,
        each_apart=True,
    )


REPORT = Report(
    "convocation",
    mark("Convocatoria"),
    mark("Una carta para cada persona convocada, en su idioma, con el orden del día y la lista de anexos."),
    icon="envelope-simple",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="meeting",
    asks=(
        FieldInfo(
            "confirm_by",
            Field(
                mark("Confirmar antes del"),
                Kind.DATE,
                help=mark("Vacío: la carta no pide confirmar la asistencia."),
            ),
        ),
    ),
    each_apart=True,
    appointment=lambda options: Wanted(meetings=(options.record_id,)),
    term_of=term_of_meeting,
)
