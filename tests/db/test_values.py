"""A partial date is ordered, printed and bounded by what is known of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db.values import PartialDate

dates = some.dates(date(1, 1, 1), date(9999, 12, 31))


@given(dates)
def test_a_whole_date_comes_back_from_its_stored_form(day: date) -> None:
    partial = PartialDate.of(day)
    assert PartialDate.parse(str(partial)) == partial
    assert (partial.first_day, partial.last_day) == (day, day)


@given(dates, dates)
def test_the_stored_form_sorts_in_the_order_of_time(first: date, second: date) -> None:
    assert (str(PartialDate.of(first)) < str(PartialDate.of(second))) == (first < second)


def test_less_precise_dates_come_first() -> None:
    ordered = ["2008", "2008-01", "2008-01-01", "2008-06", "2009"]
    assert [str(each) for each in sorted(PartialDate.parse(text) for text in reversed(ordered))] == ordered


def test_a_month_and_a_year_last_until_their_last_day() -> None:
    assert PartialDate(2008, 2).last_day == date(2008, 2, 29)
    assert PartialDate(2008).last_day == date(2008, 12, 31)
    assert PartialDate(2008).first_day == date(2008, 1, 1)


@pytest.mark.parametrize("text", ["", "08", "2008-13", "2008-02-30", "2008-6", "2008/06", "junio", "2008-06-18 10:00"])
def test_other_texts_are_no_partial_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2008, None, 3)
