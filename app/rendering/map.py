"""The map of South America with the places of a document on it, cropped to where they are."""

from collections import Counter
from dataclasses import dataclass

from babel.core import get_global
from reportlab.graphics.shapes import Circle, Drawing, Group, Path, Rect
from reportlab.lib.colors import HexColor

import resources
from app.rendering.drawings import line_shape, rect_shape, text_shape
from app.rendering.fonts import Typesetter
from app.rendering.map_frame import MapFrame
from app.rendering.map_labels import Box, Label, LabelPlanner
from app.rendering.say import printable
from app.rendering.style import ACCENT, CELL, FAINT, LAND, MM, MUTED, PAPER, REGULAR, STEP, THIN, TINT, Letter
from app.rendering.topojson import Position, Region, Topology
from app.reports.document import MapPoint, PointMap
from app.words import Words

MAP_FILE = "map/south-america_50m.json"
TALLEST = 190 * MM
"""Height, with its legend, of a map that has a page for itself."""

SMALL = (84 * MM, 66 * MM)
"""Width and height of the map of a single place, which says no more on a whole page."""

MANY = 45
"""Above this number of places dots and names are set smaller."""

COUNTRY_NAME = Letter(REGULAR, 7.5, 9, FAINT)
LEGEND = Letter(REGULAR, CELL.size, CELL.leading, MUTED)
LEGEND_ROOM = STEP / 2 + 3 * LEGEND.leading
LOCATOR = 24 * MM
"""Width of the small map that shows where in the continent a close crop lies."""


@dataclass(frozen=True, slots=True)
class Dots:
    """How places are drawn: radius of the dot in points and letter of the name."""

    radius: float
    letter: Letter


FEW_DOTS = Dots(2.1, Letter(REGULAR, 7.5, 9))
MANY_DOTS = Dots(1.6, Letter(REGULAR, 6.4, 7.6))


def draw_map(block: PointMap, width: float, words: Words, tallest: float = TALLEST) -> Drawing:
    """Draw the places of `block` on a map `width` points wide, with as many names as fit and a legend below.

    The map and its legend are at most `tallest` points high, or as small as the block asks.
    """
    wanted = tallest if block.height is None else min(tallest, block.height * MM)
    return _MapInTheMaking(block, (width, wanted), words).draw()


