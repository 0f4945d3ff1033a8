"""Rows in an order of their own, by positions far apart: to add or move one writes that row and no other.

A new row goes one STEP behind the last. A moved one takes the middle of its neighbours, and only where there is no
middle is its list numbered anew. Rows stand by (position, id), so that equal positions have an order too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, func, select

from db.positions import Ordered
from db.session import FileSession

STEP = 2**20
"""What lies between two rows at first: twenty rows can be put into one gap, each before the last one put there."""

Row = TypeVar("Row")


def after(last: int | None) -> int:
    """Return the position behind `last`; that of the first row of a list for None."""
    return STEP if last is None else last + STEP


def spread(rows: Iterable[Row], last: int | None = None) -> Iterator[tuple[int, Row]]:
    """Return `rows` with the positions that they take behind `last`, or in a list of their own."""
    for row in rows:
        last = after(last)
        yield last, row


def arrange(present: Mapping[str, int], wanted: Sequence[str]) -> dict[str, int]:
    """Return the positions to write so that rows stand in the order `wanted`: as few as that order allows.

    `present` has the positions of the rows by their keys; a key of `wanted` that it lacks is that of a new row.
    """
    kept = longest_run([(present[key], key) if key in present else None for key in wanted])
    written: dict[str, int] = {}
    gap: list[str] = []
    low: int | None = None
    for at, key in enumerate(wanted):
        if at not in kept:
            gap.append(key)
            continue
        between = _between(low, present[key], len(gap))
        if len(between) < len(gap):
            return {each: number for number, each in spread(wanted) if present.get(each) != number}
        written.update(zip(gap, between, strict=True))
        gap, low = [], present[key]
    return written | {key: number for number, key in spread(gap, low)}


def longest_run(rows: Sequence[tuple[int, str] | None]) -> frozenset[int]:
    """Return the places of the longest run of `rows` that stand in their order already; None is in no run."""
    lowest: list[tuple[int, str]] = []  # by the length of a run: the lowest row that one of that length ends with
    ends: list[int] = []  # where that row is
    before: dict[int, int] = {}
    for at, row in enumerate(rows):
        if row is None:
            continue
        length = bisect_left(lowest, row)
        if length:
            before[at] = ends[length - 1]
        lowest[length : length + 1] = [row]
        ends[length : length + 1] = [at]
    run = ends[-1:]
    while run and run[-1] in before:
        run.append(before[run[-1]])
    return frozenset(run)


def _between(low: int | None, high: int, count: int) -> list[int]:
    """Return `count` positions above `low` and below `high`, evenly; none when there is no room for so many."""
    if low is None:
        return [high - STEP * (count - at) for at in range(count)]
    if high - low <= count:
        return []
    return [low + (high - low) * (at + 1) // (count + 1) for at in range(count)]


def merged(present: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return the rows in the order `wanted`; one that it leaves out stays behind the one of `present` before it."""
    named = set(wanted)
    followers: dict[str, list[str]] = {}
    leader = ""
    for key in present:
        if key in named:
            leader = key
        else:
            followers.setdefault(leader, []).append(key)
    return [*followers.get("", ()), *(each for key in wanted for each in (key, *followers.get(key, ())))]


def append(session: FileSession, row: Ordered) -> None:
    """Return a new row, whose list its own columns say already, the position behind the last."""
    entity = type(row)
    with session.no_autoflush:
        last = session.scalar(select(func.max(entity.position)).where(*_listed_with(row)))
    row.position = after(last)


def put_in_order(session: FileSession, entity: type[Ordered], keys: Sequence[str]) -> None:
    """Put rows of one list in the order of `keys`; others of that list stay behind the row they stand behind."""
    first = session.scalar(select(entity).where(entity.id.in_(keys)).limit(1))
    if first is None:
        return
    rows = {row.id: row for row in rows_in_order(session, first)}
    present = {key: row.position for key, row in rows.items()}
    wanted = merged(list(rows), [key for key in keys if key in rows])
    for key, number in arrange(present, wanted).items():
        rows[key].position = number
    session.flush()


def rows_in_order(session: FileSession, row: Ordered) -> Sequence[Ordered]:
    """Return the rows of the list that `row` is in, in their order."""
    entity = type(row)
    return session.scalars(select(entity).where(*_listed_with(row)).order_by(entity.position, entity.id)).all()


def _listed_with(row: Ordered) -> list[ColumnElement[bool]]:
    return [getattr(type(row), name).is_not_distinct_from(getattr(row, name)) for name in type(row).listed_by]
