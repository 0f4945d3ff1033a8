"""The days of the sample are counted from the day on which it is made."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.sample.days import months_before, working_day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_are_counted_without_falling_out_of_the_month(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day <= day.day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-300, 300))
def test_nobody_is_convened_on_a_weekend(day: date, days: int) -> None:
    found = working_day(day, days)
    assert found.weekday() < 5
    assert 0 <= (found - day).days - days <= 2
