"""Every operation stands upon the one before it, later than it whatever the clock says, and is found by its records."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pytest

from app.records import history
from db.checking import check
from db.failures import Reason, StoreFailure
from db.journal import story
from db.schema import present
from db.store import Store
from tests.db.writing import (
    ask,
    changed,
    gone,
    made,
    made_city,
    made_experience,
    made_file,
    made_link,
    made_phone,
    undo,
    write,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A clock that says what it is told."""

    said = NOON

    def now(self, _zone: object) -> datetime:
        """Return the moment."""
        return self.said


def stamps(store: Store) -> list[int]:
    """Return the stamps of the operations in their order."""
    return [row[0] for row in ask(store, "SELECT stamp FROM journal_operation ORDER BY number")]


def test_stamps_rise_even_when_the_clock_goes_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("db.store.datetime", clock)
    noon = int(NOON.timestamp() * 1000) << 16
    for name in "abc":
        write(store, made_city(name, name))
    clock.said = NOON - timedelta(days=700)
    write(store, made_city("past", "d"))
    clock.said = NOON + timedelta(seconds=1)
    write(store, made_city("later", "e"))
    assert stamps(store) == [noon, noon + 1, noon + 2, noon + 3, noon + (1000 << 16)]
    told = ask(store, "SELECT made_at FROM journal_operation WHERE number = 4")
    assert told == [("2024-12-22 12:00:00.000000",)]


def test_each_operation_is_made_upon_the_one_before(store: Store) -> None:
    write(store, made_city())
    undo(store, write(store, changed("municipality", "city", web="x")))
    found = ask(store, "SELECT id, parents FROM journal_operation ORDER BY number")
    assert [json.loads(parents) for _, parents in found] == [[], *([key] for key, _ in found[:-1])]
    assert ask(store, "SELECT operation FROM journal_head") == ask(store, "SELECT max(number) FROM journal_operation")


def test_an_operation_upon_two_heads_joins_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(letter * 32 for letter in "fab")
    monkeypatch.setattr("db.journal.recording.new_key", lambda: next(given))
    write(store, made_city())
    write(store, made_city("other", "Tigre"))
    with store._connection(writes=True) as connection:  # noqa: SLF001 - only a merge will leave two heads
        connection.exec_driver_sql("INSERT INTO journal_head (operation) VALUES (1)")
    write(store, changed("municipality", "city", web="x"))
    ids = [row[0] for row in ask(store, "SELECT id FROM journal_operation ORDER BY number")]
    [(parents,)] = ask(store, "SELECT parents FROM journal_operation WHERE number = 3")
    assert json.loads(parents) == sorted(ids[:2])
    assert ask(store, "SELECT operation FROM journal_head") == [(3,)]
    assert stamps(store) == sorted(set(stamps(store)))
    assert check(store) == []


def test_an_operation_says_its_author_its_schema_and_what_it_is(store: Store) -> None:
    write(store, made_city(), by="Ana")
    write(store, made("theme", "theme", name="Agua", position=0), by="Beto", start=True)
    store.undo()
    found = ask(store, "SELECT author, schema, kind, reverses IS NULL FROM journal_operation ORDER BY number")
    latest = present().latest_version()
    assert found == [("Ana", latest, "do", 1), ("Beto", latest, "start", 1), ("Beto", latest, "undo", 0)]


def test_what_a_file_begins_with_is_out_of_the_reach_of_undo_and_redo(store: Store) -> None:
    write(store, made_city(), start=True)
    with pytest.raises(StoreFailure) as caught:
        store.undo()
    assert caught.value.reason is Reason.NOTHING_TO_UNDO
    write(store, changed("municipality", "city", web="x"))
    store.undo()
    assert history.undo_title(store) is None
    store.redo()
    store.undo()
    write(store, made("theme", "theme", name="Agua", position=0), start=True)
    assert (history.undo_title(store), history.redo_title(store)) == (None, None)
    with pytest.raises(StoreFailure) as caught:
        store.redo()
    assert caught.value.reason is Reason.NOTHING_TO_REDO


def test_redo_goes_forward_one_undo_after_another_and_stops_at_a_change(store: Store) -> None:
    for name in "abc":
        write(store, made_city(name, name))
    for _ in range(3):
        store.undo()
    for expected in (["a"], ["a", "b"], ["a", "b", "c"]):
        store.redo()
        assert [row[0] for row in ask(store, "SELECT id FROM municipality ORDER BY id")] == expected
    assert history.redo_title(store) is None
    store.undo()
    store.undo()
    store.redo()
    store.undo()
    store.redo()
    assert [row[0] for row in ask(store, "SELECT id FROM municipality ORDER BY id")] == ["a", "b"]
    write(store, made_city("d", "d"))
    with pytest.raises(StoreFailure):
        store.redo()


def told_of(store: Store, record: str) -> list[tuple[int, str]]:
    """Return operation and row of each entry in the history of a record."""
    with store.reading() as session:
        return [(each.operation, each.row_id) for each in story.of_record(session.connection(), store.shape, record)]


def test_a_history_tells_of_a_part_under_its_old_owner_and_its_new_one(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"))
    write(store, made_phone("phone", municipality_id="city"))
    write(store, changed("contact_point", "phone", value="4712"))
    write(store, changed("contact_point", "phone", municipality_id="other"))
    write(store, changed("contact_point", "phone", value="4713"))
    write(store, gone("contact_point", "phone"))
    assert told_of(store, "city") == [(1, "city"), (2, "phone"), (3, "phone"), (4, "phone")]
    assert told_of(store, "other") == [(1, "other"), (4, "phone"), (5, "phone"), (6, "phone")]


def test_a_history_tells_of_links_from_both_sides_and_of_files(store: Store) -> None:
    write(store, made_city(), made_experience())
    linked = write(store, made_link("huerta", "city"), made_file("acta", "municipality", "city"))
    cut = write(store, "DELETE FROM experience_municipality", gone("document", "acta"))
    city, experience = told_of(store, "city"), told_of(store, "huerta")
    assert [number for number, _ in city] == [1, linked, linked, cut, cut]
    assert [number for number, _ in experience] == [1, linked, cut]


def test_a_history_tells_what_an_undo_did_to_a_part(store: Store) -> None:
    write(store, made_city())
    edit = write(store, made_phone("phone", municipality_id="city"))
    back = undo(store, edit)
    again = undo(store, back)
    assert told_of(store, "city") == [(1, "city"), (edit, "phone"), (back, "phone"), (again, "phone")]


def test_a_history_of_a_part_that_moved_and_went_in_one_operation_is_under_the_owner_it_had(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"), made_phone("phone", municipality_id="city"))
    write(store, changed("contact_point", "phone", municipality_id="other"), gone("contact_point", "phone"))
    assert told_of(store, "city")[-1] == (2, "phone")
    assert told_of(store, "other") == [(1, "other")]


def test_an_operation_that_fails_leaves_the_next_one_free(store: Store) -> None:
    for statement in ("INSERT INTO theme (id) VALUES ('x')", made_phone("phone", municipality_id="nobody")):
        with pytest.raises(Exception, match="constraint failed"):
            write(store, made_city(), statement)
    write(store, made_city())
    assert check(store) == []


def test_changes_of_two_threads_are_made_one_after_the_other(store: Store) -> None:
    def many(prefix: str) -> None:
        for number in range(5):
            write(store, made_city(f"{prefix}{number}", f"{prefix}{number}"))

    threads = [threading.Thread(target=many, args=(prefix,)) for prefix in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(history.operations(store)) == 10
    assert check(store) == []
