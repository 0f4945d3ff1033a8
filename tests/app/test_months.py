"""Months in a row: which there are, and where days lie across them."""

from datetime import date

import pytest

from app.months import months_between, names_of_month, names_of_months, place_across, span_across
from tests.make import SPANISH

MONTHS = months_between(date(2008, 11, 20), date(2009, 2, 3))


def test_months_follow_each_other_over_the_end_of_a_year() -> None:
    assert list(MONTHS) == [date(2008, 11, 1), date(2008, 12, 1), date(2009, 1, 1), date(2009, 2, 1)]


def test_what_lasts_ends_with_the_end_of_its_last_day_and_is_cut_to_the_months() -> None:
    assert span_across(MONTHS, date(2008, 11, 1), date(2009, 2, 28)) == (0, 1)
    assert span_across(MONTHS, date(2000, 1, 1), date(2008, 11, 30)) == pytest.approx((0, 30 / 120))
    assert span_across(MONTHS, date(2010, 1, 1), date(2011, 1, 1)) is None


def test_what_has_one_day_alone_lasts_that_day() -> None:
    day = pytest.approx((30 / 120, 31 / 120))
    assert span_across(MONTHS, None, date(2008, 12, 1)) == day
    assert span_across(MONTHS, date(2008, 12, 1), None) == day
    assert span_across(MONTHS, None, None) is None


def test_the_last_month_of_all_has_an_end_too() -> None:
    assert place_across((date(9999, 12, 1),), date(9999, 12, 31)) == pytest.approx(30 / 31)
    assert place_across((), date(2009, 1, 1)) is None


def test_a_month_is_called_by_as_much_of_its_name_as_there_is_room_for() -> None:
    assert names_of_month(date(2008, 11, 1), SPANISH) == ("Noviembre", "Nov", "N")


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (10, ("Noviembre", "Diciembre", "Enero", "Febrero")),
        (8, ("Nov", "Dic", "Ene", "Feb")),
        (1, ("N", "D", "E", "F")),
        (0, ("", "", "", "")),
    ],
)
def test_no_month_is_written_shorter_than_the_others(room: int, said: tuple[str, ...]) -> None:
    assert names_of_months(MONTHS, SPANISH, lambda name: len(name) <= room) == said
