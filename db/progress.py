"""How much of a long reading or writing is done, told to whoever asked."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

Progress = Callable[[float], None]
"""Is told how much is done, from 0 to 1; what it raises goes through, which is how the work is cancelled."""

_ROWS_PER_STEP = 500

Item = TypeVar("Item")


def ignore_progress(_share: float) -> None:
    """Stand for the progress that nobody asked for."""


def counted(rows: Iterable[Item], progress: Progress) -> Iterator[Item]:
    """Pass the rows on, telling progress now and then; of rows that cannot be counted it only asks whether to go on."""
    total = len(rows) if isinstance(rows, Sized) else 0
    for done, row in enumerate(rows):
        if done % _ROWS_PER_STEP == 0:
            progress(done / total if total else 0.0)
        yield row
