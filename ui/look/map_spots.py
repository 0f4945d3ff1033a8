"""Where the places of a map stand in a window: which are near a point, and which comes next on one side."""

from collections.abc import Sequence
from enum import Enum
from math import hypot

Spot = tuple[float, float]
"""Pixels from the left and from the top."""

ASIDE = 2.0
"""How many times farther a place seems that lies aside of the way."""


class Side(Enum):
    """A way to go on a map: to the right and down, as pixels count."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def near(spots: Sequence[Spot], at: Spot, reach: float) -> list[int]:
    """Return which of `spots` are no farther than `reach` pixels from `at`, the nearest first."""
    far = [hypot(x - at[0], y - at[1]) for x, y in spots]
    return sorted((index for index, distance in enumerate(far) if distance <= reach), key=far.__getitem__)


def next_to(spots: Sequence[Spot], current: int, side: Side) -> int | None:
    """Return which of `spots` comes next on one side of the `current` one; None at the end.

    Those that stand at one place are gone through in their order, to the right and down, before any other.
    """
    forward = sum(side.value) > 0
    same = [index for index, spot in enumerate(spots) if spot == spots[current]]
    at = same.index(current) + (1 if forward else -1)
    if 0 <= at < len(same):
        return same[at]
    distances: dict[int, float] = {}
    for index, spot in enumerate(spots):
        ahead, aside = _ways(spots[current], spot, side)
        if ahead > 0:
            distances[index] = ahead + ASIDE * aside
    if not distances:
        return None
    reached = min(distances, key=distances.__getitem__)
    whole = [index for index, spot in enumerate(spots) if spot == spots[reached]]
    return whole[0] if forward else whole[-1]


def _ways(start: Spot, end: Spot, side: Side) -> tuple[float, float]:
    """Return how far `end` lies ahead on one side, and how far aside."""
    right, down = end[0] - start[0], end[1] - start[1]
    across, along = side.value
    return right * across + down * along, abs(right * along) + abs(down * across)
