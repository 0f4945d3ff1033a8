"""A month of the agenda: its weeks, and in which line of a week each of its entries is drawn."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.agenda.entries import Entry, read_entries
from app.words.words import Words
from db.store import Store

DAYS = 7
_WEEKS = Calendar()
"""Weeks that begin on Monday."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An entry as a week shows it: from which day of it to which, from 0, in which line, and where it goes on."""

    entry: Entry
    begins: int
    ends: int
    line: int
    from_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its first day, the weeks that it lies in, and what stands in these."""

    first: date
    weeks: tuple[tuple[date, ...], ...]
    entries: tuple[Entry, ...]

    def on(self, day: date) -> tuple[Entry, ...]:
        """Return what stands on a day, what lasts several of them first."""
        return tuple(each for each in self.entries if each.first <= day <= each.last)

    def drawn(self, week: Sequence[date]) -> tuple[Drawn, ...]:
        """Return what stands in a week, each in the first line that is free on all of its days.

        What is off comes last: where there is no room for all, it hides nothing that will be.
        """
        taken: list[set[int]] = []
        found = []
        inside = [each for each in self.entries if each.first <= week[-1] and each.last >= week[0]]
        for each in sorted(inside, key=lambda entry: _by_line(entry, week[0])):
            begins = max(0, (each.first - week[0]).days)
            ends = min(DAYS - 1, (each.last - week[0]).days)
            days = set(range(begins, ends + 1))
            line = next((at for at, full in enumerate(taken) if not full & days), len(taken))
            if line == len(taken):
                taken.append(set())
            taken[line] |= days
            found.append(Drawn(each, begins, ends, line, each.first < week[0], each.last > week[-1]))
        return tuple(found)


def _by_line(entry: Entry, monday: date) -> tuple[bool, date, int]:
    return entry.is_off, max(entry.first, monday), -(entry.last - entry.first).days


def month_of(day: date) -> date:
    """Return the month of a day, by its first day."""
    return day.replace(day=1)


def moved_by(month: date, count: int) -> date:
    """Return the month `count` months after `month`, or before it; the first and the last that there are stay."""
    at = min(max(month.year * 12 + month.month - 1 + count, _FIRST), _LAST)
    return date(at // 12, at % 12 + 1, 1)


_FIRST = 1900 * 12
_LAST = 9998 * 12
"""The months that can be gone to: beyond them weeks have days that no calendar counts."""


def same_day_in(month: date, day: date) -> date:
    """Return the day of `month` of the number of `day`, or its last one."""
    last = moved_by(month, 1) - timedelta(days=1)
    return month.replace(day=min(day.day, last.day))


def read_month(store: Store, first: date, words: Words) -> Month:
    """Return the month that begins on `first`, with all that stands in its weeks."""
    weeks = tuple(tuple(week) for week in _WEEKS.monthdatescalendar(first.year, first.month))
    return Month(first, weeks, read_entries(store, weeks[0][0], weeks[-1][-1], words, deadlines=True))
