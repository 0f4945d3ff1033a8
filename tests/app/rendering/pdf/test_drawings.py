"""Charts and map as drawings: what they show, and that no name stands over another."""

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Group, Path, Rect, Shape, String

import resources
from app.document import BarChart, MapPoint, PointMap
from app.rendering.map.frame import MapFrame, clip
from app.rendering.map.map import MAP_FILE, draw_map
from app.rendering.map.topojson import Topology
from app.rendering.pdf.drawings import draw_bars, svg
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import MM, Letter
from app.words.words import Words

WIDTH = 168 * MM


def _shapes(shape: Shape | Drawing) -> list[Shape]:
    if isinstance(shape, Group | Drawing):
        return [inner for each in shape.contents for inner in _shapes(each)]
    return [shape]


def _said(drawing: Drawing) -> list[str]:
    return [shape.text for shape in _shapes(drawing) if isinstance(shape, String)]


def _cluster(count: int) -> PointMap:
    """Return places around Buenos Aires, so close that their names cannot all be written."""
    points = (
        MapPoint(f"Ciudad {number}", -34_600_000 + number % 7 * 90_000, -58_400_000 + number // 7 * 90_000, "AR")
        for number in range(count)
    )
    return PointMap("Ciudades", tuple(points))


def test_bars_are_as_long_as_their_counts() -> None:
    drawing = draw_bars(BarChart("Ciudades", (("Argentina", 80), ("Brasil", 40), ("Chile", 0))), WIDTH, Words("es"))
    lengths = [shape.width for shape in _shapes(drawing) if isinstance(shape, Rect)]
    assert lengths[1] == pytest.approx(lengths[0] / 2)
    assert lengths[2] == 0
    assert {"Argentina", "80", "Brasil", "40", "Chile", "0"} <= set(_said(drawing))


def test_bars_of_percentages_are_as_long_as_their_part_of_the_whole() -> None:
    def length(whole: int | None) -> float:
        drawing = draw_bars(BarChart("Avance", (("Redes", 50),), whole), WIDTH, Words("es"))
        return next(float(shape.width) for shape in _shapes(drawing) if isinstance(shape, Rect))

    assert length(100) == pytest.approx(length(None) / 2)


def test_a_long_label_of_a_bar_is_broken_and_stays_inside_the_drawing() -> None:
    label = "Unidad Temática de Desarrollo Económico Local y Planificación Estratégica del Territorio"
    drawing = draw_bars(BarChart("Unidades", ((label, 1_234), ("Otra", 2))), WIDTH, Words("es"))
    left, bottom, right, top = drawing.getBounds()
    assert left >= -0.5
    assert right <= WIDTH + 0.5
    assert bottom >= -0.5
    assert top <= drawing.height + 0.5
    assert " ".join(_said(drawing)).startswith("Unidad Temática")


def test_no_name_on_the_map_stands_over_another_or_over_a_dot() -> None:
    drawing = draw_map(_cluster(60), WIDTH, Words("es"))
    typesetter = Typesetter()
    names = [shape for shape in _shapes(drawing) if isinstance(shape, String) and shape.text.startswith("Ciudad ")]
    boxes = [
        (name.x, name.y, name.x + typesetter.width(name.text, Letter(str(name.fontName), name.fontSize, 0)), name.y + 4)
        for name in names
    ]
    dots = [(dot.cx - 1, dot.cy - 1, dot.cx + 1, dot.cy + 1) for dot in _shapes(drawing) if isinstance(dot, Circle)]
    assert len(dots) == 60
    assert len(boxes) > 5
    for index, (left, bottom, right, top) in enumerate(boxes):
        for other in [*boxes[index + 1 :], *dots]:
            assert right <= other[0] or other[2] <= left or top <= other[1] or other[3] <= bottom


def test_the_legend_counts_the_places_by_country_and_says_how_many_have_no_name() -> None:
    said = " ".join(_said(draw_map(_cluster(60), WIDTH, Words("es"))))
    assert "60 lugares en el mapa" in said
    assert "sin nombre" in said
    assert "Argentina 60" in said


def test_a_place_beyond_the_map_is_counted_and_not_drawn() -> None:
    block = PointMap(
        "Lugares",
        (MapPoint("Rosario", -32_950_000, -60_640_000, "AR"), MapPoint("Madrid", 40_400_000, -3_700_000, "ES")),
    )
    drawing = draw_map(block, WIDTH, Words("es"))
    assert "Madrid" not in _said(drawing)
    assert any("1 fuera de este mapa" in text for text in _said(drawing))


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_map_is_as_wide_as_the_text_and_no_higher_than_asked(count: int) -> None:
    drawing = draw_map(_cluster(count), WIDTH, Words("es"), tallest=120 * MM)
    assert drawing.width == pytest.approx(WIDTH)
    assert drawing.height <= 120 * MM + 1


def test_a_close_crop_shows_where_in_the_continent_it_lies() -> None:
    close = _shapes(draw_map(_cluster(3), WIDTH, Words("es")))
    whole = _shapes(draw_map(PointMap("Mapa", ()), WIDTH, Words("es")))
    assert sum(isinstance(shape, Rect) for shape in close) == 2
    assert not any(isinstance(shape, Rect) for shape in whole)


def test_a_crowd_of_places_is_shown_larger_in_a_corner_and_named_there() -> None:
    far = (
        ("Caracas", 10_480_000, -66_900_000),
        ("Recife", -8_050_000, -34_900_000),
        ("Ushuaia", -54_800_000, -68_300_000),
    )
    ends = tuple(MapPoint(label, latitude, longitude) for label, latitude, longitude in far)
    crowd = _cluster(30).points
    said = _said(draw_map(PointMap("Ciudades", (*ends, *crowd)), WIDTH, Words("es")))
    named = {text for text in said if text.startswith("Ciudad ")}
    assert {"Caracas", "Recife", "Ushuaia"} <= set(said)
    assert len(named) > 20
    nameless = 30 - len(named)
    assert any(f"{nameless} sin nombre" in text for text in said) == (nameless > 0)


def test_a_drawing_becomes_svg_with_a_title_and_ids_of_its_own() -> None:
    said = svg(draw_map(_cluster(3), WIDTH, Words("es")), "Ciudades & países", "mapa")
    assert said.startswith("<svg")
    assert "<title>Ciudades &amp; países</title>" in said
    assert 'id="mapa-clip"' in said
    assert "font-family: Source Sans Pro" in said


def test_the_map_has_the_countries_with_rings_that_close() -> None:
    regions = {region.name: region for region in Topology(resources.path(MAP_FILE)).regions("countries")}
    assert {"ARG", "BRA", "PRY", "URY", "CHL", "BOL", "VEN", "PER", "COL", "ECU"} <= set(regions)
    for region in regions.values():
        assert all(ring[0] == pytest.approx(ring[-1]) for ring in region.rings)
    eastings = [position[0] for position in regions["URY"].rings[0]]
    assert -58.6 < min(eastings) < max(eastings) < -53


def test_a_ring_is_clipped_to_the_frame() -> None:
    triangle = [(-10.0, -10.0), (30.0, 5.0), (-10.0, 20.0)]
    clipped = clip(triangle, 10, 10)
    assert clipped
    assert all(0 <= x <= 10 and 0 <= y <= 10 for x, y in clipped)
    assert clip([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], 10, 10) == []


def test_north_is_up_and_east_is_right() -> None:
    frame = MapFrame.around([(-60.0, -30.0), (-50.0, -20.0)], WIDTH, WIDTH)
    assert frame.place((-50.0, -20.0)) > frame.place((-60.0, -20.0))
    assert frame.place((-60.0, -20.0))[1] > frame.place((-60.0, -30.0))[1]


def test_land_is_drawn_as_shapes_without_outlines_of_the_frame() -> None:
    land = [shape for shape in _shapes(draw_map(_cluster(2), WIDTH, Words("es"))) if isinstance(shape, Path)]
    assert len(land) > 2
