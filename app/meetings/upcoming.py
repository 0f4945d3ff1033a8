"""Which meeting comes next, and which was the last."""

from datetime import date

from sqlalchemy import func, select

from db.entities.body import Body, BodyKind
from db.entities.meeting import AHEAD, TOOK_PLACE, Meeting, MeetingState
from db.session import FileSession


def next_meeting(session: FileSession, today: date, kind: BodyKind | None = BodyKind.BOARD) -> str | None:
    """Return the key of the next meeting that is planned or convened, of bodies of `kind` (of any when None).

    The first that has not ended before `today`; else one that is planned without a date; else the latest planned one.
    """
    found = select(Meeting.id).join(Body, Body.id == Meeting.body_id).where(Meeting.state.in_(AHEAD))
    if kind is not None:
        found = found.where(Body.kind == kind.value)
    last_day = func.coalesce(Meeting.ends_on, Meeting.starts_on)
    ahead = found.where(last_day >= today).order_by(Meeting.starts_on, func.coalesce(Meeting.starts_at, ""), Meeting.id)
    others = found.order_by(Meeting.starts_on.is_not(None), Meeting.starts_on.desc(), Meeting.id.desc())
    return session.scalar(ahead.limit(1)) or session.scalar(others.limit(1))


def latest_held(session: FileSession, kind: BodyKind | None = BodyKind.BOARD) -> str | None:
    """Return the key of the meeting of the latest date that was held, of bodies of `kind` (of any when None)."""
    found = select(Meeting.id).join(Body, Body.id == Meeting.body_id).where(Meeting.state.in_(TOOK_PLACE))
    if kind is not None:
        found = found.where(Body.kind == kind.value)
    return session.scalar(found.order_by(Meeting.starts_on.desc(), Meeting.id.desc()).limit(1))


def latest_meeting(session: FileSession, kind: BodyKind | None = BodyKind.BOARD) -> str | None:
    """Return the key of the meeting of the latest date, whatever its state but cancelled; None when there is none."""
    found = (
        select(Meeting.id)
        .join(Body, Body.id == Meeting.body_id)
        .where(Meeting.state != MeetingState.CANCELLED.value)
        .order_by(Meeting.starts_on.desc(), Meeting.id.desc())
    )
    return session.scalar(found.where(Body.kind == kind.value).limit(1) if kind else found.limit(1))
