"""Beginning a meeting: from the last of its series, and where and when the one that contains it is held.

Each series of a body is counted by itself: a "IX Reunión de Coordinadores" within a "III Plenaria" (domain, 4.1).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.meetings.series import next_number
from app.network.terms import period_on
from app.records.drafts import Draft, Rows
from app.records.namesakes import read_titles
from app.words.folding import fold
from db.entities.agenda_item import AgendaItem
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession
from db.store import Store

_KEPT = ("series", "starts_at", "place", "municipality_id")
_OF_PARENT = ("starts_on", "place", "municipality_id")
"""What a meeting takes from the one that contains it."""
_OF_ITEM = ("name", "starts_at", "duration", "person_id", "presenter", "description")
"""What an item is called, when and by whom it is presented; what was said of it is of its own meeting."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the last meeting of a series, called `title`, gives to the next: values of fields, and items of its agenda.

    `others` are the other series of the body, that of the latest meeting first.
    """

    title: str
    values: Mapping[str, object]
    items: Rows
    others: tuple[str, ...] = ()


def begin_from_last(
    store: Store, body_id: str, day: date | None = None, *, series: str = "", parent_id: str = ""
) -> Beginning | None:
    """Return what the next meeting of a body begins with; None for its first.

    It follows the last of `series`, of that of its latest meeting when none is named; of one within the meeting
    `parent_id` the series is another than that of the meeting that contains it, and day and place are those of that.
    `day` is that of the next meeting (today when nobody knows): a series may begin again in its year, and the term is
    the one that runs then, whatever that of the last meeting was.
    """
    with store.reading() as session:
        parent = session.get(Meeting, parent_id) if parent_id else None
        day = day or (parent.starts_on if parent is not None else None) or store.today()
        of_body = _last_first(session, body_id)
        names = _names_of_series(each for each in of_body if not _is_of_same(parent, each))
        wanted = series.strip() or next(iter(names.values()), "")
        meetings = [each for each in of_body if _key(each.series) == fold(wanted) and not _is_of_same(parent, each)]
        if not meetings:
            return None
        last = meetings[0]
        title = read_titles(session, "meeting", [last.id])[last.id]
        values = {**_values(session, meetings, day), **_place_of(parent)}
        items = session.scalars(
            select(AgendaItem).where(AgendaItem.meeting_id == last.id).order_by(AgendaItem.position, AgendaItem.id)
        ).all()
    drafts = (Draft("agenda_item", None, _filled({name: getattr(item, name) for name in _OF_ITEM})) for item in items)
    others = tuple(name for key, name in names.items() if key != fold(wanted) and name)
    return Beginning(title, values, Rows(tuple(drafts)), others)


def begin_within(store: Store, parent_id: str) -> Mapping[str, object]:
    """Return the day, the place, the city and the term that a meeting takes from the one that contains it."""
    with store.reading() as session:
        parent = session.get(Meeting, parent_id)
        return _filled({**_place_of(parent), "period_id": parent.period_id}) if parent is not None else {}


def _place_of(parent: Meeting | None) -> dict[str, object]:
    return _filled({name: getattr(parent, name) for name in _OF_PARENT}) if parent is not None else {}


def _key(series: str | None) -> str:
    return fold((series or "").strip())


def _is_of_same(parent: Meeting | None, meeting: Meeting) -> bool:
    """Tell whether a meeting is of the series of the one that contains the new one."""
    if parent is None or meeting.body_id != parent.body_id:
        return False
    return meeting.id == parent.id or (bool(_key(parent.series)) and _key(meeting.series) == _key(parent.series))


def _names_of_series(meetings: Iterable[Meeting]) -> Mapping[str, str]:
    """Return the series of meetings as they are written, by their folded names, in the order of the meetings."""
    names: dict[str, str] = {}
    for each in meetings:
        names.setdefault(_key(each.series), (each.series or "").strip())
    return names


def _last_first(session: FileSession, body_id: str) -> Sequence[Meeting]:
    """Return the meetings of a body that were not suspended, that of the latest day first, those without day last."""
    found = select(Meeting).where(Meeting.body_id == body_id, Meeting.state != MeetingState.CANCELLED.value)
    return session.scalars(found.order_by(Meeting.starts_on.desc().nulls_last(), Meeting.id.desc())).all()


def _values(session: FileSession, meetings: Sequence[Meeting], day: date) -> Mapping[str, object]:
    last, year, term = meetings[0], day.year, period_on(session, day)
    found = select(Meeting.name, Meeting.code, Meeting.series).where(Meeting.body_id == last.body_id)
    others = [row for row in session.execute(found) if _key(row.series) == _key(last.series)]
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
