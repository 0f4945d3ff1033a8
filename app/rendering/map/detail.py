"""Where a map is so crowded that names do not fit, the same places again, larger, in an empty corner of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Group

from app.document import MapPoint
from app.rendering.map.frame import MapFrame
from app.rendering.map.labels import Box
from app.rendering.map.part import MANY_DOTS, Ground, MapPart
from app.rendering.pdf.drawings import rect_shape
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, MM, PAPER

SIDE = 62 * MM
SPANS = (1.2, 1.8, 2.6, 3.6, 5.0)
"""Degrees that the detail may show from side to side; the one that names most places is taken."""

CROWD = 8
"""Names that do not fit on the map but fit on its detail, below which a detail is not worth its room."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A crowded window of a map: its own frame, and where its lower left corner stands on the map."""

    frame: MapFrame
    left: float
    bottom: float

    @property
    def box(self) -> Box:
        """The room that the detail takes on the map."""
        return Box(self.left - MM, self.bottom - MM, self.left + self.frame.width + MM, self.bottom + SIDE + MM)


def find_detail(frame: MapFrame, points: Sequence[MapPoint], typesetter: Typesetter) -> Detail | None:
    """Find what window of a map is worth showing larger, and an empty corner for it; None when there is no such."""
    whole = MapPart(frame, points, typesetter)
    nameless = whole.add_places(Group())
    corner = _empty_corner(whole)
    if corner is None or len(nameless) < CROWD:
        return None
    gains = [(_gain(window, nameless, points, typesetter), window) for window in _windows(frame, nameless)]
    gain, window = max(gains, key=lambda found: found[0])
    return Detail(window, *corner) if gain >= CROWD else None


def draw_detail(
    detail: Detail, points: Sequence[MapPoint], ground: Ground, whole: MapPart
) -> tuple[Group, list[MapPoint]]:
    """Draw the detail and its outline on the `whole` map; give it and the places that it names."""
    part = MapPart(detail.frame, points, whole.typesetter, MANY_DOTS)
    inset = Group(rect_shape((0, 0, SIDE, SIDE), PAPER), *ground.land(detail.frame))
    nameless = part.add_places(inset)
    inset.add(rect_shape((0, 0, SIDE, SIDE), None, ACCENT))
    inset.translate(detail.left, detail.bottom)
    side = SIDE / detail.frame.scale * whole.frame.scale
    left = (detail.frame.west - whole.frame.west) * whole.frame.scale
    bottom = (detail.frame.south - whole.frame.south) * whole.frame.scale
    return Group(inset, rect_shape((left, bottom, side, side), None, ACCENT)), [
        point for point in part.points if point not in nameless
    ]


def _windows(frame: MapFrame, nameless: Sequence[MapPoint]) -> list[MapFrame]:
    """Give, for each span, the window that has most nameless places inside."""
    whole = MapPart(frame, nameless, Typesetter())
    spots = [whole.spot(point) for point in nameless]
    windows = []
    for span in SPANS:
        half = span * frame.scale / 2
        x, y = max(spots, key=lambda centre: sum(abs(centre[0] - x) < half > abs(centre[1] - y) for x, y in spots))
        inside = [spot for spot in spots if abs(spot[0] - x) < half > abs(spot[1] - y)]
        middle_x = sum(spot[0] for spot in inside) / len(inside)
        middle_y = sum(spot[1] for spot in inside) / len(inside)
        west, south = frame.west + (middle_x - half) / frame.scale, frame.south + (middle_y - half) / frame.scale
        windows.append(MapFrame(west, south, SIDE / span, SIDE, SIDE))
    return windows


def _gain(window: MapFrame, nameless: Sequence[MapPoint], points: Sequence[MapPoint], typesetter: Typesetter) -> int:
    """Count the names that fit in the window and not on the map."""
    part = MapPart(window, points, typesetter, MANY_DOTS)
    still = part.add_places(Group())
    return sum(point in nameless and point not in still for point in part.points)


def _empty_corner(whole: MapPart) -> tuple[float, float] | None:
    """Return the lower left corner of a free place, right before left and low before high."""
    spots = [whole.spot(point) for point in whole.points]
    right, top = whole.frame.width - SIDE, whole.frame.height - SIDE
    for left, bottom in ((right, 0.0), (0.0, 0.0), (right, top), (0.0, top)):
        room = Box(left - 2 * MM, bottom - 2 * MM, left + SIDE + 2 * MM, bottom + SIDE + 2 * MM)
        if not any(room.left < x < room.right and room.bottom < y < room.top for x, y in spots):
            return left, bottom
    return None
