"""The window makes rooms of layouts, and names in one place what is made by hand."""

import pytest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.screens import SCREENS, layout_of
from app.screens.layout import FormLayout, Section
from app.screens.screen import RoomLayout, Screen
from app.words.words import Words
from tests.make import CATALOG, SPANISH
from tests.ui.seeing import frame_of
from ui.frame.rooms import HELPERS, LISTS_BY_HAND, MADE_BY_HAND, PAGES, make_room, places_called
from ui.frame.window import Window
from ui.room.place_line import PlaceLine
from ui.room.room import Room
from ui.room.tabs import TabbedRoom

PERIODS = RoomLayout(FormLayout("period", (Section("", ("name", ("starts", "ends"))),)))
THEMES = RoomLayout(FormLayout("theme", (Section("", ("name",)),)))


def test_a_layout_is_enough_for_a_room_with_its_list_and_its_form(opened: Window, qtbot: QtBot) -> None:
    room = make_room(Screen("gestiones", "Gestiones", "flag", "", (PERIODS,)), frame_of(opened).workspace)
    qtbot.addWidget(room)
    assert isinstance(room, Room)
    room.begin_record("period", {"name": "2010-2011"})
    assert list(room.record.form.boxes) == ["name", "starts", "ends"]
    assert room.record.form.boxes["name"].editor.value() == "2010-2011"
    assert room.record.helper is None


def test_several_layouts_are_a_room_with_tabs(opened: Window, qtbot: QtBot) -> None:
    room = make_room(Screen("ambas", "Ambas", "flag", "", (PERIODS, THEMES)), frame_of(opened).workspace)
    qtbot.addWidget(room)
    assert isinstance(room, TabbedRoom)
    assert [room.tabs.tabText(at) for at in range(room.tabs.count())] == ["Gestiones", "Temas"]
    room.show_query(Query("theme"))
    assert room.entity == "theme"


def test_a_new_city_is_looked_for_in_the_gazetteer(opened: Window) -> None:
    opened.show_room("ciudades")
    page = frame_of(opened).page
    assert isinstance(page, TabbedRoom)
    page.begin_record("municipality", {})
    room = page.room
    assert isinstance(room, Room)
    assert isinstance(room.record.helper, PlaceLine)


def test_what_is_made_by_hand_is_of_screens_and_kinds_that_exist() -> None:
    assert set(MADE_BY_HAND) <= {screen.name for screen in SCREENS}
    assert all(layout_of(entity) for entity in (*HELPERS, *LISTS_BY_HAND))
    assert all(screen.layouts or screen.name in MADE_BY_HAND for screen in SCREENS)
    for screen in SCREENS:
        pages = [each.name for each in PAGES.get(screen.name, ())]
        assert set(screen.tabs) <= {*pages, *(each.entity for each in screen.layouts)}


def test_the_tabs_of_the_plan_are_three_and_its_other_lists_are_found_by_their_name(opened: Window) -> None:
    opened.show_room("plan")
    page = frame_of(opened).page
    assert isinstance(page, TabbedRoom)
    assert seen_tabs(page) == ["Tablero", "Acciones", "Calendario"]
    [lines] = places_called("lineas", SPANISH, CATALOG)
    frame_of(opened).show_face(lines.room, lines.face)
    assert page.room.entity == lines.face == "plan_line"
    assert seen_tabs(page) == ["Tablero", "Acciones", "Calendario", "Líneas de acción"]


def seen_tabs(page: TabbedRoom) -> list[str]:
    return [page.tabs.tabText(at) for at in range(page.tabs.count()) if page.tabs.isTabVisible(at)]


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_every_room_and_every_tab_is_found_by_its_name(language: str) -> None:
    words = Words(language)
    for screen in SCREENS:
        titles = [each.title for each in PAGES.get(screen.name, ())]
        titles += [each.called or CATALOG[each.entity].many for each in screen.layouts]
        for title in (screen.title, *(titles if len(titles) > 1 else ())):
            said = words(title)
            found = places_called(said.upper(), words, CATALOG)
            assert (screen.name, said) in [(each.room, each.title) for each in found], said


def test_a_room_is_found_by_the_beginning_of_its_words_without_accents() -> None:
    found = places_called("resolucoe", Words("pt"), CATALOG)
    assert [(each.room, each.face, each.title) for each in found] == [("resoluciones", "resolution", "Resoluções")]
    [forum] = places_called("FCCR", SPANISH, CATALOG)
    assert (forum.room, forum.face) == ("fccr", "")
    [norms] = places_called("fccr normas", SPANISH, CATALOG)
    assert (norms.room, norms.face, norms.within) == ("fccr", "norm", "FCCR y FOCEM")
    assert places_called("…", SPANISH, CATALOG) == ()


def test_a_list_called_as_its_room_is_offered_once_and_turned_to() -> None:
    assert [(each.room, each.face) for each in places_called("unidades", SPANISH, CATALOG)] == [("unidades", "units")]
