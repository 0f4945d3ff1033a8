"""Months in a row, as a calendar shows them, and where a day lies across them."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date

from app.words.words import Words


def months_between(first: date, last: date) -> tuple[date, ...]:
    """Return the months from that of `first` to that of `last`, each by its first day."""
    months = [first.replace(day=1)]
    while months[-1] < last.replace(day=1):
        month = months[-1]
        months.append(date(month.year + month.month // 12, month.month % 12 + 1, 1))
    return tuple(months)


def months_on(day: date, months: int) -> date:
    """Return the day that is `months` after `day`, or the last of its month where that has fewer days."""
    month = day.year * 12 + day.month - 1 + months
    year, at = month // 12, month % 12 + 1
    return date(year, at, min(day.day, monthrange(year, at)[1]))


def place_across(months: Sequence[date], day: date) -> float | None:
    """Return where `day` begins across the months, 0 at their first day and 1 at their end; None outside of them."""
    span = span_across(months, day, day)
    return span[0] if span is not None else None


def span_across(months: Sequence[date], starts: date | None, ends: date | None) -> tuple[float, float] | None:
    """Return where what lasts from `starts` through `ends` begins and is over across the months, from 0 to 1.

    Where one of the days is unknown it is the other alone; None without any, or when all of it lies outside.
    """
    first, last = starts or ends, ends or starts
    if first is None or last is None or not months:
        return None
    begin, end = months[0].toordinal(), months[-1].toordinal() + monthrange(months[-1].year, months[-1].month)[1]
    left, right = max(first.toordinal(), begin), min(last.toordinal() + 1, end)
    return ((left - begin) / (end - begin), (right - begin) / (end - begin)) if left < right else None


def say_month(month: date, words: Words) -> str:
    """Return a month with its year, as a heading writes it: Noviembre de 2026."""
    said = words("{month} de {year}", month=words.month(month), year=month.year)
    return said[:1].upper() + said[1:]


def names_of_month(month: date, words: Words) -> tuple[str, ...]:
    """Return what a month is called, from its whole name to its first letter, for as much room as there is."""
    name = words.month(month)
    return name, name[:3], name[:1].upper()


def names_of_months(months: Sequence[date], words: Words, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return what the months are called: all by whole names, else all as short as each other, as far as all fit."""
    forms = zip(*(names_of_month(month, words) for month in months), strict=True)
    return next((names for names in forms if all(map(fits, names))), ("",) * len(months))
