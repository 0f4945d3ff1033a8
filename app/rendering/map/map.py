"""The map of South America with the places of a document on it, cropped to where they are."""

from collections import Counter
from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Group, Rect

import resources
from app.document import MapPoint, PointMap
from app.rendering.map.detail import draw_detail, find_detail
from app.rendering.map.frame import MapFrame
from app.rendering.map.labels import Box
from app.rendering.map.part import Ground, MapPart, degrees_of
from app.rendering.map.topojson import Topology
from app.rendering.pdf.drawings import rect_shape, text_shape
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, CELL, MM, MUTED, PAPER, REGULAR, STEP, Letter
from app.words.words import Words

MAP_FILE = "map/south-america_50m.json"
TALLEST = 190 * MM
"""Height, with its legend, of a map that has a page for itself."""

WIDEST = 1.6
"""Width of a map whose height is asked for, as a multiple of that height."""

LEGEND = Letter(REGULAR, CELL.size, CELL.leading, MUTED)
LEGEND_ROOM = STEP / 2 + 3 * LEGEND.leading
LOCATOR = 24 * MM
"""Width of the small map that shows where in the continent a close crop lies."""


def draw_map(block: PointMap, width: float, words: Words, tallest: float = TALLEST) -> Drawing:
    """Draw the places of `block` on a map `width` points wide, with as many names as fit and a legend below.

    The map and its legend are at most `tallest` points high, or as small as the block asks, and then less wide too.
    """
    if block.height is not None:
        tallest = min(tallest, block.height * MM)
        width = min(width, tallest * WIDEST)
    typesetter = Typesetter()
    frame = MapFrame.around([degrees_of(point) for point in block.points], width, tallest - LEGEND_ROOM)
    ground = _ground(block.points)
    part = MapPart(frame, block.points, typesetter)
    chart, nameless = _draw_chart(part, ground, words)
    notes = _notes(part, nameless, len(block.points) - len(part.points), words)
    legend = [line for note in notes for line in typesetter.lines(note, LEGEND, width)]
    return _with_legend(chart, frame, legend)


def draw_view(points: Sequence[MapPoint], frame: MapFrame, words: Words) -> Drawing:
    """Draw what a window shows of a map: `frame` alone, with as many names as fit, without insets and legend."""
    ground = _ground(points)
    part = MapPart(frame, points, Typesetter())
    chart = Group(*ground.land(frame))
    part.add_places(chart)
    part.add_country_names(chart, ground, words)
    return Drawing(frame.width, frame.height, chart)


def _ground(points: Sequence[MapPoint]) -> Ground:
    countries = Topology(resources.path(MAP_FILE)).regions("countries")
    return Ground(countries, frozenset(point.country for point in points))


def _draw_chart(part: MapPart, ground: Ground, words: Words) -> tuple[Group, int]:
    """Draw land, dots and names; give how many places have no name."""
    chart = Group(*ground.land(part.frame))
    detail = find_detail(part.frame, part.points, part.typesetter)
    named: Sequence[MapPoint] = ()
    inset = Group()
    if part.frame.is_close:
        chart.add(_locator(part, ground))
    elif detail:
        part.planner.take(detail.box)
        inset, named = draw_detail(detail, part.points, ground, part)
    nameless = part.add_places(chart, named)
    part.add_country_names(chart, ground, words)
    chart.add(inset)
    return chart, sum(point not in named for point in nameless)


def _locator(part: MapPart, ground: Ground) -> Group:
    """Show, in the emptier lower corner, where in South America the map lies."""
    small = MapFrame.continent(LOCATOR)
    right = part.frame.width - small.width
    low = [x for x, y in map(part.spot, part.points) if y < small.height]
    left = 0.0 if sum(x < small.width for x in low) < sum(x > right for x in low) else right
    part.planner.take(Box(left, 0, left + small.width, small.height))
    backdrop = rect_shape((-MM, 0, small.width + 2 * MM, small.height + MM), PAPER)
    inset = Group(backdrop, *ground.land(small), _window(part.frame, small))
    inset.translate(left, 0)
    return inset


def _window(frame: MapFrame, small: MapFrame) -> Rect:
    """Return the outline of `frame` on the small map."""
    factor = small.scale / frame.scale
    left, bottom = (frame.west - small.west) * small.scale, (frame.south - small.south) * small.scale
    right, top = min(left + frame.width * factor, small.width), min(bottom + frame.height * factor, small.height)
    left, bottom = max(left, 0.0), max(bottom, 0.0)
    return rect_shape((left, bottom, right - left, top - bottom), None, ACCENT)


def _notes(part: MapPart, nameless: int, outside: int, words: Words) -> list[str]:
    """Return the lines of the legend: what the map shows, what it does not, and the places of each country."""
    notes = [words.plural("{count} lugar en el mapa", "{count} lugares en el mapa", len(part.points))]
    if nameless:
        notes.append(
            words.plural("{count} sin nombre, por falta de lugar", "{count} sin nombre, por falta de lugar", nameless)
        )
    if outside:
        notes.append(words.plural("{count} fuera de este mapa", "{count} fuera de este mapa", outside))
    shown = Counter(point.country for point in part.points if point.country)
    countries = [f"{words.country(code)} {words.number(count)}" for code, count in shown.most_common()]
    return [" · ".join(line) for line in (notes, countries) if line]


def _with_legend(chart: Group, frame: MapFrame, legend: Sequence[str]) -> Drawing:
    foot = STEP / 2 + len(legend) * LEGEND.leading
    chart.translate(0, foot)
    drawing = Drawing(frame.width, frame.height + foot, chart)
    for index, line in enumerate(reversed(legend)):
        drawing.add(text_shape(line, LEGEND, 0, index * LEGEND.leading + LEGEND.size * 0.3))
    return drawing
