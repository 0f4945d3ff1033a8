"""The follow-up of resolutions that opens a meeting: what earlier meetings of its body left to do."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, literal, or_, select

from app.meetings.responsible import read_responsible
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState
from db.entities.resolution import UNFINISHED, Resolution, ResolutionState
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A resolution as the next meeting finds it; `overdue` on the day of that meeting, `counted_on`.

    `meeting`, `code` and `meeting_on` are the name, the code (may be empty) and the day of the meeting that adopted it.
    """

    id: str
    number: str
    text: str
    meeting: str
    code: str
    meeting_on: date | None
    responsible: tuple[str, ...]
    due_on: date | None
    state: ResolutionState
    closed_on: date | None
    progress: str
    overdue: bool
    counted_on: date

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.state.value not in UNFINISHED


def follow_up(session: FileSession, meeting_id: str, today: date) -> tuple[FollowUp, ...]:
    """Return the unfinished resolutions of earlier meetings of the same body, and those finished since the last one.

    A resolution is overdue when it was due before the day of the meeting (before `today` for one without date). Overdue
    ones come first, then the others by the day they are due, then what was finished.
    """
    meeting = session.get_one(Meeting, meeting_id)
    day = meeting.starts_on or today
    previous = previous_meeting(session, meeting)
    found = session.execute(_resolutions(meeting, day).where(_is_carried(previous))).all()
    responsible = read_responsible(session, [row.Resolution.id for row in found])
    return tuple(sorted((_follow_up(row, responsible[row.Resolution.id], day) for row in found), key=_order))


def previous_meeting(session: FileSession, meeting: Meeting) -> Meeting | None:
    """Return the last meeting of the same body that took place before `meeting`."""
    return session.scalars(
        select(Meeting)
        .where(Meeting.starts_on.is_not(None), *_earlier(meeting))
        .order_by(Meeting.starts_on.desc(), func.coalesce(Meeting.starts_at, "").desc(), Meeting.id.desc())
        .limit(1),
    ).first()


def _earlier(meeting: Meeting) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of meetings of the body that took place, or were to, before `meeting`.

    A suspended one is none of them; one that took place on a day nobody recorded came before.
    """
    conditions = [
        Meeting.body_id == meeting.body_id,
        Meeting.id != meeting.id,
        Meeting.state != MeetingState.CANCELLED.value,
    ]
    undated = and_(Meeting.starts_on.is_(None), Meeting.state.in_(TOOK_PLACE))
    if meeting.starts_on is None:
        return (*conditions, or_(Meeting.starts_on.is_not(None), undated))
    same_day = and_(
        Meeting.starts_on == meeting.starts_on,
        func.coalesce(Meeting.starts_at, "") < (meeting.starts_at or ""),
    )
    return (*conditions, or_(Meeting.starts_on < meeting.starts_on, same_day, undated))


def _resolutions(meeting: Meeting, day: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Resolution,
            Meeting.name.label("meeting"),
            Meeting.code.label("code"),
            Meeting.starts_on.label("meeting_on"),
            Resolution.overdue_on(literal(day)).label("overdue"),
        )
        .join_from(Resolution, Meeting, Meeting.id == Resolution.meeting_id)
        .where(*_earlier(meeting))
    )


def _is_carried(previous: Meeting | None) -> ColumnElement[bool]:
    """Say which are shown: those with something left to do, and those finished since the previous meeting.

    One finished on a day nobody recorded is shown when the previous meeting itself adopted it.
    """
    unfinished = Resolution.state.in_(UNFINISHED)
    if previous is None:
        return unfinished
    since = or_(
        Resolution.closed_on >= previous.starts_on,
        and_(Resolution.closed_on.is_(None), Resolution.meeting_id == previous.id),
    )
    return or_(unfinished, since)


def _follow_up(found: Row[*tuple[Any, ...]], responsible: tuple[str, ...], day: date) -> FollowUp:
    row: Resolution = found.Resolution
    return FollowUp(
        id=row.id,
        number=row.number or "",
        text=row.text,
        meeting=found.meeting,
        code=found.code or "",
        meeting_on=found.meeting_on,
        responsible=responsible,
        due_on=row.due_on,
        state=ResolutionState.of(row.state),
        closed_on=row.closed_on,
        progress=row.progress or "",
        overdue=bool(found.overdue),
        counted_on=day,
    )


def _order(each: FollowUp) -> tuple[bool, bool, date, date, str]:
    due = (each.closed_on if each.finished else each.due_on) or date.max
    return each.finished, not each.overdue, due, each.meeting_on or date.min, each.number
