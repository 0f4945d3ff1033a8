"""What a window shows of a map: the places inside its frame, named as far as there is room, and nothing around them."""

from reportlab.graphics.shapes import Circle, Group, String

from app.document import MapPoint
from app.rendering.map.frame import MapFrame
from app.rendering.map.map import draw_view
from app.rendering.map.part import degrees_of
from app.words.words import Words

CITIES = (
    MapPoint("Rosario", -32_950_000, -60_640_000, "AR"),
    MapPoint("Funes", -32_920_000, -60_810_000, "AR"),
    MapPoint("Porto Alegre", -30_030_000, -51_230_000, "BR"),
)


def shown(frame: MapFrame) -> tuple[set[str], int]:
    """Return the words that are drawn and the number of dots."""
    drawing = draw_view(CITIES, frame, Words("es"))
    (chart,) = drawing.contents
    assert isinstance(chart, Group)
    said = {each.text for each in chart.contents if isinstance(each, String)}
    return said, sum(isinstance(each, Circle) for each in chart.contents)


def test_a_nearer_frame_names_what_had_no_room_and_leaves_out_what_lies_beyond() -> None:
    whole = MapFrame.filling([degrees_of(point) for point in CITIES], 80, 60)
    said, dots = shown(whole)
    assert dots == 3
    assert not {"Rosario", "Funes"} <= said
    near, dots = shown(whole.nearer(8, whole.place(degrees_of(CITIES[0]))).moved(30, 10))
    assert dots == 2
    assert {"Rosario", "Funes"} <= near
    assert "Porto Alegre" not in near
    assert not any("lugar" in text for text in said | near)
