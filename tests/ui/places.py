"""A network whose cities have places: two of them the same one, one beyond the map, and some none."""

from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from db.values import PartialDate
from tests.make import copied_store
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.map_view import MapView
from ui.today.map_card import MapCard

PLACES: tuple[tuple[str, str, int | None, int | None], ...] = (
    ("Asunción", "PY", -25_280_000, -57_630_000),
    ("Funes", "AR", -32_950_000, -60_640_000),
    ("Rosario", "AR", -32_950_000, -60_640_000),
    ("Porto Alegre", "BR", -30_030_000, -51_230_000),
    ("Barcelona", "ES", 41_380_000, 2_170_000),
    ("Ate", "PE", None, None),
    ("Cerrito", "AR", None, None),
)


def show_map(window: Window, template: Path, folder: Path, qtbot: QtBot, *, unplaced: int = 0) -> MapCard:
    """Show Inicio on a file with these cities, and so many more without a place; return its map."""
    store = copied_store(template, folder)
    more = tuple((f"Pueblo {number}", "AR", None, None) for number in range(unplaced))
    for name, country, latitude, longitude in (*PLACES, *more):
        member = Draft("membership", None, {"state": "member", "starts": PartialDate(2001)})
        values = {"short_name": name, "country": country, "latitude": latitude, "longitude": longitude}
        save_record(store, Draft("municipality", None, values, {"memberships": Rows((member,))}))
    window.take_store(store, "inicio")
    wait_until_idle(window, qtbot)
    page = frame_of(window).page
    assert page is not None
    card = page.findChild(MapCard)
    assert isinstance(card, MapCard)
    return card


def view_of(card: MapCard) -> MapView:
    """Return the map itself."""
    assert card.map is not None
    return card.map


def spot_of(view: MapView, name: str) -> QPoint:
    """Return where a city stands now."""
    index = [city.name for city in view.cities].index(name)
    x, y = view.spots[index]
    return QPoint(round(x), round(y))
