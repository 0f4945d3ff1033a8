"""A room with tabs shows one list at a time, and leaves none with something unsaved."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from tests.make import add
from tests.ui.seeing import edit_shown, frame_of, list_of, names_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.room.tabs import TabbedRoom


def organisations(window: Window, qtbot: QtBot) -> TabbedRoom:
    """Show the room of organisations and bodies, with one body in it."""
    add(workspace_of(window).store, "body", name="Mesa", kind="board")
    window.show_room("organismos")
    wait_until_idle(window, qtbot)
    page = frame_of(window).page
    assert isinstance(page, TabbedRoom)
    return page


def body_tab(page: TabbedRoom) -> int:
    return next(at for at, each in enumerate(page.offered) if each.name == "body")


def test_a_tab_is_made_when_it_is_first_shown(opened: Window, qtbot: QtBot) -> None:
    page = organisations(opened, qtbot)
    assert list(page.rooms) == ["organisation"]
    page.tabs.setCurrentIndex(body_tab(page))
    assert room_of(opened).facts.entity == page.face() == "body"
    assert list(page.rooms) == ["organisation", "body"]


def test_what_is_asked_for_is_listed_behind_its_tab(opened: Window, qtbot: QtBot) -> None:
    page = organisations(opened, qtbot)
    page.show_query(Query("body", words="mesa"))
    wait_until_idle(opened, qtbot)
    assert page.tabs.currentIndex() == body_tab(page)
    assert list_of(opened).words_line.text() == "mesa"


def test_another_tab_is_not_shown_before_what_was_written_is_settled(opened: Window, qtbot: QtBot) -> None:
    page = organisations(opened, qtbot)
    page.tabs.setCurrentIndex(body_tab(page))
    open_record(opened, "Mesa", qtbot)
    edit_shown(opened)
    QTest.keyClicks(pane_of(opened).form.boxes["notes"].editor.input(), "Nota")
    page.tabs.setCurrentIndex(0)
    assert page.tabs.currentIndex() == body_tab(page)
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.discarding.click()
    wait_until_idle(opened, qtbot)
    assert page.tabs.currentIndex() == 0
    assert page.face() == "organisation"


def test_going_back_turns_to_the_tab_with_its_list_and_its_record(opened: Window, qtbot: QtBot) -> None:
    add(workspace_of(opened).store, "organisation", name="Universidad de Ejemplo")
    opened.show_room("organismos")
    page = frame_of(opened).page
    assert isinstance(page, TabbedRoom)
    wait_until_idle(opened, qtbot)
    page.show_query(Query("body", words="comision"))
    wait_until_idle(opened, qtbot)
    open_record(opened, "Comisión Directiva", qtbot)
    wait_until_idle(opened, qtbot)
    page.tabs.setCurrentIndex(0)
    wait_until_idle(opened, qtbot)
    assert room_of(opened).facts.entity == "organisation"
    press(opened, "back", qtbot)
    assert room_of(opened).facts.entity == "body"
    assert pane_of(opened).heading.text() == "Comisión Directiva"
    press(opened, "back", qtbot)
    assert names_of(opened) == ["Comisión Directiva"]
    assert room_of(opened).shown_id is None
    press(opened, "back", qtbot)
    assert room_of(opened).facts.entity == "organisation"


def test_a_list_without_a_tab_of_its_own_has_one_while_it_is_seen(opened: Window, qtbot: QtBot) -> None:
    add(workspace_of(opened).store, "plan_line", name="Redes", number="4")
    opened.show_room("plan")
    wait_until_idle(opened, qtbot)
    page = frame_of(opened).page
    assert isinstance(page, TabbedRoom)
    behind = next(at for at, each in enumerate(page.offered) if each.name == "plan_line")
    assert not page.tabs.isTabVisible(behind)
    page.show_query(Query("plan_line", words="redes"))
    wait_until_idle(opened, qtbot)
    assert page.tabs.isTabVisible(behind)
    assert page.picker.currentText() == page.tabs.tabText(page.tabs.currentIndex()) == "Líneas de acción"
    page.tabs.setCurrentIndex(0)
    wait_until_idle(opened, qtbot)
    assert not page.tabs.isTabVisible(behind)
    assert page.face() == "board"
    press(opened, "back", qtbot)
    assert (page.face(), names_of(opened)) == ("plan_line", ["4"])
    assert page.tabs.isTabVisible(behind)


def test_what_is_picked_where_the_tabs_have_no_room_is_the_tab_of_that_name(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("plan")
    page = frame_of(opened).page
    assert isinstance(page, TabbedRoom)
    page.turn_to("evidence")
    wait_until_idle(opened, qtbot)
    assert [page.picker.itemText(at) for at in range(page.picker.count())][-1] == "Evidencias"
    page.picker.activated.emit(1)
    assert page.face() == "plan_action"
