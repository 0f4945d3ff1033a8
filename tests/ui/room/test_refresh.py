"""What is open reads anew only what an operation can have changed, and nothing while one is being written."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Order, Query
from app.records.changes import Changes
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import list_ids
from db.session import FileSession
from db.store import Store
from tests.ui.seeing import frame_of, names_of, pane_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.listing import CountedSource
from ui.work.run import Advance
from ui.work.workspace import Workspace


class Questions:
    """How often the list asked for its keys, and for which rows."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.read: list[str] = []
        ids, rows = CountedSource.ids, CountedSource.rows

        def count_ids(source: CountedSource, query: Query) -> Sequence[str]:
            self.asked += 1
            return ids(source, query)

        def count_rows(source: CountedSource, names: Sequence[str], keys: Sequence[str]) -> list[tuple[object, ...]]:
            self.read += keys
            return rows(source, names, keys)

        patch.setattr(CountedSource, "ids", count_ids)
        patch.setattr(CountedSource, "rows", count_rows)


def workspace_of(window: Window) -> Workspace:
    return room_of(window).workspace


def write(window: Window, entity: str, **values: object) -> str:
    """Save a record through the window, as a dialog does, and give its key."""
    made: list[str] = []

    def work() -> Changes:
        saved = save_record(workspace_of(window).store, Draft(entity, None, values))
        made.append(saved.id)
        return saved.changes

    workspace_of(window).write(work)
    return made[0]


def change(window: Window, entity: str, key: str, **values: object) -> None:
    store = workspace_of(window).store
    workspace_of(window).write(lambda: save_record(store, Draft(entity, key, values)).changes)


def key_of(window: Window, entity: str, at: int = 0) -> str:
    return list_ids(workspace_of(window).store, Query(entity))[at]


def test_an_operation_on_an_unrelated_kind_reads_nothing_anew(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Store] = []
    reading = Store.reading

    def count(store: Store) -> AbstractContextManager[FileSession]:
        read.append(store)
        return reading(store)

    monkeypatch.setattr(Store, "reading", count)
    pane = pane_of(opened)
    pane.show_record(key_of(opened, "municipality"))
    wait_until_idle(opened, qtbot)
    questions = Questions(monkeypatch)
    read.clear()
    write(opened, "theme", name="Agua")
    assert read == []
    assert (questions.asked, questions.read) == (0, [])


def test_an_operation_on_a_referred_kind_reads_the_rows_anew_and_keeps_the_keys(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame_of(opened).show_room("contactos")
    table = room_of(opened).list.table
    column = [info.name for info in table.rows.columns].index("post")
    questions = Questions(monkeypatch)
    change(opened, "post", key_of(opened, "post"), name="Secretaría")
    assert {table.rows.text(row, column) for row in range(2)} == {"Secretaría"}
    assert (questions.asked, len(questions.read)) == (0, 2)


def test_of_a_changed_record_only_its_own_row_is_read_anew(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = Questions(monkeypatch)
    key = room_of(opened).list.table.rows.ids[1]
    change(opened, "municipality", key, short_name="Ciudad de Córdoba")
    assert "Ciudad de Córdoba" in names_of(opened)
    assert set(questions.read) == {key}


def test_the_keys_are_asked_for_anew_when_a_filter_or_the_order_reads_what_was_touched(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame_of(opened).show_room("contactos")
    room = room_of(opened)
    room.list.ask(Query("person", filters=(Filter("post", Operator.CONTAINS, "Intendencia"),), order=(Order("post"),)))
    assert len(names_of(opened)) == 2
    questions = Questions(monkeypatch)
    change(opened, "post", key_of(opened, "post"), name="Secretaría")
    assert names_of(opened) == []
    assert questions.asked == 1


def test_what_is_made_and_deleted_comes_and_goes(opened: Window) -> None:
    key = write(opened, "municipality", short_name="Ñuñoa", country="CL")
    assert "Ñuñoa" in names_of(opened)
    store = workspace_of(opened).store
    workspace_of(opened).write(lambda: delete_records(store, "municipality", [key]))
    assert "Ñuñoa" not in names_of(opened)
    assert room_of(opened).list.count.text() == "5 ciudades"


def test_while_a_change_is_written_the_list_shows_what_it_had_and_reads_afterwards(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = room_of(opened)
    workspace = workspace_of(opened)
    key = room.list.table.rows.ids[1]
    begun, may_end = Event(), Event()

    def work(_: Advance) -> Changes:
        changes = save_record(workspace.store, Draft("municipality", key, {"population": 77})).changes
        begun.set()
        may_end.wait(10)
        return changes

    questions = Questions(monkeypatch)
    workspace.write_beside(work, "Escribiendo")
    assert begun.wait(10)
    room.list.table.select_id(key)
    room.open_selected()
    room.list.ask(Query("municipality", order=(Order("population"),)))
    room.list.table.grab()
    qtbot.waitUntil(lambda: not room._follow.isActive())  # noqa: SLF001 - the moment at which the row would be shown
    assert (questions.asked, questions.read) == (0, [])
    assert pane_of(opened).id is None
    may_end.set()
    qtbot.waitUntil(lambda: room.list.table.rows.ids[0] == key)
    qtbot.waitUntil(lambda: pane_of(opened).id == key)
    assert questions.read == [key]
