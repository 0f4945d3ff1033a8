"""What a person chooses of a dossier: which meeting, and which parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.meetings import latest_meeting, next_meeting
from app.words.folding import fold
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.entities.meeting import Meeting
from db.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """The meeting of the dossier and the parts it has; all of them unless said otherwise."""

    meeting_id: str
    cover: bool = True
    contents: bool = True
    agenda: bool = True
    minutes: bool = True
    follow_up: bool = True
    attendance: bool = True
    network: bool = True
    contacts: bool = True
    experiences: bool = True
    annexes: bool = True
    signatures: bool = True


PARTS: Mapping[str, str] = {
    "cover": mark("Portada"),
    "contents": mark("Índice"),
    "agenda": mark("Orden del día"),
    "minutes": mark("Acta y resoluciones, si la reunión ya se hizo"),
    "follow_up": mark("Seguimiento de resoluciones"),
    "attendance": mark("Convocatoria y asistencia"),
    "network": mark("Estado de la Red"),
    "contacts": mark("Contactos a verificar"),
    "experiences": mark("Experiencias de la gestión"),
    "annexes": mark("Anexos"),
    "signatures": mark("Planilla de asistencia"),
}
"""The parts that can be left out, as a person sees them, in the order in which they are printed."""


def default_options(store: Store) -> Options:
    """Return the dossier of the next meeting of the Comisión Directiva, else of its latest, else of any other body.

    Raises ProblemError when the file has no meeting at all.
    """
    with store.reading() as session:
        today = store.today()
        meeting_id = (
            next_meeting(session, today)
            or latest_meeting(session)
            or next_meeting(session, today, None)
            or latest_meeting(session, None)
        )
    if meeting_id is None:
        raise ProblemError(Problem(mark("El archivo no tiene reuniones."), mark("Agregue una en Reuniones.")))
    return Options(meeting_id)


def options_for(store: Store, text: str) -> Options:
    """Return the dossier of the meeting that `text` names by its key, its name or its code, accents and case aside.

    Raises ProblemError when no meeting is called so, or when several are, which it lists.
    """
    with store.reading() as session:
        rows = session.execute(
            select(Meeting.id, Meeting.name, Meeting.code, Meeting.starts_on).order_by(Meeting.starts_on)
        ).all()
    folded = fold(text)
    found = [row for row in rows if text == row.id or folded in (fold(row.name), fold(row.code or ""))]
    if len(found) == 1:
        return Options(found[0].id)
    place = Place(field="meeting_id")
    if not found:
        hint = mark("Escríbala como figura en la lista de reuniones, por su nombre o su código.")
        raise ProblemError(Problem(mark("No hay ninguna reunión «{name}»."), hint, place, {"name": text}))
    dates = [f" {row.starts_on:%d/%m/%Y}" if row.starts_on else "" for row in found]
    several = ", ".join(f"{row.name}{on}: {row.id}" for row, on in zip(found, dates, strict=True))
    hint = mark("Indique cuál por su clave ({meetings}).")
    raise ProblemError(
        Problem(mark("Hay más de una reunión «{name}»."), hint, place, {"name": text, "meetings": several})
    )
