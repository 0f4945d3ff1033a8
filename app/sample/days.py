"""Days of the sample, counted from the day on which it is made."""

from calendar import monthrange
from datetime import date, timedelta

_FRIDAY = 4


def months_before(today: date, months: int) -> date:
    """Return the day `months` before `today` (after it when less than zero), or the last one of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def working_day(today: date, days: int) -> date:
    """Return the day `days` after `today`, or the Monday that follows when that is a Saturday or Sunday."""
    day = today + timedelta(days=days)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day