class _MapInTheMaking:
    """What the steps of drawing one map share."""

    def __init__(self, block: PointMap, size: tuple[float, float], words: Words) -> None:
        self.words = words
        self.typesetter = Typesetter()
        width, tallest = size
        self.frame = MapFrame.around([_degrees(point) for point in block.points], width, tallest - LEGEND_ROOM)
        self.points = [point for point in block.points if self.frame.holds(_degrees(point))]
        self.outside = len(block.points) - len(self.points)
        self.dots = MANY_DOTS if len(self.points) > MANY else FEW_DOTS
        self.planner = LabelPlanner(self.typesetter, Box(0, 0, width, self.frame.height))
        self.countries = Topology(resources.path(MAP_FILE)).regions("countries")
        self.tinted = {point.country for point in block.points}

    def draw(self) -> Drawing:
        """Draw land, dots and names, then the legend under them."""
        chart = Group(*self._land(self.frame))
        if self.frame.is_close:
            self._add_locator(chart)
        nameless = self._add_places(chart)
        self._add_country_names(chart)
        legend = self._legend(nameless)
        foot = STEP / 2 + len(legend) * LEGEND.leading
        chart.translate(0, foot)
        drawing = Drawing(self.frame.width, self.frame.height + foot, chart)
        for index, line in enumerate(reversed(legend)):
            drawing.add(text_shape(line, LEGEND, 0, index * LEGEND.leading + LEGEND.size * 0.3))
        return drawing

    def _land(self, frame: MapFrame) -> list[Path]:
        return [shape for region in self.countries if (shape := _shape(region, frame, self._fill(region)))]

    def _fill(self, region: Region) -> str:
        return TINT if _two_letters(region.name) in self.tinted else LAND

    def _add_locator(self, chart: Group) -> None:
        """Show in the emptiest lower corner where in South America the crop lies."""
        small = MapFrame.continent(LOCATOR)
        left = self._emptier_corner(small)
        self.planner.take(Box(left, 0, left + small.width, small.height))
        backdrop = rect_shape((-MM, 0, small.width + 2 * MM, small.height + MM), PAPER)
        inset = Group(backdrop, *self._land(small), _window(self.frame, small))
        inset.translate(left, 0)
        chart.add(inset)

    def _emptier_corner(self, small: MapFrame) -> float:
        right = self.frame.width - small.width
        low = [x for x, y in map(self._spot, self.points) if y < small.height]
        in_left = sum(x < small.width for x in low)
        in_right = sum(x > right for x in low)
        return 0.0 if in_left < in_right else right

    def _spot(self, point: MapPoint) -> Position:
        return self.frame.place(_degrees(point))

    def _add_places(self, chart: Group) -> int:
        """Draw the dots and the names that fit; give how many had to stay without a name."""
        for point in self.points:
            x, y = self._spot(point)
            self.planner.take_dot((x, y), self.dots.radius)
            dot = Circle(x, y, self.dots.radius, fillColor=HexColor(ACCENT), strokeColor=HexColor(PAPER))
            dot.strokeWidth = THIN
            chart.add(dot)
        spots = [
            (printable(point.label), self.dots.letter, self._spot(point), self.dots.radius) for point in self.points
        ]
        near = [self.planner.beside(*spot) for spot in spots]
        labels = [label or self.planner.apart(*spot) for label, spot in zip(near, spots, strict=True)]
        for label in labels:
            if label:
                self._add_label(chart, label)
        return labels.count(None)

    def _add_label(self, chart: Group, label: Label) -> None:
        if label.line:
            chart.add(line_shape(*label.line, MUTED))
        chart.add(text_shape(label.text, self.dots.letter, label.x, label.y))

    def _add_country_names(self, chart: Group) -> None:
        """Name the countries that are wider than their names and have room for them."""
        for region in self.countries:
            name = self.words.country(_two_letters(region.name))
            if region.centre and self.frame.holds(region.centre) and self._is_wider(region, name):
                label = self.planner.centred(name, COUNTRY_NAME, self.frame.place(region.centre))
                if label:
                    chart.add(text_shape(label.text, COUNTRY_NAME, label.x, label.y))

    def _is_wider(self, region: Region, name: str) -> bool:
        eastings = [position[0] for ring in region.rings for position in ring]
        return (max(eastings) - min(eastings)) * self.frame.scale > self.typesetter.width(name, COUNTRY_NAME)

    def _legend(self, nameless: int) -> list[str]:
        shown = Counter(point.country for point in self.points if point.country)
        countries = [f"{self.words.country(code)} {self.words.number(count)}" for code, count in shown.most_common()]
        notes = [self.words.plural("{count} lugar en el mapa", "{count} lugares en el mapa", len(self.points))]
        if nameless:
            notes.append(
                self.words.plural(
                    "{count} sin nombre, por falta de lugar", "{count} sin nombre, por falta de lugar", nameless
                )
            )
        if self.outside:
            notes.append(self.words.plural("{count} fuera de este mapa", "{count} fuera de este mapa", self.outside))
        lines = [" · ".join(notes)]
        if countries:
            lines.append(" · ".join(countries))
        return [part for line in lines for part in self.typesetter.lines(line, LEGEND, self.frame.width)]


def _degrees(point: MapPoint) -> Position:
    return point.longitude / 1_000_000, point.latitude / 1_000_000


def _two_letters(alpha3: str) -> str:
    """Give the two-letter code of a country of the map, by CLDR's table of aliases."""
    aliases = get_global("territory_aliases").get(alpha3)
    return aliases[0] if aliases else alpha3


def _shape(region: Region, frame: MapFrame, fill: str) -> Path | None:
    rings = [outline for ring in region.rings if len(outline := frame.outline(ring)) > 2]  # noqa: PLR2004  # a ring has an area
    if not rings:
        return None
    path = Path(fillColor=HexColor(fill), strokeColor=HexColor(PAPER), strokeWidth=THIN * 2)
    for ring in rings:
        path.moveTo(*ring[0])
        for position in ring[1:]:
            path.lineTo(*position)
        path.closePath()
    return path


def _window(frame: MapFrame, small: MapFrame) -> Rect:
    """Give the outline of `frame` on the small map."""
    factor = small.scale / frame.scale
    left = max(0.0, (frame.west - small.west) * small.scale)
    bottom = max(0.0, (frame.south - small.south) * small.scale)
    width = min(frame.width * factor, small.width - left)
    height = min(frame.height * factor, small.height - bottom)
    return rect_shape((left, bottom, width, height), None, ACCENT)
