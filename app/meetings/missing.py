"""What the dossier of a meeting still lacks, each with the way to where it is mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.meetings.agenda import agenda_times
from app.meetings.country_seats import nameless_countries, say_nameless
from app.meetings.sitting import sittings_on
from app.records.attachments import Attachment, list_documents, read_content
from app.words.words import Words
from db.entities.agenda_item import AgendaItem
from db.entities.attendance import Attendance, AttendanceState
from db.entities.body import Body
from db.entities.meeting import AHEAD, Meeting, MeetingState
from db.session import FileSession

AWAITED = (AttendanceState.CONVENED.value, AttendanceState.PRESENT.value)
"""The states of a delegation for which somebody comes or came: of others nobody is asked for."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap said in words, with how many times it is there, and the record and field to go to."""

    label: str
    entity: str
    id: str
    field: str = ""


def what_is_missing(session: FileSession, meeting_id: str, words: Words) -> tuple[Missing, ...]:
    """Say what the dossier of a meeting lacks, in the order in which the dossier prints it; empty when it is whole.

    Of one whose acta is approved nothing of the meeting is asked for: what the acta says nobody can complete. Reads
    the attached PDFs and pictures, to find the damaged ones.
    """
    meeting = session.get_one(Meeting, meeting_id)
    items = session.scalars(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    ).all()
    found = (
        *_of_meeting(meeting, words),
        *_of_agenda(meeting, items, words),
        *_of_attendance(session, meeting, words),
        *_of_minutes(meeting, items, words),
        *_of_annexes(session, meeting, items, words),
    )
    is_sealed = meeting.state == MeetingState.CLOSED.value
    return tuple(each for each in found if not (is_sealed and each.entity == "meeting"))


def _of_meeting(meeting: Meeting, words: Words) -> Iterator[Missing]:
    if meeting.starts_on is None:
        yield Missing(words("La reunión no tiene fecha"), "meeting", meeting.id, "starts_on")
    if not meeting.starts_at:
        yield Missing(words("Falta la hora de inicio"), "meeting", meeting.id, "starts_at")
    if not meeting.place and meeting.municipality_id is None:
        yield Missing(words("Falta el lugar"), "meeting", meeting.id, "place")


def _of_agenda(meeting: Meeting, items: Sequence[AgendaItem], words: Words) -> Iterator[Missing]:
    if not items:
        yield Missing(words("No hay orden del día"), "meeting", meeting.id, "agenda_items")
        return
    untimed = sum(at is None for at in agenda_times(items, meeting.starts_at))
    if untimed:
        said = words.plural("{count} punto sin hora ni duración", "{count} puntos sin hora ni duración", untimed)
        yield Missing(said, "meeting", meeting.id, "agenda_items")
    unpresented = sum(not item.presenter and item.person_id is None for item in items)
    if unpresented:
        said = words.plural("{count} punto sin quien lo presente", "{count} puntos sin quien los presente", unpresented)
        yield Missing(said, "meeting", meeting.id, "agenda_items")


def _of_attendance(session: FileSession, meeting: Meeting, words: Words) -> Iterator[Missing]:
    convened = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting.id)).all()
    if not convened:
        yield Missing(words("La reunión no fue convocada"), "meeting", meeting.id, "attendances")
    elif meeting.starts_on is not None:
        seated = {row.seat_id for row in convened}
        sittings = sittings_on(session, meeting.body_id, meeting.starts_on)
        left = sum(each.seat_id not in seated and not each.is_nameless for each in sittings)
        if left:
            said = words.plural("{count} integrante sin convocar", "{count} integrantes sin convocar", left)
            yield Missing(said, "meeting", meeting.id, "attendances")
    countries = nameless_countries(session, meeting, words)
    if countries:
        yield Missing(say_nameless(countries, words), "body", meeting.body_id, "seats")
    nameless = sum(row.person_id is None and row.state in AWAITED for row in convened)
    if nameless:
        said = words.plural(
            "{count} delegación sin la persona que asiste", "{count} delegaciones sin la persona que asiste", nameless
        )
        yield Missing(said, "meeting", meeting.id, "attendances")
    body = session.get_one(Body, meeting.body_id)
    if body.quorum_rule is None:
        yield Missing(words("La regla de quórum no está registrada"), "body", body.id, "quorum_rule")
    if _awaits_acta(meeting):
        unmarked = sum(row.state == AttendanceState.CONVENED.value for row in convened)
        if unmarked:
            said = words.plural("{count} asistencia sin marcar", "{count} asistencias sin marcar", unmarked)
            yield Missing(said, "meeting", meeting.id, "attendances")


def _of_minutes(meeting: Meeting, items: Sequence[AgendaItem], words: Words) -> Iterator[Missing]:
    if meeting.state in AHEAD and any((meeting.opening, meeting.closing, *(item.minutes for item in items))):
        yield Missing(words("Tiene acta, pero no figura como realizada"), "meeting", meeting.id, "state")
    unwritten = sum(not item.minutes for item in items) if _awaits_acta(meeting) else 0
    if unwritten:
        said = words.plural("{count} punto sin acta", "{count} puntos sin acta", unwritten)
        yield Missing(said, "meeting", meeting.id, "agenda_items")


def _of_annexes(session: FileSession, meeting: Meeting, items: Sequence[AgendaItem], words: Words) -> Iterator[Missing]:
    owners = [("meeting", meeting.id), *(("agenda_item", item.id) for item in items)]
    for entity, key in owners:
        for document in list_documents(session, entity, key):
            if _is_damaged(session, document):
                said = words("El anexo «{name}» está dañado o protegido y no se puede imprimir", name=document.name)
                yield Missing(said, "document", document.id)


def _is_damaged(session: FileSession, document: Attachment) -> bool:
    """Open the file as the dossier will; the renderer is loaded only when there is one to open."""
    from app.document import Annex
    from app.rendering.pdf.annex import open_annex

    if not document.media_type.startswith(("application/pdf", "image/")):
        return False
    content = read_content(session, document.digest)
    return open_annex(Annex(0, document.name, document.name, document.media_type, content)).problem is not None


def _awaits_acta(meeting: Meeting) -> bool:
    """Tell whether it was held and its acta is still written: what an approved one says nobody can complete."""
    return meeting.state == MeetingState.HELD.value
