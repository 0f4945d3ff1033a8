"""The history says what was deleted, what was taken back and what was brought again."""

import pytest

from db.journal import gone as went
from db.journal import story
from db.store import Store
from tests.db.writing import changed, gone, made, made_city, made_phone, undo, write


def deleted(store: Store, *tables: str, limit: int = 10) -> list[str]:
    """Return the keys of what somebody deleted, the newest first."""
    with store.reading() as session:
        found = went.deleted(session.connection(), store.shape, tables or ("municipality",), limit)
        return [each.row_id for each in found]


def marks(store: Store) -> list[tuple[bool, bool]]:
    """Return of each operation, the oldest first, whether it is undone and whether it is a redo."""
    with store.reading() as session:
        found = story.latest(session.connection(), None)
    return [(each.undone, each.is_redo) for each in reversed(found)]


def test_what_somebody_deleted_and_is_not_there_is_offered(store: Store) -> None:
    write(store, *(made_city(key, key) for key in "abc"), made("theme", "d", name="Agua", position=0))
    for key in "ab":
        write(store, gone("municipality", key))
    write(store, gone("theme", "d"))
    assert set(deleted(store)) == {"a", "b"}
    assert deleted(store, "theme") == ["d"]
    assert set(deleted(store, "theme", "municipality")) == {"a", "b", "d"}


def test_what_came_back_is_no_longer_offered(store: Store) -> None:
    write(store, made_city())
    delete = write(store, gone("municipality", "city"))
    undo(store, delete)
    assert deleted(store) == []
    write(store, gone("municipality", "city"))
    assert deleted(store) == ["city"]


def test_what_an_undo_took_away_is_not_offered_as_deleted(store: Store) -> None:
    undo(store, write(store, made_city()))
    assert deleted(store) == []


def test_what_was_undone_and_what_was_redone_is_told(store: Store) -> None:
    edit = write(store, made_city())
    back = undo(store, edit)
    assert marks(store) == [(True, False), (False, False)]
    undo(store, back)
    assert marks(store) == [(False, False), (True, False), (False, True)]
    store.undo()
    assert [undone for undone, _ in marks(store)] == [True, True, False, False]


def test_the_last_operations_are_told_with_the_rows_that_they_touched(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"), made_phone("phone", municipality_id="city"))
    write(store, changed("municipality", "city", web="x"), by="Beto")
    with store.reading() as session:
        found = story.latest(session.connection(), 1)
        assert [(each.number, each.author, each.rows) for each in found] == [(2, "Beto", 1)]
        assert [each.rows for each in story.latest(session.connection(), None)] == [1, 3]
        few = story.of_operation(session.connection(), store.shape, 1, 2)
        assert [each.row_id for each in few] == ["city", "other"]


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_are_offered_than_were_asked_for(store: Store, limit: int) -> None:
    write(store, *(made_city(key, key) for key in "abc"))
    write(store, *(gone("municipality", key) for key in "abc"))
    assert len(deleted(store, limit=limit)) == limit
