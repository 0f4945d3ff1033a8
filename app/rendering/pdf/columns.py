"""Widths of a table's columns: from what the document asks, what the words column, and what the page has."""

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST = 0.72
"""Below this share of their size the letters of a crowded table are no longer read; words break instead."""

ROUNDING = 0.01
"""Points that two sums of the same widths may differ by."""

WIDEST = 0.6
"""Share of the page above which one long text earns its column no more width."""


@dataclass(frozen=True, slots=True)
class ColumnWidth:
    """What one column asked, in points: its longest word, its longest text on one line, and the asked weight."""

    least: float
    natural: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths that fill the page exactly, and how much smaller the letters are set for it."""

    widths: tuple[float, ...]
    factor: float = 1.0


def fit_columns(asked: Sequence[ColumnWidth], room: float) -> Fit:
    """Share `room` among the columns: nobody gets less than its longest word while there is room for all."""
    least = sum(column.least for column in asked)
    factor = max(SMALLEST, min(1.0, room / least)) if least else 1.0
    if least * factor > room + ROUNDING:
        return Fit(tuple(room * column.least / least for column in asked), factor)
    asked = [ColumnWidth(column.least * factor, column.natural * factor, column.weight) for column in asked]
    if len({column.weight for column in asked}) == 1:
        return Fit(_by_content(asked, room), factor)
    return Fit(_by_weight(asked, room), factor)


def _by_content(asked: Sequence[ColumnWidth], room: float) -> tuple[float, ...]:
    """Share by what is written, as browsers do, when the document asks the same for all."""
    wishes = [max(column.least, min(column.natural, room * WIDEST)) for column in asked]
    least = sum(column.least for column in asked)
    wished = sum(wishes)
    if wished <= room or wished - least < ROUNDING:
        return tuple(wish * room / wished if wished else room / len(wishes) for wish in wishes)
    share = (room - least) / (wished - least)
    return tuple(column.least + (wish - column.least) * share for column, wish in zip(asked, wishes, strict=True))


def _by_weight(asked: Sequence[ColumnWidth], room: float) -> tuple[float, ...]:
    """Share by weight; who would get less than its longest word gets that, at the cost of the others."""
    widths = [0.0] * len(asked)
    free = set(range(len(asked)))
    left = room
    while True:
        weights = sum(max(asked[index].weight, 0.01) for index in free)
        for index in free:
            widths[index] = left * max(asked[index].weight, 0.01) / weights
        narrow = {index for index in free if widths[index] < asked[index].least}
        if not narrow:
            return tuple(widths)
        for index in narrow:
            widths[index] = asked[index].least
        left -= sum(widths[index] for index in narrow)
        free -= narrow
