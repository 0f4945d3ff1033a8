"""Only what holds on the day counts as in force: by the derived state of a tenure, by the dates of all else."""

from datetime import date

from app.records.in_force import is_in_force
from app.records.reading import Record
from db.values import PartialDate

DAY = date(2009, 3, 2)


def test_a_tenure_is_in_force_until_its_state_says_that_it_ended() -> None:
    assert is_in_force(Record("tenure", "t", "", {"tenure_state": "to_verify"}), DAY)
    assert not is_in_force(Record("tenure", "t", "", {"tenure_state": "ended"}), DAY)


def test_a_seat_is_in_force_from_its_first_day_to_its_last() -> None:
    assert is_in_force(Record("seat", "s", "", {"starts": None, "ends": None}), DAY)
    assert is_in_force(Record("seat", "s", "", {"starts": PartialDate(2009), "ends": PartialDate(2009, 3)}), DAY)
    assert not is_in_force(Record("seat", "s", "", {"starts": PartialDate(2009, 4), "ends": None}), DAY)
    assert not is_in_force(Record("seat", "s", "", {"starts": None, "ends": PartialDate(2008)}), DAY)
