"""The quorum of a meeting, when the office has recorded the rule of its body."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.meetings.sitting import COUNTED, Sitting, sittings_of, sittings_on
from db.entities.attendance import CAME, Attendance
from db.entities.body import Body, QuorumRule
from db.entities.meeting import Meeting
from db.entities.seat import SeatRole
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are needed and how many came; `rule`, `needed` and `reached` are None while no rule is recorded.

    `seats` counts who made up the body on the day of the meeting, alternates and standing guests apart, and is None for
    a meeting without date; `present` counts those of them who came, were represented or had an alternate there. A
    country is one of them, however many sit for it.
    """

    rule: QuorumRule | None
    seats: int | None
    present: int
    needed: int | None
    reached: bool | None


def quorum(session: FileSession, meeting_id: str) -> Quorum:
    """Count the quorum of a meeting; no rule is assumed, since none of 2008-2009 is confirmed (domain, 7)."""
    meeting = session.get_one(Meeting, meeting_id)
    body = session.get_one(Body, meeting.body_id)
    rule = QuorumRule.of(body.quorum_rule) if body.quorum_rule else None
    seated = _seats(session, meeting)
    seats = None if seated is None else len(seated)
    present = _present(session, meeting_id, seated)
    needed = needed_of(rule, seats, body.quorum_number)
    return Quorum(rule, seats, present, needed, None if needed is None else present >= needed)


def needed_of(rule: QuorumRule | None, seats: int | None, number: int | None) -> int | None:
    """Return how many must come of `seats` by `rule`, None when it cannot be said."""
    if rule is None:
        return None
    if rule is QuorumRule.FIXED:
        return number
    return _SHARES[rule](seats) if seats else None


_SHARES: Mapping[QuorumRule, Callable[[int], int]] = {
    QuorumRule.MAJORITY: lambda seats: seats // 2 + 1,
    QuorumRule.TWO_THIRDS: lambda seats: -(-2 * seats // 3),
}


def _seats(session: FileSession, meeting: Meeting) -> frozenset[str] | None:
    """Return for what the seats count on the day of the meeting; None for a meeting without date."""
    if meeting.starts_on is None:
        return None
    sittings = sittings_on(session, meeting.body_id, meeting.starts_on)
    return frozenset(each.counts_as for each in sittings if each.role in COUNTED)


def _present(session: FileSession, meeting_id: str, seats: frozenset[str] | None) -> int:
    """Count what came of `seats`: a seat convened for another date may not be on the body any more."""
    came = select(Attendance.seat_id).where(
        Attendance.meeting_id == meeting_id, Attendance.seat_id.is_not(None), Attendance.state.in_(CAME)
    )
    sittings = sittings_of(session, filter(None, session.scalars(came)))
    counted = {each.counts_as for each in sittings if each.role in COUNTED or _stands_in(each)}
    return len(counted if seats is None else counted & seats)


def _stands_in(each: Sitting) -> bool:
    """Tell whether it is an alternate of which it is known for whom it comes."""
    return each.role is SeatRole.ALTERNATE and each.counts_as != each.seat_id
