"""The window on the Earth comes nearer, moves and takes another size, and stays over the places."""

import pytest

from app.rendering.map.frame import MapFrame
from app.rendering.map.topojson import Position

PLACES: tuple[Position, ...] = ((-60.64, -32.95), (-57.63, -25.28), (-51.23, -30.03))
WHOLE = MapFrame.filling(PLACES, 300, 200)


def middle(frame: MapFrame) -> tuple[float, float]:
    """Return the middle of what is shown, in projected degrees."""
    return frame.west + frame.width / frame.scale / 2, frame.south + frame.height / frame.scale / 2


def test_all_places_within_reach_fill_exactly_the_room_that_there_is() -> None:
    beyond = MapFrame.filling((*PLACES, (2.17, 41.38)), 300, 200)
    assert beyond == WHOLE
    assert (WHOLE.width, WHOLE.height) == (300, 200)
    assert all(WHOLE.holds(place) for place in PLACES)
    assert MapFrame.filling(((2.17, 41.38),), 300, 200).holds((-60, -30))


def test_what_stands_under_the_hand_stays_there_when_the_map_comes_nearer() -> None:
    spot = WHOLE.place(PLACES[0])
    near = WHOLE.nearer(4, spot)
    assert near.place(PLACES[0]) == pytest.approx(spot)
    assert near.scale == WHOLE.scale * 4
    assert near.nearer(1 / 4, spot).west == pytest.approx(WHOLE.west)


def test_a_map_that_is_moved_keeps_its_middle_over_the_places() -> None:
    near = WHOLE.nearer(4, (150, 100))
    x, y = near.place(PLACES[1])
    assert near.moved(10, -20).place(PLACES[1]) == pytest.approx((x + 10, y - 20))
    far = near.moved(100_000, -100_000).kept_over(WHOLE)
    assert middle(far) == pytest.approx((WHOLE.west, WHOLE.south + WHOLE.height / WHOLE.scale))
    assert near.moved(1, 1).kept_over(WHOLE) == near.moved(1, 1)


def test_another_size_shows_more_around_the_same_middle() -> None:
    near = WHOLE.nearer(4, (10, 10))
    wider = near.sized(600, 100)
    assert middle(wider) == pytest.approx(middle(near))
    assert (wider.width, wider.height, wider.scale) == (600, 100, near.scale)
