"""What another hand alters in the journal is seen when the file is checked, and what may be forgotten is not missed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection

from db.checking import check
from db.journal import chain
from db.journal.digests import SIGNED, entry_digest, operation_digest
from db.sqlite import make_engine
from db.store import Store
from db.titles import Name, Title
from tests.db.writing import ask, changed, made, made_city, undo, write


@contextmanager
def behind(store: Store) -> Iterator[Connection]:
    """Write into the file of a store behind its back."""
    engine = make_engine(store.path, None, foreign_keys=False)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def told(store: Store) -> Store:
    """Return a file of four operations: two cities, an edit, its undo and a theme."""
    write(store, made_city(), made_city("other", "Tigre"))
    edit = write(
        store, changed("municipality", "city", web="a.example"), changed("municipality", "other", web="b.example")
    )
    undo(store, edit)
    with store.operation(Title("Agregar {what}", values={"what": Name("Agua")})) as session:
        session.connection().exec_driver_sql(made("theme", "theme", name="Agua", position=0))
    assert check(store) == []
    return store


def broken(store: Store) -> list[int]:
    """Return the operations that are not as they were signed."""
    with store.reading() as session:
        return list(chain.broken(session.connection()))


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ('UPDATE journal_operation SET title = \'{"text":"Otra cosa"}\' WHERE number = 2', [2]),
        ("UPDATE journal_operation SET author = 'Beto' WHERE number = 2", [2]),
        ("UPDATE journal_operation SET device = 'otro' WHERE number = 2", [2]),
        ("UPDATE journal_operation SET made_at = '2008-06-18 00:00:00.000000' WHERE number = 2", [2]),
        ("UPDATE journal_operation SET kind = 'start' WHERE number = 2", [2]),
        ("UPDATE journal_operation SET reverses = NULL WHERE number = 3", [3]),
        ("UPDATE journal_operation SET stamp = stamp + 1 WHERE number = 4", [4]),
        ("UPDATE journal_operation SET schema = schema + 1 WHERE number = 1", [1]),
        ("UPDATE journal_operation SET parents = '[]' WHERE number = 4", [4, 0]),
        ("UPDATE journal_operation SET digest = zeroblob(32) WHERE number = 2", [2, 3]),
        ("UPDATE journal_entry SET digest = zeroblob(32) WHERE number = 3", [2]),
        ("UPDATE journal_entry SET row_id = 'another' WHERE number = 3", [2]),
        ("UPDATE journal_entry SET entity = 'person' WHERE number = 3", [2]),
        ("UPDATE journal_entry SET kind = 'D' WHERE number = 3", [2]),
        ("UPDATE journal_entry SET before = NULL WHERE number = 3", [2]),
        ("UPDATE journal_entry SET after = replace(after, 'a.example', 'c.example') WHERE number = 3", [2]),
        ("UPDATE journal_entry SET after = before, before = after WHERE number = 3", [2]),
        ("DELETE FROM journal_entry WHERE number = 3", [2]),
        ("DELETE FROM journal_entry WHERE operation = 2", [2]),
        ("UPDATE journal_entry SET operation = 3 WHERE number = 3", [2]),
        ("UPDATE journal_entry SET operation = 9 WHERE operation = 4", [4, 0]),
        ("DELETE FROM journal_operation WHERE number = 3", [4, 0]),
        ("DELETE FROM journal_operation WHERE number = 4", [0]),
        ("DELETE FROM journal_head", [0]),
        ("UPDATE journal_head SET operation = 3", [0]),
        ("INSERT INTO journal_head (operation) VALUES (2)", [0]),
    ],
)
def test_each_altered_thing_is_seen(told: Store, statement: str, found: list[int]) -> None:
    with behind(told) as connection:
        connection.exec_driver_sql(statement)
    assert broken(told) == found
    assert f"chain: {len(found)}" in check(told)


def test_two_entries_that_changed_places_are_seen(told: Store) -> None:
    with behind(told) as connection:
        for old, new in ((3, -3), (4, 3), (-3, 4)):
            connection.exec_driver_sql(f"UPDATE journal_entry SET number = {new} WHERE number = {old}")
    assert broken(told) == [2]


def test_an_entry_that_was_slipped_in_is_seen(told: Store) -> None:
    said = ("municipality", "city", "U", '{"notes":null}', '{"notes":"dicho por Ana"}')
    with behind(told) as connection:
        connection.exec_driver_sql("UPDATE journal_entry SET number = number + 100 WHERE operation > 2")
        connection.exec_driver_sql(
            "INSERT INTO journal_entry (number, operation, entity, row_id, kind, before, after, digest) "
            "VALUES (50, 1, ?, ?, ?, ?, ?, ?)",
            (*said, entry_digest(*said)),
        )
    assert broken(told) == [2]


def test_an_operation_that_was_added_is_seen(told: Store) -> None:
    columns = "device, author, made_at, title, names, kind, reverses, schema, digest"
    with behind(told) as connection:
        connection.exec_driver_sql(
            f"INSERT INTO journal_operation (id, stamp, parents, {columns}) "
            f"SELECT 'x', stamp + 1, json_array(id), {columns} FROM journal_operation WHERE number = 4",
        )
        connection.exec_driver_sql("UPDATE journal_head SET operation = 5")
    assert broken(told) == [5]


def test_an_operation_that_was_copied_from_elsewhere_is_seen_by_its_parents(told: Store) -> None:
    with behind(told) as connection:
        connection.exec_driver_sql("DELETE FROM journal_entry WHERE operation < 3")
        connection.exec_driver_sql("DELETE FROM journal_operation WHERE number < 3")
    assert broken(told) == [3]


def test_an_operation_upon_one_that_nobody_knows_is_seen_however_well_it_is_signed(told: Store) -> None:
    columns = ", ".join(SIGNED)
    with behind(told) as connection:
        said = connection.exec_driver_sql(f"SELECT {columns} FROM journal_operation WHERE number = 4").one()
        fields = ["f" * 32, *said[1:-1], json.dumps(["e" * 32])]
        connection.exec_driver_sql(
            f"INSERT INTO journal_operation ({columns}, digest) VALUES ({', '.join('?' * len(SIGNED))}, ?)",
            (*fields, operation_digest(fields, [], [])),
        )
        connection.exec_driver_sql("INSERT INTO journal_head (operation) VALUES (5)")
    assert broken(told) == [5]


def test_names_may_be_forgotten(told: Store) -> None:
    with behind(told) as connection:
        connection.exec_driver_sql("UPDATE journal_operation SET names = NULL")
    assert ask(told, "SELECT count(*) FROM journal_operation WHERE names IS NOT NULL") == [(0,)]
    assert check(told) == []


def test_the_place_of_an_operation_in_this_file_may_change(told: Store) -> None:
    with behind(told) as connection:
        for table, column in (("operation", "number"), ("entry", "operation"), ("head", "operation")):
            connection.exec_driver_sql(f"UPDATE journal_{table} SET {column} = {column} + 100")
    assert check(told) == []
