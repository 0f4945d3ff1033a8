"""Another language, or larger text, makes the window anew around a person who stays where they are."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import list_ids, read_record
from tests.journeys.hands import type_into
from tests.make import add, add_city, copied_store
from tests.ui.network import Network
from tests.ui.seeing import edit_shown, frame_of, list_of, names_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import LONG, wait_until_idle
from ui.frame.window import Window
from ui.look.conditions import Condition
from ui.look.plain import Menu
from ui.look.qt_words import NAME
from ui.look.scroll import scroll_marks
from ui.room.several import SeveralPane
from ui.room.tabs import TabbedRoom

MANY = 90
ALSO_THIS_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
BOARD = {"name": "Mesa", "name_pt": "Diretoria", "name_en": "Board", "kind": "board"}


@pytest.fixture(autouse=True)
def language_of_qt(qapp: QApplication) -> Iterator[None]:
    """Let Qt speak afterwards as it did before."""
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator, NAME):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


@pytest.fixture(scope="module")
def cities(network_file: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file with more cities than a screen holds, once for tests to copy."""
    with network_file.open(tmp_path_factory.mktemp("cities")) as store:
        for number in range(MANY):
            add_city(store, f"Ciudad {number:02d}", "AR" if number % 3 else "UY")
        add(store, "body", **BOARD)
        return store.path


