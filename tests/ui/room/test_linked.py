"""What is linked to a record: listed by kind, opened in its room, begun with its link."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.records.attachments import attach, attachments
from app.records.catalog import Query
from app.records.linked import find_linked
from app.records.reading import list_ids, read_record
from app.screens.screen import Linked
from app.words.fields import RecordKey
from tests.make import add
from tests.ui.held import held_writing
from tests.ui.seeing import frame_of, open_record, pane_of, room_of
from ui.frame.window import Window
from ui.room.linked import LinkedList, LinkedTab

FILES = Linked("Documentos", ("document.record",), ("name",), opens="record", adds="record")


def test_what_is_linked_is_listed_and_leads_to_its_room(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    tenures = tab.lists[0]
    assert tenures.heading.text() == "Contactos y mandatos (2)"
    people = {tenures.table.rows.text(row, 0): row for row in range(2)}
    assert set(people) == {"Ana Prueba Ejemplo", "Bruno Ficticio"}
    tenures.open_linked(tenures.table.rows.ids[people["Ana Prueba Ejemplo"]])
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Ana Prueba Ejemplo"


def test_a_linked_record_begins_with_its_link(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    city = pane_of(opened).id
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    next(each for each in tab.lists if each.linked.entity == "experience").adding.click()
    assert frame_of(opened).current == "experiencias"
    assert pane_of(opened).form.value("municipalities") == (city,)


def test_what_refers_to_a_record_by_a_field_for_any_kind_is_linked_to_it(opened: Window, tmp_path: Path) -> None:
    workspace = frame_of(opened).workspace
    store = workspace.store
    first, second = list_ids(store, Query("municipality"))[:2]
    post = add(store, "post", name="Enlace", municipality_id=first)
    paths = {key: tmp_path / f"{key}.txt" for key in (first, second, post)}
    for entity, key in (("municipality", first), ("municipality", second), ("post", post)):
        paths[key].write_text(key)
        attach(store, entity, key, [paths[key]])
    [of_city], [of_post] = attachments(store, "municipality", first), attachments(store, "post", post)
    assert find_linked(store, FILES, "municipality", first) == [of_city.id]
    assert find_linked(store, FILES, "person", first) == []
    through_posts = Linked("Documentos", ("document.record", "post.municipality_id"), ("name",))
    assert find_linked(store, through_posts, "municipality", first) == [of_post.id]


def test_such_a_list_opens_the_record_and_begins_a_row_that_refers_to_it(opened: Window, tmp_path: Path) -> None:
    workspace = frame_of(opened).workspace
    key = list_ids(workspace.store, Query("municipality"))[0]
    (tmp_path / "nota.txt").write_text("nota")
    attach(workspace.store, "municipality", key, [tmp_path / "nota.txt"])
    record = read_record(workspace.store, "municipality", key)
    assert record is not None
    listed = LinkedList(workspace, FILES)
    begun: list[object] = []
    wanted: list[tuple[str, str]] = []
    workspace.new_wanted.connect(lambda _, values: begun.append(values))
    workspace.record_wanted.connect(lambda entity, id: wanted.append((entity, id)))
    assert listed.read(record) == 1
    listed.add()
    assert begun == [{"record": RecordKey("municipality", key)}]
    listed.open_linked(listed.source.keys[0])
    assert wanted == [("municipality", key)]
    listed.deleteLater()


def tenures_of(window: Window, name: str, qtbot: QtBot) -> LinkedList:
    """Show the city of that name, and give the list of its people."""
    open_record(window, name, qtbot)
    pane_of(window).show_tab("linked")
    tab = pane_of(window).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    return tab.lists[0]


def test_what_is_opened_during_a_writing_is_shown_when_it_has_ended(opened: Window, qtbot: QtBot) -> None:
    tenures = tenures_of(opened, "Rosario", qtbot)
    first, second = tenures.table.rows.ids
    last = tenures.table.rows.text(1, 0)
    with held_writing(opened, qtbot):
        tenures.open_linked(first)
        tenures.open_linked(second)
        assert frame_of(opened).current == "ciudades"
        assert pane_of(opened).heading.text() == "Rosario"
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == last


def test_who_goes_elsewhere_meanwhile_is_not_called_back(opened: Window, qtbot: QtBot) -> None:
    tenures = tenures_of(opened, "Rosario", qtbot)
    with held_writing(opened, qtbot):
        tenures.open_linked(tenures.table.rows.ids[0])
        frame_of(opened).show_room("experiencias")
    assert frame_of(opened).current == "experiencias"
    frame_of(opened).show_room("ciudades")
    rows = room_of(opened).list.table.rows
    with held_writing(opened, qtbot):
        tenures.open_linked(tenures.table.rows.ids[0])
        room_of(opened).show_record("municipality", rows.ids[0])
    assert frame_of(opened).current == "ciudades"
    assert pane_of(opened).id == rows.ids[0]
