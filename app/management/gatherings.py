"""The meetings of a term that were held, by body: where, how many came, what they resolved, and their acta."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.network.terms import Term
from app.records.namesakes import read_rows
from db.entities.body import Body
from db.entities.meeting import TOOK_PLACE, Meeting
from db.entities.period import Period
from db.entities.resolution import Resolution
from db.papers import ActaState
from db.session import FileSession
from db.store import Store

_READ = ("held_by", "name", "code", "starts_on", "place", "municipality_id", "present", "acta_state")


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that was held; empty texts and None for what is not recorded of it."""

    id: str
    body: str
    name: str
    day: date | None
    place: str
    present: int
    resolutions: int
    acta: ActaState | None


def read_held(session: FileSession, store: Store, term: Term) -> tuple[Held, ...]:
    """Read the meetings of a term that were held, by the names of their bodies and their days."""
    wanted = select(Meeting.id).join(Body, Body.id == Meeting.body_id).join(Period, Period.id == term.id)
    held = wanted.where(Meeting.in_period(Period), Meeting.state.in_(TOOK_PLACE))
    order = Body.title_key(), Body.id, Meeting.starts_on, Meeting.id
    ids = list(session.scalars(held.order_by(*order), session.reader))
    of_meeting = select(Resolution.meeting_id, func.count()).where(Resolution.meeting_id.in_(ids))
    counts = {str(key): count for key, count in session.execute(of_meeting.group_by(Resolution.meeting_id))}
    rows = read_rows(session, store, "meeting", _READ, ids)
    return tuple(_held(key, row, counts.get(key, 0)) for key, row in zip(ids, rows, strict=True))


def _held(key: str, row: Sequence[object], resolutions: int) -> Held:
    body, name, code, day, place, city, present, acta = row
    return Held(
        key,
        str(body or ""),
        " · ".join(str(each) for each in (name, code) if each),
        day if isinstance(day, date) else None,
        ", ".join(str(each) for each in (place, city) if each),
        int(str(present or 0)),
        resolutions,
        ActaState.of(str(acta)) if acta else None,
    )