@pytest.fixture
def network(window: Window, cities: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """Show a file with more cities than a screen holds, in their room."""
    window.take_store(copied_store(cities, tmp_path), "ciudades")
    window.activateWindow()
    wait_until_idle(window, qtbot)
    return window


def speak(window: Window, language: str, qtbot: QtBot) -> None:
    """Choose a language in the menu, as a person does."""
    name = {"es": "Español", "pt": "Português", "en": "English"}[language]
    languages_of(window)[name].trigger()
    wait_until_idle(window, qtbot)


def languages_of(window: Window) -> dict[str, QAction]:
    """Return the languages that the menu offers, by their names."""
    inside = window.menus.view.actions()
    menus = [each for each in window.menus.view.findChildren(Menu) if each.menuAction() in inside]
    menu = next(each for each in menus if each.title() in {"Idioma", "Language"})
    return {action.text(): action for action in menu.actions()}


def spoken(window: Window) -> list[str]:
    """Return which language the menu says is spoken."""
    return [name for name, action in languages_of(window).items() if action.isChecked()]


def top_of(window: Window) -> str:
    """Return the key of the first row in sight."""
    table = list_of(window).table
    return table.rows.ids[table.rowAt(0)]


def test_another_language_keeps_what_is_listed_in_which_order_and_how_far_down(network: Window, qtbot: QtBot) -> None:
    pane = list_of(network)
    asked = Query(
        "municipality",
        filters=(Filter("country", Operator.EQUALS, "AR"),),
        order=(Order("short_name", descending=True),),
    )
    pane.ask(asked)
    pane.table.verticalScrollBar().setValue(23)
    top, shown = top_of(network), pane.table.rows.ids
    speak(network, "pt", qtbot)
    assert network.words.language == "pt"
    assert list_of(network) is not pane
    assert list_of(network).current_view() == asked
    assert list_of(network).filters.filters == asked.filters
    assert list(list_of(network).table.rows.ids) == list(shown)
    assert top_of(network) == top
    assert list_of(network).table.verticalScrollBar().value() == 23
    assert list_of(network).table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert spoken(network) == ["Português"]


def test_another_language_keeps_the_record_that_is_open(network: Window, qtbot: QtBot) -> None:
    open_record(network, "Ciudad 70", qtbot)
    key = pane_of(network).id
    speak(network, "en", qtbot)
    assert pane_of(network).id == key
    assert pane_of(network).heading.text() == "Ciudad 70"
    assert room_of(network).list.table.selected_ids() == [key]
    assert room_of(network).list.isVisible()


def is_as_far_down(window: Window, language: str, marked: Callable[[], QWidget], qtbot: QtBot) -> None:
    """Fail unless what is shown is scrolled in another language as it was before."""
    wait_until_idle(window, qtbot)
    bars = [each.verticalScrollBar() for each in marked().findChildren(QScrollArea) if each.isVisible()]
    for bar in bars:
        bar.setValue(min(30, bar.maximum() // 2))
    before = scroll_marks(marked())
    assert max(before) > 0
    speak(window, language, qtbot)
    said = f"{marked()} in {language}"
    qtbot.waitUntil(lambda: scroll_marks(marked()) == before, timeout=LONG)  # what belongs to it is laid out after it
    assert window.words.language == language, said


def test_what_is_shown_is_as_far_down_as_it_was_whether_read_or_edited(network: Window, qtbot: QtBot) -> None:
    network.resize(1280, 560)
    network.grow_text(60)
    open_record(network, "Rosario", qtbot)
    is_as_far_down(network, "pt", lambda: pane_of(network).stack, qtbot)
    assert not pane_of(network).editing
    edit_shown(network)
    is_as_far_down(network, "es", lambda: pane_of(network).stack, qtbot)
    assert pane_of(network).editing
    network.resize(900, 560)
    for room, language in (("inicio", "pt"), ("informes", "es")):
        network.show_room(room)
        is_as_far_down(network, language, lambda: shown_page(network), qtbot)
        assert frame_of(network).current == room
    network.grow_text(0)


def shown_page(window: Window) -> QWidget:
    """Return what the room shows."""
    page = frame_of(window).page
    assert page is not None
    return page


def test_a_record_that_a_filter_hides_stays_open(network: Window, qtbot: QtBot) -> None:
    open_record(network, "Montevideo", qtbot)
    key = pane_of(network).id
    list_of(network).ask(Query("municipality", words="ciudad"))
    wait_until_idle(network, qtbot)
    speak(network, "pt", qtbot)
    assert pane_of(network).id == key
    assert list_of(network).words_line.text() == "ciudad"
    assert list_of(network).unlisted.isVisible()


def test_a_record_with_the_whole_width_keeps_it(network: Window, qtbot: QtBot) -> None:
    open_record(network, "Ciudad 70", qtbot)
    pane_of(network).set_wide(wide=True)
    speak(network, "pt", qtbot)
    assert room_of(network).list.isHidden()
    pane_of(network).set_wide(wide=False)
    assert room_of(network).list.isVisible()


def test_several_selected_records_stay_selected(network: Window, qtbot: QtBot) -> None:
    keys = list(list_of(network).table.rows.ids)[3:6]
    open_record(network, "Ciudad 70", qtbot)
    table = list_of(network).table
    table.select_id(keys[0])
    for at in (4, 5):
        table.selectionModel().select(table.rows.index(at, 0), ALSO_THIS_ROW)
    wait_until_idle(network, qtbot)
    assert room_of(network).acted_on() == keys
    speak(network, "pt", qtbot)
    assert room_of(network).acted_on() == keys
    assert Condition.SEVERAL in room_of(network).conditions()
    assert room_of(network).shown_id is None
    told = room_of(network).findChild(SeveralPane)
    assert told is not None
    assert told.isVisible()


def test_what_is_unsaved_is_asked_about_and_kept(network: Window, qtbot: QtBot) -> None:
    open_record(network, "Montevideo", qtbot)
    key = pane_of(network).id
    edit_shown(network)
    type_into(pane_of(network).form.boxes["name"].editor.input(), "Intendencia de Montevideo")
    speak(network, "pt", qtbot)
    dialog = pane_of(network).dialog
    assert dialog is not None
    dialog.cancelling.click()
    wait_until_idle(network, qtbot)
    assert network.words.language == "es"
    assert spoken(network) == ["Español"]
    assert pane_of(network).form.value("name") == "Intendencia de Montevideo"

    speak(network, "pt", qtbot)
    dialog = pane_of(network).dialog
    assert dialog is not None
    dialog.accepting.click()
    wait_until_idle(network, qtbot)
    assert network.words.language == "pt"
    assert pane_of(network).id == key
    assert not pane_of(network).editing
    assert "Intendencia de Montevideo" in pane_of(network).page.text()
    assert key is not None
    record = read_record(workspace_of(network).store, "municipality", key)
    assert record is not None
    assert record.values["name"] == "Intendencia de Montevideo"


def test_a_new_record_in_which_nothing_is_written_yet_stays_a_new_one(network: Window, qtbot: QtBot) -> None:
    network.show_room("contactos")
    wait_until_idle(network, qtbot)
    room_of(network).list.new_button.click()
    wait_until_idle(network, qtbot)
    speak(network, "pt", qtbot)
    assert pane_of(network).fresh
    assert pane_of(network).heading.text() == "Novo contato"


def test_each_room_is_found_as_it_was_left_however_often_the_language_changes(network: Window, qtbot: QtBot) -> None:
    list_of(network).ask(Query("municipality", words="ciudad 4"))
    open_record(network, "Ciudad 41", qtbot)
    network.show_room("contactos")
    wait_until_idle(network, qtbot)
    list_of(network).ask(Query("person", words="bruno"))
    for language in ("pt", "en", "es"):
        speak(network, language, qtbot)
        assert frame_of(network).current == "contactos"
        assert names_of(network) == ["Bruno Ficticio"]
    network.show_room("ciudades")
    wait_until_idle(network, qtbot)
    assert list_of(network).words_line.text() == "ciudad 4"
    assert pane_of(network).heading.text() == "Ciudad 41"


def test_a_room_with_tabs_shows_the_tab_that_it_showed_and_keeps_the_others(network: Window, qtbot: QtBot) -> None:
    network.show_room("organismos")
    page = frame_of(network).page
    assert isinstance(page, TabbedRoom)
    list_of(network).ask(Query("organisation", words="nadie"))
    page.show_query(Query("body", words="mesa"))
    wait_until_idle(network, qtbot)
    open_record(network, "Mesa", qtbot)
    for language in ("en", "pt"):
        speak(network, language, qtbot)
    page = frame_of(network).page
    assert isinstance(page, TabbedRoom)
    assert page.room.entity == "body"
    assert names_of(network) == ["Diretoria"]
    assert pane_of(network).heading.text() == "Diretoria"
    edit_shown(network)
    assert pane_of(network).form.value("name") == "Mesa"
    page.tabs.setCurrentIndex(0)
    assert list_of(network).words_line.text() == "nadie"


def test_a_meeting_stays_at_its_tab_and_is_called_by_its_body_in_the_language(network: Window, qtbot: QtBot) -> None:
    store = workspace_of(network).store
    [body] = list_ids(store, Query("body", words="mesa"))
    meeting = add(store, "meeting", name="Segunda", body_id=body, state="planned")
    network.show_room("reuniones")
    wait_until_idle(network, qtbot)
    list_of(network).ask(Query("meeting"))
    room_of(network).show_record("meeting", meeting)
    pane_of(network).show_tab("attendance")
    wait_until_idle(network, qtbot)
    speak(network, "pt", qtbot)
    assert pane_of(network).heading.text() == "Segunda"
    assert pane_of(network).parts.shown is pane_of(network).parts.pages["attendance"]
    table = list_of(network).table
    at = [column.name for column in table.rows.columns].index("body_id")
    assert "Diretoria" in [table.rows.text(row, at) for row in range(table.rows.rowCount())]


def test_larger_text_keeps_the_place_too(network: Window, qtbot: QtBot) -> None:
    list_of(network).ask(Query("municipality", words="ciudad 4"))
    open_record(network, "Ciudad 41", qtbot)
    network.grow_text(10)
    wait_until_idle(network, qtbot)
    assert list_of(network).words_line.text() == "ciudad 4"
    assert pane_of(network).heading.text() == "Ciudad 41"
    network.grow_text(0)
    wait_until_idle(network, qtbot)  # what it is made of again is on its way to it
