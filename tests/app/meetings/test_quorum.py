"""The quorum is counted by the rule of the body, and by none while none is recorded."""

from datetime import date

import pytest

from app.meetings import Quorum, convoke, mark_attendance, quorum
from app.meetings.quorum import needed_of
from app.records.editing import edit_many
from app.words.words import Words
from db.entities.attendance import AttendanceState
from db.entities.body import QuorumRule
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting, add_seat, attendances, seated_city
from tests.make import add, add_city


def _board(store: Store, words: Words, count: int, rule: QuorumRule | None = None) -> str:
    body = add_body(store, quorum_rule=rule and rule.value)
    for number in range(count):
        seated_city(store, body, f"Ciudad {number}")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    return meeting


def _count(store: Store, meeting: str) -> Quorum:
    with store.reading() as session:
        return quorum(session, meeting)


@pytest.mark.parametrize(
    ("rule", "seats", "needed"),
    [
        (QuorumRule.MAJORITY, 10, 6),
        (QuorumRule.MAJORITY, 11, 6),
        (QuorumRule.MAJORITY, 1, 1),
        (QuorumRule.TWO_THIRDS, 9, 6),
        (QuorumRule.TWO_THIRDS, 10, 7),
        (QuorumRule.TWO_THIRDS, 11, 8),
        (QuorumRule.FIXED, 11, 5),
    ],
)
def test_each_rule_needs_so_many(rule: QuorumRule, seats: int, needed: int) -> None:
    assert needed_of(rule, seats, 5) == needed


def test_without_a_rule_nothing_is_needed_nor_reached(store: Store, words: Words) -> None:
    meeting = _board(store, words, 3)
    mark_attendance(store, [each.id for each in attendances(store, meeting)], AttendanceState.PRESENT)
    assert _count(store, meeting) == Quorum(None, 3, 3, None, None)


def test_who_is_present_or_represented_makes_it_up(store: Store, words: Words) -> None:
    meeting = _board(store, words, 4, QuorumRule.MAJORITY)
    rows = [each.id for each in attendances(store, meeting)]
    mark_attendance(store, rows[:2], AttendanceState.PRESENT)
    mark_attendance(store, rows[3:], AttendanceState.EXCUSED)
    assert _count(store, meeting) == Quorum(QuorumRule.MAJORITY, 4, 2, 3, reached=False)
    mark_attendance(store, [rows[2]], AttendanceState.REPRESENTED, represented_by="Ciudad 0")
    assert _count(store, meeting) == Quorum(QuorumRule.MAJORITY, 4, 3, 3, reached=True)


def test_guests_alternates_and_observers_do_not_count(store: Store, words: Words) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    seated_city(store, body, "Rosario")
    seated_city(store, body, "Lima", "PE", role="alternate")
    seated_city(store, body, "Quito", "EC", role="observer")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    add(store, "attendance", meeting_id=meeting, municipality_id=add_city(store, "Azul"), state="present")
    others = [each.id for each in attendances(store, meeting)][1:]
    mark_attendance(store, others, AttendanceState.PRESENT)
    assert _count(store, meeting) == Quorum(QuorumRule.MAJORITY, 1, 0, 1, reached=False)


def test_a_meeting_without_date_has_no_count_of_seats(store: Store) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    seated_city(store, body, "Rosario")
    assert _count(store, add_meeting(store, body, None)) == Quorum(QuorumRule.MAJORITY, None, 0, None, None)


def test_who_represents_is_kept_for_who_is_represented_alone(store: Store, words: Words) -> None:
    meeting = _board(store, words, 1)
    row = attendances(store, meeting)[0].id
    mark_attendance(store, [row], AttendanceState.REPRESENTED, represented_by=" Salto ")
    assert attendances(store, meeting)[0].represented_by == "Salto"
    mark_attendance(store, [row], AttendanceState.PRESENT, represented_by="Salto")
    assert attendances(store, meeting)[0].represented_by is None


def test_who_no_longer_sits_when_the_date_was_moved_does_not_count(store: Store, words: Words) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    for name, ends in (("Azul", None), ("Tandil", None), ("Tigre", PartialDate(2026, 10))):
        add_seat(store, body, add_city(store, name), ends=ends)
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    mark_attendance(store, [each.id for each in attendances(store, meeting)], AttendanceState.PRESENT)
    assert _count(store, meeting) == Quorum(QuorumRule.MAJORITY, 3, 3, 2, reached=True)
    edit_many(store, "meeting", [meeting], {"starts_on": date(2026, 12, 1)})
    assert _count(store, meeting) == Quorum(QuorumRule.MAJORITY, 2, 2, 2, reached=True)
