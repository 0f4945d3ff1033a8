"""One map, large or small: land, dots and as many names as fit, drawn inside its frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.core import get_global
from reportlab.graphics.shapes import Circle, Group, Path
from reportlab.lib.colors import HexColor

from app.document import MapPoint
from app.rendering.map.frame import MapFrame
from app.rendering.map.labels import Box, LabelPlanner
from app.rendering.map.topojson import Position, Region
from app.rendering.pdf.drawings import text_shape
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, FAINT, LAND, PAPER, REGULAR, THIN, TINT, Letter
from app.rendering.say import printable
from app.words.words import Words

MANY = 45
"""Above this number of places dots and names are set smaller."""

COUNTRY_NAME = Letter(REGULAR, 7.5, 9, FAINT)


@dataclass(frozen=True, slots=True)
class Dots:
    """How places are drawn: radius of the dot in points and letter of the name."""

    radius: float
    letter: Letter


FEW_DOTS = Dots(2.1, Letter(REGULAR, 7.5, 9))
MANY_DOTS = Dots(1.6, Letter(REGULAR, 6.4, 7.6))


@dataclass(frozen=True, slots=True)
class Ground:
    """What all the maps of one drawing share: the countries, and the codes of those that are tinted."""

    countries: tuple[Region, ...]
    tinted: frozenset[str]

    def land(self, frame: MapFrame) -> list[Path]:
        """Draw the countries inside `frame`."""
        shapes = (_shape(region, frame, self._fill(region)) for region in self.countries)
        return [shape for shape in shapes if shape]

    def _fill(self, region: Region) -> str:
        return TINT if two_letters(region.name) in self.tinted else LAND


class MapPart:
    """Places inside one frame, in the making: what is drawn first keeps its room."""

    def __init__(
        self, frame: MapFrame, points: Sequence[MapPoint], typesetter: Typesetter, dots: Dots | None = None
    ) -> None:
        """Take of `points` those that fall inside `frame`; `dots` are as large as their number allows unless given."""
        self.frame = frame
        self.points = [point for point in points if frame.holds(degrees_of(point))]
        self.dots = dots or (MANY_DOTS if len(self.points) > MANY else FEW_DOTS)
        self.typesetter = typesetter
        self.planner = LabelPlanner(typesetter, Box(0, 0, frame.width, frame.height))

    def spot(self, point: MapPoint) -> Position:
        """Return where a place falls inside the frame."""
        return self.frame.place(degrees_of(point))

    def add_places(self, group: Group, nameless: Sequence[MapPoint] = ()) -> list[MapPoint]:
        """Draw the dots and the names that fit, none for those that stay `nameless`; give the places without name."""
        for point in self.points:
            x, y = self.spot(point)
            self.planner.take_dot((x, y), self.dots.radius)
            dot = Circle(x, y, self.dots.radius, fillColor=HexColor(ACCENT), strokeColor=HexColor(PAPER))
            dot.strokeWidth = THIN
            group.add(dot)
        waiting = sorted((point for point in self.points if point not in nameless), key=self._freedom)
        named = {point for point in waiting if self._add_name(group, point)}
        return [point for point in self.points if point not in named]

    def _freedom(self, point: MapPoint) -> int:
        return self.planner.freedom(*self._name_of(point))

    def _add_name(self, group: Group, point: MapPoint) -> bool:
        label = self.planner.beside(*self._name_of(point))
        if label:
            group.add(text_shape(label.text, self.dots.letter, label.x, label.y))
        return label is not None

    def _name_of(self, point: MapPoint) -> tuple[str, Letter, Position, float]:
        return printable(point.label), self.dots.letter, self.spot(point), self.dots.radius

    def add_country_names(self, group: Group, ground: Ground, words: Words) -> None:
        """Name the countries that are wider than their names and have room for them."""
        for region in ground.countries:
            name = words.country(two_letters(region.name))
            if region.centre and self.frame.holds(region.centre) and self._is_wider(region, name):
                label = self.planner.centred(name, COUNTRY_NAME, self.frame.place(region.centre))
                if label:
                    group.add(text_shape(label.text, COUNTRY_NAME, label.x, label.y))

    def _is_wider(self, region: Region, name: str) -> bool:
        eastings = [position[0] for ring in region.rings for position in ring]
        return (max(eastings) - min(eastings)) * self.frame.scale > self.typesetter.width(name, COUNTRY_NAME)


def degrees_of(point: MapPoint) -> Position:
    """Return longitude and latitude of a place in degrees."""
    return point.longitude / 1_000_000, point.latitude / 1_000_000


def two_letters(alpha3: str) -> str:
    """Return the two-letter code of a country of the map, by CLDR's table of aliases."""
    aliases = get_global("territory_aliases").get(alpha3)
    return aliases[0] if aliases else alpha3


def _shape(region: Region, frame: MapFrame, fill: str) -> Path | None:
    outlines = (frame.outline(ring) for ring in region.rings)
    rings = [outline for outline in outlines if len(outline) > 2]  # noqa: PLR2004  # less has no area
    if not rings:
        return None
    path = Path(fillColor=HexColor(fill), strokeColor=HexColor(PAPER), strokeWidth=THIN * 2)
    for ring in rings:
        path.moveTo(*ring[0])
        for position in ring[1:]:
            path.lineTo(*position)
        path.closePath()
    return path
