"""The quorum of a meeting, when the office has recorded the rule of its body."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.meetings.sitting import COUNTED, sittings_on
from db.entities.attendance import CAME, Attendance
from db.entities.body import Body, QuorumRule
from db.entities.meeting import Meeting
from db.entities.seat import Seat
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are needed and how many came; `rule`, `needed` and `reached` are None while no rule is recorded.

    `seats` counts who made up the body on the day of the meeting, alternates and standing guests apart, and is None for
    a meeting without date; `present` counts those of them who came or were represented.
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
    """Return the keys of the seats that count on the day of the meeting; None for a meeting without date."""
    if meeting.starts_on is None:
        return None
    sittings = sittings_on(session, meeting.body_id, meeting.starts_on)
    return frozenset(each.seat_id for each in sittings if each.role in COUNTED)


def _present(session: FileSession, meeting_id: str, seats: frozenset[str] | None) -> int:
    """Count the seats that came: of `seats`, since one convened for another date may not sit on the body any more."""
    found = session.scalars(
        select(Seat.id)
        .distinct()
        .join_from(Attendance, Seat, Seat.id == Attendance.seat_id)
        .where(
            Attendance.meeting_id == meeting_id,
            Attendance.state.in_(CAME),
            Seat.role.in_([role.value for role in COUNTED]),
        ),
    )
    return sum(seats is None or seat in seats for seat in found)
