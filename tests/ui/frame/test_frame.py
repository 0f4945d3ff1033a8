"""What stands around the rooms: each is made when it is first shown, left when it can be, and learns what it missed."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from app.records.attachments import attach
from app.records.catalog import Filter, Operator, Query
from app.records.changes import Changes
from app.records.editing import Draft, save_record
from app.records.reading import list_ids, search
from tests.ui.held import held_writing
from tests.ui.seeing import frame_of, names_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.room import Room
from ui.room.tabs import TabbedRoom
from ui.work.room_page import joined


def city_room(window: Window) -> Room:
    page = frame_of(window).pages["ciudades"]
    assert isinstance(page, TabbedRoom)
    assert isinstance(page.room, Room)
    return page.room


def write_city(window: Window, name: str) -> None:
    workspace = workspace_of(window)
    draft = Draft("municipality", None, {"short_name": name, "country": "AR"})
    workspace.write(lambda: save_record(workspace.store, draft).changes)


def test_a_room_is_made_when_it_is_first_shown_and_kept(opened: Window) -> None:
    frame = frame_of(opened)
    assert list(frame.pages) == ["ciudades"]
    cities = frame.page
    frame.show_room("contactos")
    assert list(frame.pages) == ["ciudades", "contactos"]
    assert frame.stack.currentWidget() is frame.page is not cities
    frame.show_room("ciudades")
    assert frame.page is cities


def test_a_record_is_shown_in_the_room_of_its_kind_and_begun_there(opened: Window, qtbot: QtBot) -> None:
    key = city_room(opened).list.table.rows.ids[0]
    frame_of(opened).show_room("inicio")
    workspace_of(opened).record_wanted.emit("municipality", key)
    assert frame_of(opened).current == "ciudades"
    assert pane_of(opened).id == key
    workspace_of(opened).new_wanted.emit("person", {"name": "Eva Ejemplo"})
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).form.boxes["name"].editor.value() == "Eva Ejemplo"
    pane_of(opened).discard()


def test_a_file_that_is_found_is_seen_with_the_record_that_it_belongs_to(opened: Window, tmp_path: Path) -> None:
    workspace = frame_of(opened).workspace
    key = list_ids(workspace.store, Query("municipality"))[names_of(opened).index("Rosario")]
    (tmp_path / "protocolo.txt").write_text("nota")
    attach(workspace.store, "municipality", key, [tmp_path / "protocolo.txt"])
    [found] = search(workspace.store, "protocolo")
    assert found.entity == "document"
    workspace.record_wanted.emit(found.entity, found.id)
    assert pane_of(opened).id == key


def test_a_room_can_be_asked_for_with_what_its_list_is_to_show(opened: Window, qtbot: QtBot) -> None:
    frame_of(opened).show_room("inicio")
    query = Query("municipality", filters=(Filter("country", Operator.EQUALS, "UY"),))
    workspace_of(opened).room_wanted.emit("ciudades", query)
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Canelones", "Montevideo"]


def test_a_room_with_something_unsaved_stays_until_the_person_answers(opened: Window, qtbot: QtBot) -> None:
    frame = frame_of(opened)
    frame.begin_record("municipality", {"short_name": "Azul"})
    pane = pane_of(opened)
    frame.show_room("contactos")
    assert frame.current == "ciudades"
    assert frame.rail.buttons["ciudades"].isChecked()
    assert pane.dialog is not None
    pane.dialog.cancelling.click()
    pane.discard()
    frame.show_room("contactos")
    assert frame.current == "contactos"
    assert frame.rail.buttons["contactos"].isChecked()


def test_who_hears_the_rail_goes_to_a_room_by_it_and_stays_where_leaving_is_refused(opened: Window) -> None:
    frame = frame_of(opened)
    rooms = {name: QAccessible.queryAccessibleInterface(button) for name, button in frame.rail.buttons.items()}
    assert {room.role() for room in rooms.values()} == {QAccessible.Role.PageTab}
    list_of_rooms = rooms["ciudades"].parent()
    assert list_of_rooms.role() is QAccessible.Role.PageTabList
    assert list_of_rooms.text(QAccessible.Text.Name) == "Secciones"
    rooms["contactos"].actionInterface().doAction("Press")
    assert (frame.current, selected(rooms)) == ("contactos", ["contactos"])
    frame.begin_record("person", {"name": "Eva Ejemplo"})
    rooms["ciudades"].actionInterface().doAction("Press")
    pane = pane_of(opened)
    assert pane.dialog is not None
    assert selected(rooms) == ["contactos"]
    pane.dialog.cancelling.click()
    assert (frame.current, selected(rooms)) == ("contactos", ["contactos"])
    pane.discard()


def selected(rooms: Mapping[str, QAccessibleInterface]) -> list[str]:
    """Return which of the rooms are heard as the one that is shown."""
    return [name for name, room in rooms.items() if room.state().selected]


def test_a_room_learns_what_it_missed_when_it_is_shown_again(opened: Window, qtbot: QtBot) -> None:
    frame = frame_of(opened)
    cities = city_room(opened).list.table.rows
    frame.show_room("contactos")
    for name in ("Aachen", "Azul"):
        write_city(opened, name)
    wait_until_idle(opened, qtbot)
    assert cities.rowCount() == 5
    frame.show_room("ciudades")
    wait_until_idle(opened, qtbot)
    assert names_of(opened)[:2] == ["Aachen", "Azul"]


def test_what_is_made_anew_around_the_rooms_is_as_it_was_left(opened: Window) -> None:
    frame_of(opened).collapse_rail()
    assert opened.preferences.settings.rail_collapsed
    opened.choose_language("pt")
    assert frame_of(opened).rail.collapsed
    frame_of(opened).collapse_rail()
    assert not opened.preferences.settings.rail_collapsed


def test_what_two_operations_touched_is_known_as_one() -> None:
    earlier = Changes(1, touched={"person": frozenset({"a"}), "body": frozenset({"b"})})
    later = Changes(2, touched={"person": frozenset({"c"}), "theme": frozenset({"d"})})
    both = joined(earlier, later)
    assert both.touched == {"person": {"a", "c"}, "body": {"b"}, "theme": {"d"}}
    assert both.operation == 2
    assert joined(None, earlier) is earlier


def test_a_file_that_is_sought_during_a_writing_is_shown_with_its_record_afterwards(
    opened: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    store = workspace_of(opened).store
    key = list_ids(store, Query("person"))[0]
    (tmp_path / "nota.txt").write_text("nota")
    attach(store, "person", key, [tmp_path / "nota.txt"])
    [file] = list_ids(store, Query("document"))
    with held_writing(opened, qtbot):
        workspace_of(opened).record_wanted.emit("document", file)
        assert frame_of(opened).current == "ciudades"
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).id == key


def test_a_room_entered_during_a_writing_shows_what_it_missed_when_it_has_ended(opened: Window, qtbot: QtBot) -> None:
    frame = frame_of(opened)
    store = workspace_of(opened).store
    wait_until_idle(opened, qtbot)
    key = city_room(opened).list.table.rows.ids[0]
    frame.show_record("municipality", key)
    frame.show_room("contactos")
    draft = Draft("municipality", key, {"short_name": "Azul"})
    workspace_of(opened).write(lambda: save_record(store, draft).changes)
    with held_writing(opened, qtbot):
        frame.show_room("ciudades")
        assert pane_of(opened).heading.text() == "Canelones"
    assert pane_of(opened).heading.text() == "Azul"
    assert "Azul" in names_of(opened)
