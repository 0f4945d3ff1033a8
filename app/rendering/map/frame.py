"""The part of the Earth that a map shows and where each place falls on the paper (Mercator's projection)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asinh, degrees, radians, tan

from app.rendering.map.topojson import Position, Ring

CONTINENT = (-82.5, -56.5, -33.5, 13.5)
"""West, south, east and north ends of South America, in degrees."""

REACH = (-100.0, -60.0, -30.0, 25.0)
"""What the shipped map covers; a place beyond it cannot be shown."""

MARGIN = 0.07
"""Share of the places' extent that is left free around them."""

SMALLEST = 9.0
"""A crop shows at least so many degrees, so that a few neighbours still have a country around them."""

NEAREST = 0.25
"""Points of a coast nearer to each other than this, on paper, are drawn as one."""


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A window on the projected Earth; west and south in projected degrees, `scale` in points per degree."""

    west: float
    south: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(cls, places: Sequence[Position], width: float, tallest: float) -> "MapFrame":
        """Frame the `places` within reach, or the continent when there is none, in `width` by at most `tallest`."""
        whole = cls.filling(places, width, tallest)
        _, south, _, north = _extent(places)
        return whole.sized(width, min(tallest, max((north - south) * whole.scale, width * 0.6)))

    @classmethod
    def filling(cls, places: Sequence[Position], width: float, height: float) -> "MapFrame":
        """Frame the `places` within reach, or the continent when there is none, in the middle of all that room."""
        west, south, east, north = _extent(places)
        scale = min(width / (east - west), height / (north - south))
        left, bottom = (west + east) / 2 - width / scale / 2, (south + north) / 2 - height / scale / 2
        return cls(left, bottom, scale, width, height)

    @classmethod
    def continent(cls, width: float) -> "MapFrame":
        """Frame South America exactly, `width` points wide."""
        west, south, east, north = _projected_continent()
        scale = width / (east - west)
        return cls(west, south, scale, width, (north - south) * scale)

    def place(self, position: Position) -> Position:
        """Return where `position` falls, in points from the lower left corner."""
        return (position[0] - self.west) * self.scale, (project(position[1]) - self.south) * self.scale

    def holds(self, position: Position) -> bool:
        """Whether `position` falls inside the frame."""
        x, y = self.place(position)
        return within_reach(position) and 0 <= x <= self.width and 0 <= y <= self.height

    def nearer(self, factor: float, spot: Position) -> "MapFrame":
        """Return this frame `factor` times nearer; what stands at `spot`, in points, stays there."""
        away = (1 - 1 / factor) / self.scale
        west, south = self.west + spot[0] * away, self.south + spot[1] * away
        return replace(self, west=west, south=south, scale=self.scale * factor)

    def moved(self, right: float, up: float) -> "MapFrame":
        """Return this frame with all that it shows moved by so many points."""
        return replace(self, west=self.west - right / self.scale, south=self.south - up / self.scale)

    def sized(self, width: float, height: float) -> "MapFrame":
        """Return the frame of another size around the same middle, as near as this one."""
        west = self.west + (self.width - width) / 2 / self.scale
        return replace(
            self, west=west, south=self.south + (self.height - height) / 2 / self.scale, width=width, height=height
        )

    def kept_over(self, ground: "MapFrame") -> "MapFrame":
        """Return this frame moved as little as brings its middle into `ground`."""
        east = _between(self.west + self.width / 2 / self.scale, ground.west, ground.width / ground.scale)
        north = _between(self.south + self.height / 2 / self.scale, ground.south, ground.height / ground.scale)
        return replace(self, west=east - self.width / 2 / self.scale, south=north - self.height / 2 / self.scale)

    @property
    def is_close(self) -> bool:
        """Whether so little of the continent is seen that a reader needs to be told where it is."""
        west, south, east, north = _projected_continent()
        seen = (self.width / self.scale) * (self.height / self.scale)
        return seen < 0.45 * (east - west) * (north - south)

    def outline(self, ring: Ring) -> list[Position]:
        """Return the part of `ring` inside the frame, without points too near to each other to be seen."""
        return clip(_thin([self.place(position) for position in ring]), self.width, self.height)


def project(latitude: float) -> float:
    """Return the northing of a latitude on Mercator's projection, in degrees of the equator."""
    return degrees(asinh(tan(radians(latitude))))


def clip(ring: Sequence[Position], width: float, height: float) -> list[Position]:
    """Clip a closed ring to the rectangle from (0, 0) to (`width`, `height`), edge by edge (Sutherland and Hodgman)."""
    kept = list(ring)
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept = _clip_edge(kept, axis, limit, sign)
    return kept


def _clip_edge(ring: Sequence[Position], axis: int, limit: float, sign: int) -> list[Position]:
    kept: list[Position] = []
    for index, end in enumerate(ring):
        start = ring[index - 1]
        start_in, end_in = sign * (start[axis] - limit) >= 0, sign * (end[axis] - limit) >= 0
        if start_in != end_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        if end_in:
            kept.append(end)
    return kept


def _thin(ring: Sequence[Position]) -> list[Position]:
    kept = list(ring[:1])
    for position in ring[1:]:
        if abs(position[0] - kept[-1][0]) + abs(position[1] - kept[-1][1]) >= NEAREST:
            kept.append(position)
    return kept


def within_reach(place: Position) -> bool:
    """Tell whether `place` lies where the shipped map is."""
    return REACH[0] <= place[0] <= REACH[2] and REACH[1] <= place[1] <= REACH[3]


def _between(value: float, low: float, room: float) -> float:
    return min(max(value, low), low + room)


def _projected_continent() -> tuple[float, float, float, float]:
    west, south, east, north = CONTINENT
    return west, project(south), east, project(north)


def _extent(places: Sequence[Position]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of the places within reach with a margin, in projected degrees."""
    near = [place for place in places if within_reach(place)]
    if not near:
        return _projected_continent()
    eastings = [place[0] for place in near]
    northings = [project(place[1]) for place in near]
    west, east = _widen(min(eastings), max(eastings))
    south, north = _widen(min(northings), max(northings))
    return west, south, east, north


def _widen(low: float, high: float) -> tuple[float, float]:
    extra = max((high - low) * MARGIN, (SMALLEST - (high - low)) / 2, 0.6)
    return low - extra, high + extra
