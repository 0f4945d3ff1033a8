"""Shapes of a TopoJSON map, whose neighbours share their borders as arcs, as plain rings of degrees."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Position = tuple[float, float]
"""Longitude and latitude in degrees, east and north positive."""

Ring = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A named area: its outer and inner rings, all together, to be filled by the even-odd rule."""

    name: str
    rings: tuple[Ring, ...]
    centre: Position | None = None


class Topology:
    """A TopoJSON file whose arcs are decoded once (topojson-specification 1.0: quantised deltas)."""

    def __init__(self, path: Path) -> None:
        """Read the map at `path`; a file that is no topology is our own fault and raises KeyError or ValueError."""
        self._source: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        transform = self._source["transform"]
        self._arcs = [_decode(arc, transform["scale"], transform["translate"]) for arc in self._source["arcs"]]

    def regions(self, layer: str) -> tuple[Region, ...]:
        """Return the areas of one layer of the file."""
        return tuple(self._region(geometry) for geometry in self._source["objects"][layer]["geometries"])

    def _region(self, geometry: Mapping[str, Any]) -> Region:
        many = geometry["type"] == "MultiPolygon"
        polygons = geometry["arcs"] if many else [geometry["arcs"]]
        centre = geometry.get("properties", {}).get("ct")
        rings = tuple(self._ring(indexes) for polygon in polygons for indexes in polygon)
        return Region(geometry.get("id", ""), rings, tuple(centre) if centre else None)

    def _ring(self, indexes: Sequence[int]) -> Ring:
        """Join arcs end to end; a negative index is the complement of an arc walked backwards."""
        ring: list[Position] = []
        for index in indexes:
            arc = self._arcs[index] if index >= 0 else self._arcs[~index][::-1]
            ring.extend(arc[1:] if ring else arc)
        return tuple(ring)


def _decode(arc: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]) -> Ring:
    column = row = 0
    positions = []
    for step in arc:
        column += step[0]
        row += step[1]
        positions.append((column * scale[0] + translate[0], row * scale[1] + translate[1]))
    return tuple(positions)
