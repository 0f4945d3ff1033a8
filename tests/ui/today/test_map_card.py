"""The map of Inicio has its buttons, and below it the cities that it cannot show, each with its link."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.menus import lines_of, right_click_on
from tests.ui.places import show_map, view_of
from tests.ui.seeing import frame_of, names_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.link_line import LinkLine
from ui.look.plain import Label
from ui.today.map_card import UNBROKEN


def said_of(line: LinkLine | None) -> tuple[str, list[str]]:
    """Return what a line says and its links."""
    assert line is not None
    return line.said.text(), [link.said for link in line.links]


def test_cities_without_a_place_are_named_and_opened_by_their_links(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    card = show_map(window, template, tmp_path, qtbot)
    assert said_of(card.unplaced) == ("Sin lugar en el mapa (2):", ["Ate", "Cerrito"])
    assert said_of(card.outside) == ("Fuera del mapa (1):", ["Barcelona"])
    assert card.unplaced is not None
    card.unplaced.links[1].click()
    wait_until_idle(window, qtbot)
    assert frame_of(window).current == "ciudades"
    assert room_of(window).record.heading.text() == "Cerrito"


def test_the_many_without_a_place_are_a_list_behind_a_link(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    card = show_map(window, template, tmp_path, qtbot, unplaced=9)
    text, links = said_of(card.unplaced)
    assert (text, links[-1], len(links)) == ("Sin lugar en el mapa (11):", "y 3 ciudades más", 9)
    assert card.unplaced is not None
    card.unplaced.links[-1].click()
    wait_until_idle(window, qtbot)
    assert names_of(window) == ["Ate", "Cerrito", *(f"Pueblo {number}" for number in range(9))]


def test_its_buttons_and_its_menu_move_the_map(window: Window, template: Path, tmp_path: Path, qtbot: QtBot) -> None:
    card = show_map(window, template, tmp_path, qtbot)
    view = view_of(card)
    nearer, away, everything = card.buttons
    assert [each.accessibleName() for each in card.buttons] == ["Acercar", "Alejar", "Mostrar todas las ciudades"]
    nearer.click()
    nearer.click()
    scale = view.frame.scale
    away.click()
    assert view.whole.scale < view.frame.scale < scale
    everything.click()
    assert view.frame == view.whole
    said = lines_of(right_click_on(view))
    assert said == ["Ir a la lista", "Copiar el mapa", "Acercar", "Alejar", "Mostrar todas las ciudades"]


def test_the_cities_of_each_country_are_counted_whether_the_map_shows_them_or_not(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    card = show_map(window, template, tmp_path, qtbot, unplaced=9)
    said = next(each.text() for each in card.findChildren(Label) if f"Argentina{UNBROKEN}" in each.text())
    heading = next(each.text() for each in card.findChildren(Label) if "ciudades miembro" in each.text())
    counts = [int(each.split(UNBROKEN)[-1]) for each in said.split(" · ")]
    assert sum(counts) == int(heading.split()[0])
