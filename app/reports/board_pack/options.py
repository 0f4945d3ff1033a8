"""What a person chooses of a dossier: which meeting, and which parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.meetings import latest_meeting, next_meeting
from app.problems import Problem, ProblemError
from app.words import mark
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
    """Give the dossier of the next meeting of the Comisión Directiva, else of the latest; ProblemError without one."""
    with store.reading() as session:
        meeting_id = next_meeting(session, store.today()) or latest_meeting(session)
    if meeting_id is None:
        raise ProblemError(
            Problem(
                mark("No hay ninguna reunión de la Comisión Directiva."),
                mark("Agréguela en Reuniones, o elija la reunión de otra instancia."),
            ),
        )
    return Options(meeting_id)
