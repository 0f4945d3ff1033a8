"""Beginning a meeting from the last of its body: where, which in the series, and what its agenda holds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.meetings.series import next_number
from app.network.terms import period_on
from app.records.drafts import Draft, Rows
from app.records.namesakes import read_titles
from db.entities.agenda_item import AgendaItem
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession
from db.store import Store

_KEPT = ("series", "starts_at", "place", "municipality_id")
_OF_ITEM = ("name", "starts_at", "duration", "person_id", "presenter", "description")
"""What an item is called, when and by whom it is presented; what was said of it is of its own meeting."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the last meeting of a body, called `title`, gives to the next: values of fields, and items of its agenda."""

    title: str
    values: Mapping[str, object]
    items: Rows


def begin_from_last(store: Store, body_id: str, day: date | None = None) -> Beginning | None:
    """Return what the next meeting of a body begins with; None for its first.

    `day` is that of the next meeting (today when nobody knows): a series may begin again in its year, and the term is
    the one that runs then, whatever that of the last meeting was.
    """
    day = day or store.today()
    with store.reading() as session:
        meetings = _last_first(session, body_id)
        if not meetings:
            return None
        last = meetings[0]
        title = read_titles(session, "meeting", [last.id])[last.id]
        values = _values(session, meetings, day)
        items = session.scalars(
            select(AgendaItem).where(AgendaItem.meeting_id == last.id).order_by(AgendaItem.position, AgendaItem.id)
        ).all()
    drafts = (Draft("agenda_item", None, _filled({name: getattr(item, name) for name in _OF_ITEM})) for item in items)
    return Beginning(title, values, Rows(tuple(drafts)))


def _last_first(session: FileSession, body_id: str) -> Sequence[Meeting]:
    """Return the meetings of a body that were not suspended, that of the latest day first, those without day last."""
    found = select(Meeting).where(Meeting.body_id == body_id, Meeting.state != MeetingState.CANCELLED.value)
    return session.scalars(found.order_by(Meeting.starts_on.desc().nulls_last(), Meeting.id.desc())).all()


def _values(session: FileSession, meetings: Sequence[Meeting], day: date) -> Mapping[str, object]:
    last, year, term = meetings[0], day.year, period_on(session, day)
    others = session.execute(select(Meeting.name, Meeting.code).where(Meeting.body_id == last.body_id)).all()
    name = next_number(last.name, year, {row.name for row in others})
    code = _next_code([each.code or "" for each in meetings], year, {row.code for row in others if row.code})
    period = term.id if term is not None else None
    return _filled({"name": name, "code": code, "period_id": period, **{each: getattr(last, each) for each in _KEPT}})


def _next_code(codes: Sequence[str], year: int, taken: Collection[str]) -> str | None:
    """Return the code that follows those of meetings, the last first; one that has none yet will take the next."""
    waiting = next((at for at, code in enumerate(codes) if code), None)
    if waiting is None:
        return None
    code = codes[waiting]
    for _ in range(waiting + 1):
        code = next_number(code, year, taken)
    return code


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
