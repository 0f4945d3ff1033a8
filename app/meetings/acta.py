"""What becomes of an acta: it is corrected by those who came, approved, and reopened; each is an operation.

An approved acta is kept among the files of its meeting as it was approved, with its digest, and what it says is sealed
(`db/sealed.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from sqlalchemy import select

from app.meetings.acta_numbers import number_of_acta
from app.offices import read_letterhead
from app.offices.terms import term_of_meeting
from app.records.attachments import Attachment, attach_content, list_documents
from app.records.namesakes import read_titles
from app.reports.acta import Options, compose, read_acta
from app.words.problems import WHERE_DELETED, Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.agenda_item import AgendaItem
from db.entities.document import Document
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState
from db.papers import ActaState
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title

_MEETING = Meeting.__tablename__


@dataclass(frozen=True, slots=True)
class ActaStatus:
    """How far the acta of a meeting has come: its number, days and digest, "" or None for what is not recorded.

    `took_place` tells whether it can be approved; `kept` is the file of the acta as it was approved, None where there
    is none with that digest; `differs` when a file of its name says something else.
    """

    state: ActaState
    number: str
    sent_on: date | None
    approved_on: date | None
    digest: str
    took_place: bool
    kept: Attachment | None = None
    differs: bool = False

    @property
    def is_approved(self) -> bool:
        """Whether it is approved, and what it says sealed."""
        return self.state is ActaState.APPROVED


@dataclass(frozen=True, slots=True)
class Approval:
    """With which number, on which day, and in which language an acta is approved and kept."""

    number: str
    day: date
    language: str
    form: str | None = None


def read_status(store: Store, meeting_id: str) -> ActaStatus | None:
    """Return how far the acta of a meeting has come; None when the meeting is no more."""
    with store.reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            return None
        state = session.scalar(select(Meeting.acta_state).where(Meeting.id == meeting_id))
        files = list_documents(session, _MEETING, meeting_id) if meeting.acta_digest else ()
    kept = next((each for each in files if each.digest == meeting.acta_digest), None)
    number = number_of_acta(meeting.acta_number, meeting.code)
    name = file_name_of(number)
    return ActaStatus(
        ActaState.of(state) if state else ActaState.DRAFT,
        number,
        meeting.acta_sent_on,
        meeting.acta_approved_on,
        meeting.acta_digest or "",
        meeting.state in TOOK_PLACE,
        kept,
        kept is None and any(each.name == name for each in files),
    )


def file_name_of(number: str) -> str:
    """Return the name of the file in which an acta is kept: Acta 03-2026.pdf."""
    said = "".join(letter if letter.isalnum() or letter in " .-" else "-" for letter in number.strip())
    return f"Acta {said}.pdf" if said else "Acta.pdf"


def items_without_minutes(store: Store, meeting_id: str) -> tuple[tuple[int, str], ...]:
    """Return the number and name of each item of the agenda of a meeting of which the acta says nothing, in order."""
    of_it = select(AgendaItem.name, AgendaItem.minutes).where(AgendaItem.meeting_id == meeting_id)
    with store.reading() as session:
        rows = session.execute(of_it.order_by(AgendaItem.position, AgendaItem.id)).all()
    return tuple((number, row.name) for number, row in enumerate(rows, start=1) if not (row.minutes or "").strip())


def send_to_correction(store: Store, meeting_id: str, day: date | None = None) -> Changes:
    """Say that the draft went on `day`, today when None, to those who came; ProblemError for what has no draft."""
    with store.operation(Title("Acta de «{name}» en corrección", values=_named(store, meeting_id))) as session:
        meeting = _held(session, meeting_id)
        meeting.acta_sent_on = day or store.today()
    return session.changes


def approve(store: Store, meeting_id: str, approval: Approval) -> Changes:
    """Approve the acta of a meeting that took place: it is numbered, kept as a PDF with its digest, and sealed.

    ProblemError, with its field, for a number or a day that is missing or wrong, and for a meeting that did not take
    place or whose acta is approved already.
    """
    words = Words(approval.language)
    title = Title("Aprobación del acta de «{name}»", values=_named(store, meeting_id))
    with store.speaking(approval.language).operation(title, opens=meeting_id) as session:
        meeting = _held(session, meeting_id)
        _check(meeting, approval, session.today())
        meeting.acta_number = approval.number.strip()
        meeting.acta_approved_on = approval.day
        meeting.state = MeetingState.CLOSED.value
        session.flush()
        paper = _paper(session, Options(meeting_id, approval.form), words)
        said = words("Acta como se aprobó el {day}", day=words.date(approval.day))
        kept = attach_content(session, _MEETING, meeting_id, file_name_of(approval.number), paper, description=said)
        meeting.acta_digest = kept.digest
    return session.changes


def reopen(store: Store, meeting_id: str) -> Changes:
    """Let an approved acta be corrected again; the file that was kept stays, and says of which day it is."""
    title = Title("Reapertura del acta de «{name}»", values=_named(store, meeting_id))
    with store.operation(title, opens=meeting_id) as session:
        meeting = _found(session, meeting_id)
        if meeting.state != MeetingState.CLOSED.value:
            raise ProblemError(Problem(mark("El acta no está aprobada: no hay nada que reabrir.")))
        _say_reopened(session, meeting)
        meeting.state = MeetingState.HELD.value
        meeting.acta_approved_on = None
        meeting.acta_digest = None
    return session.changes


def _say_reopened(session: FileSession, meeting: Meeting) -> None:
    """Have the kept file say of which day it is, where somebody took that out of its description."""
    words, day = Words(session.language or "es"), meeting.acta_approved_on
    files = select(Document).where(
        refers_to(Document, "record", _MEETING, [meeting.id]), Document.digest == meeting.acta_digest
    )
    for each in session.scalars(files):
        said = words.date(day) if day is not None else ""
        if said not in (each.description or ""):
            known = words("Acta como se aprobó el {day}", day=said)
            each.description = f"{each.description} · {known}" if each.description else known


def _paper(session: FileSession, options: Options, words: Words) -> bytes:
    """Return the acta as a PDF, with the head of the office of its term."""
    from app.rendering.pdf.pdf import render_pdf

    document = compose(read_acta(session, options), words)
    head = read_letterhead(session, term_of_meeting(session, options), session.today())
    target = BytesIO()
    render_pdf(replace(document, letterhead=head), target, words)
    return target.getvalue()


def _check(meeting: Meeting, approval: Approval, today: date) -> None:
    problems = []
    if not approval.number.strip():
        text = mark("Falta el número del acta.")
        problems.append(Problem(text, mark("Escríbalo como en la serie: 03/2026."), Place(field="acta_number")))
    place = Place(field="acta_approved_on")
    if approval.day > today:
        problems.append(Problem(mark("Ese día no llegó todavía."), mark("Escriba el día en que se aprobó."), place))
    elif meeting.starts_on is not None and approval.day < meeting.starts_on:
        text = mark("El acta no se aprueba antes de la reunión.")
        problems.append(Problem(text, mark("Corrija el día, o la fecha de la reunión."), place))
    if problems:
        raise ProblemError(*problems)


def _held(session: FileSession, meeting_id: str) -> Meeting:
    """Return a meeting that took place and whose acta is not approved; ProblemError for any other."""
    meeting = _found(session, meeting_id)
    if meeting.state == MeetingState.CLOSED.value:
        raise ProblemError(Problem(mark("El acta ya está aprobada."), mark("Para corregirla, reábrala primero.")))
    if meeting.state != MeetingState.HELD.value:
        text = mark("Solo se aprueba el acta de una reunión que se hizo.")
        raise ProblemError(Problem(text, mark("Ponga primero su situación en «Realizada».")))
    return meeting


def _found(session: FileSession, meeting_id: str) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise ProblemError(Problem(mark("La reunión ya no existe."), WHERE_DELETED))
    return meeting


def _named(store: Store, meeting_id: str) -> Mapping[str, str]:
    with store.reading() as session:
        return {"name": Name(read_titles(session, _MEETING, [meeting_id]).get(meeting_id, ""))}
