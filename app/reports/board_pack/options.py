"""What a person chooses of a dossier: which meeting, and which parts."""

from dataclasses import dataclass

from app.meetings import latest_held, latest_meeting, next_meeting
from app.reports.board_pack.parts import PARTS
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)
USUAL_PARTS = frozenset(part.name for part in PARTS if part.is_usual)


@dataclass(frozen=True, slots=True)
class Options:
    """The meeting of the dossier and the names of the parts it has; the usual ones unless said otherwise."""

    record_id: str
    parts: frozenset[str] = USUAL_PARTS


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


def meeting_looked_back_on(store: Store) -> str:
    """Return the meeting of a paper that tells what was done there: the latest of the Comisión Directiva that was held.

    Else the latest of any other body that was held, else that of which a dossier would be; ProblemError as for that.
    """
    with store.reading() as session:
        held = latest_held(session) or latest_held(session, None)
    return held or default_options(store).record_id
