"""From each place of a map the arrows lead to the next on that side, and none is out of their reach."""

import pytest

from ui.look.map_spots import Side, Spot, near, next_to

CROSS: tuple[Spot, ...] = ((50, 50), (90, 55), (10, 45), (50, 10), (52, 90), (90, 55))
"""A middle, something on each side of it, and on its right two at one place."""


def test_what_is_near_is_told_from_the_nearest_on() -> None:
    assert near(CROSS, (88, 55), 5) == [1, 5]
    assert near(CROSS, (70, 52), 25) == [0, 1, 5]
    assert near(CROSS, (0, 0), 10) == []


@pytest.mark.parametrize(("side", "reached"), [(Side.RIGHT, 1), (Side.LEFT, 2), (Side.UP, 3), (Side.DOWN, 4)], ids=str)
def test_an_arrow_goes_to_what_lies_on_its_side(side: Side, reached: int) -> None:
    assert next_to(CROSS, 0, side) == reached


def test_what_stands_at_one_place_is_gone_through_there_and_back() -> None:
    assert next_to(CROSS, 1, Side.RIGHT) == 5
    assert next_to(CROSS, 5, Side.RIGHT) is None
    assert next_to(CROSS, 5, Side.LEFT) == 1
    assert next_to(CROSS, 1, Side.LEFT) == 0
