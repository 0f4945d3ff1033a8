"""The number of an acta: proposed from the series of body and year, and never given twice unsaid."""

from datetime import date

import pytest

from app.meetings.acta_numbers import next_acta_number, number_of_acta, plain_number
from app.records.hints import hints_about
from db.entities.body import BodyKind
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting


def test_the_next_number_is_the_one_after_the_highest_of_the_body_in_its_year(store: Store) -> None:
    body, other = add_body(store), add_body(store, BodyKind.COUNCIL, name="Consejo")
    first = add_meeting(store, body, date(2026, 3, 2))
    assert next_acta_number(store, first) == "01/2026"
    add_meeting(store, body, date(2026, 4, 2), acta_number="02/26")
    add_meeting(store, body, date(2026, 5, 2), code="ACTA Nº 03/2026")  # as it was written before it had its field
    add_meeting(store, body, date(2025, 5, 2), acta_number="09/2025")
    add_meeting(store, body, date(2026, 6, 2), acta_number="08/2026", state="cancelled")
    add_meeting(store, other, date(2026, 5, 2), acta_number="07/2026")
    assert next_acta_number(store, first) == "04/2026"
    assert next_acta_number(store, add_meeting(store, body, date(2026, 9, 2), acta_number="11/2026")) == "11/2026"


@pytest.mark.parametrize(
    ("own", "code", "expected"),
    [("3/08", "ACTA Nº 04/2008", "3/08"), (None, "ACTA Nº 04/2008", "04/2008"), (None, "XXXII", ""), (None, None, "")],
)
def test_the_number_is_its_own_else_that_of_the_code(own: str | None, code: str | None, expected: str) -> None:
    assert number_of_acta(own, code) == expected


def test_numbers_are_one_however_they_are_written() -> None:
    day = date(2008, 6, 1)
    assert plain_number("3/08", day) == plain_number("03/2008", None) == plain_number("3", day)
    assert plain_number("3", date(2009, 1, 1)) != plain_number("3", day)


def test_a_number_that_is_given_twice_is_said_of_both(store: Store) -> None:
    body = add_body(store)
    keys = [
        add_meeting(store, body, date(2026, 3, 2), acta_number="01/2026"),
        add_meeting(store, body, date(2026, 4, 2), acta_number="1/26"),
        add_meeting(store, body, date(2026, 5, 2), acta_number="02/2026"),
    ]
    with store.reading() as session:
        said = [
            [each for each in hints_about(session, "meeting", key) if each.place.field == "acta_number"] for key in keys
        ]
    assert [[each.key.id for hint in hints for each in hint.named] for hints in said] == [[keys[1]], [keys[0]], []]
