"""The running time of an agenda."""

from collections.abc import Sequence
from datetime import time
from typing import Protocol

_MINUTES_OF_DAY = 24 * 60


class Timed(Protocol):
    """What has an hour of its own ("HH:MM") or none, and a duration in minutes or none."""

    @property
    def starts_at(self) -> str | None:
        """The hour that was set for it."""

    @property
    def duration(self) -> int | None:
        """How many minutes it is to take."""


def agenda_times(items: Sequence[Timed], starts_at: str | None) -> tuple[time | None, ...]:
    """Return when each item begins: at its own hour, else when the one before it ends.

    The first begins at `starts_at`, the hour of the meeting. After an item of unknown duration nothing is known until
    the next one with an hour of its own, nor is it past midnight.
    """
    clock = _minutes(starts_at)
    times: list[time | None] = []
    for item in items:
        begins = _minutes(item.starts_at) if item.starts_at else clock
        if begins is not None and begins >= _MINUTES_OF_DAY:
            begins = None
        times.append(None if begins is None else time(begins // 60, begins % 60))
        clock = None if begins is None or item.duration is None else begins + item.duration
    return tuple(times)


def _minutes(text: str | None) -> int | None:
    if not text:
        return None
    at = time.fromisoformat(text)
    return at.hour * 60 + at.minute
