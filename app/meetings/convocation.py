"""Convoking a meeting: everyone who sits on its body on that day, and the person who comes."""

from collections.abc import Sequence

from sqlalchemy import func, select

from app.meetings.sitting import Sitting, role_rank, sittings_on, who_comes
from app.records.namesakes import read_titles
from app.records.positions import after
from app.words.folding import fold
from app.words.problems import WHERE_DELETED, Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.attendance import Attendance, AttendanceState
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title


def convoke(store: Store, meeting_id: str, words: Words) -> Changes:
    """Convene every seat of the meeting's body that holds on its date, in one operation.

    Seats that are convened already stay, and a city or a person that was added by hand takes its seat; who comes is
    proposed where nobody is named and nothing marked yet. Of a country the person who sits there is convened, the
    alternate too; a seat of one for which nobody sits is left out, and `what_is_missing` says so. A meeting in
    preparation becomes convened today; one that was held keeps its state. Raises ProblemError, with the field, when the
    meeting is no more, is cancelled or has no date, or when nobody sits on the body on that date.
    """
    with store.reading() as session:
        name = read_titles(session, "meeting", [meeting_id]).get(meeting_id, "")
    with store.operation(Title("Convocatoria de la reunión «{name}»", values={"name": Name(name)})) as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            raise ProblemError(Problem(mark("La reunión ya no existe."), WHERE_DELETED))
        _convene(session, meeting, _who_sits(session, meeting, words))
        if meeting.state == MeetingState.PLANNED.value:
            meeting.state = MeetingState.CONVENED.value
            meeting.convened_on = store.today()
    return session.changes


def _who_sits(session: FileSession, meeting: Meeting, words: Words) -> Sequence[Sitting]:
    if meeting.state == MeetingState.CANCELLED.value:
        text = mark("La reunión está suspendida.")
        raise ProblemError(
            Problem(text, mark("Cambie la situación de la reunión para convocarla."), Place(field="state"))
        )
    if meeting.starts_on is None:
        text = mark("La reunión no tiene fecha.")
        hint = mark("Escríbala primero: de ella depende quién integra la instancia.")
        raise ProblemError(Problem(text, hint, Place(field="starts_on")))
    sittings = sittings_on(session, meeting.body_id, meeting.starts_on)
    if not sittings:
        text = mark("Nadie integra la instancia en la fecha de la reunión.")
        hint = mark("Agregue los integrantes en Instancias, cada uno con sus fechas.")
        raise ProblemError(Problem(text, hint, Place(field="body_id")))
    if all(each.is_nameless for each in sittings):
        text = mark("La instancia es de países, y de ninguno se indica la persona: no hay a quién convocar.")
        hint = mark("Indique en Instancias la persona de cada país.")
        raise ProblemError(Problem(text, hint, Place(field="body_id")))
    sittings = tuple(each for each in sittings if not each.is_nameless)
    return sorted(sittings, key=lambda each: _order(each, words))


def _order(sitting: Sitting, words: Words) -> tuple[int, bool, str, str, str]:
    country = fold(words.country(sitting.country)) if sitting.country else ""
    return role_rank(sitting.role), not country, country, sitting.name_key, sitting.seat_id


def _convene(session: FileSession, meeting: Meeting, sittings: Sequence[Sitting]) -> None:
    present = list(session.scalars(select(Attendance).where(Attendance.meeting_id == meeting.id)))
    seated = {row.seat_id: row for row in present if row.seat_id}
    by_hand = {row.municipality_id or row.organisation_id or row.person_id: row for row in present if not row.seat_id}
    last = session.scalar(select(func.max(Attendance.position)).where(Attendance.meeting_id == meeting.id))
    people = who_comes(session, sittings, meeting.starts_on) if meeting.starts_on else {}
    for sitting in sittings:
        person = people.get(sitting.seat_id)
        known = seated.get(sitting.seat_id) or by_hand.pop(sitting.place_id or sitting.person_id, None)
        if known is not None:
            known.seat_id = sitting.seat_id
            if known.person_id is None and known.state == AttendanceState.CONVENED.value:
                known.person_id = person
            continue
        last = after(last)
        session.add(_attendance(meeting.id, sitting, person, last))


def _attendance(meeting_id: str, sitting: Sitting, person_id: str | None, position: int) -> Attendance:
    return Attendance(
        meeting_id=meeting_id,
        seat_id=sitting.seat_id,
        municipality_id=sitting.municipality_id,
        organisation_id=sitting.organisation_id,
        person_id=person_id,
        position=position,
    )
