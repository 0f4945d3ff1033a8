"""A file without passphrase is read row by row by the SQLite of any Python, which knows no function of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.file.files import new_file
from app.sample import build_sample
from db.journal.shape import present_tables
from db.schema import present
from db.sqlite import make_engine
from tests.db.migrations.test_migrations import FILES, made_up, open_for, unpack
from tests.db.test_schema import OLD_FILES, counted
from tests.make import TODAY

OLDEST = (3, 34)
"""The SQLite from which on a file can be read."""

Rows = dict[str, list[tuple[object, ...]]]


def tables_of(connection: sqlite3.Connection) -> Iterator[str]:
    """Return the tables of a file, those of the search among them where the engine can search."""
    can_search = ("ENABLE_FTS5",) in connection.execute("PRAGMA compile_options").fetchall()
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if can_search or not (sql or "").startswith("CREATE VIRTUAL TABLE"):
            yield name


def read_by_python(path: Path) -> Rows:
    """Read every row of every table with Python's own module."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables_of(connection)}


def read_by_us(path: Path, names: list[str]) -> Rows:
    """Read the same tables as the program does."""
    engine = make_engine(path, None)
    with engine.connect() as connection:
        found = {
            name: sorted((tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)
            for name in names
        }
    engine.dispose()
    return found


def compare(path: Path, entities: set[str]) -> None:
    """Look whether both read the same, and whether nothing that people wrote is missing in it."""
    if sqlite3.sqlite_version_info < OLDEST:
        pytest.skip(f"the SQLite of this Python is {sqlite3.sqlite_version}")
    found = read_by_python(path)
    assert found == read_by_us(path, list(found))
    journal = {"journal_operation", "journal_entry", "journal_about", "journal_head", "journal_file", "journal_open"}
    assert {*entities, *journal, "content", "search_key"} <= found.keys()
    filled = {*entities, "journal_operation", "journal_entry", "journal_head", "journal_file"}
    assert [name for name in sorted(filled) if not found[name]] == []


def test_a_new_file_with_the_sample_in_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "muestra.enlace"
    with new_file(path, None, clock=lambda: TODAY) as store:
        build_sample(store, TODAY)
    compare(path, {each.name for each in present_tables()})


def test_a_file_whose_passphrase_was_taken_away_is_read(tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    with new_file(path, "cuatro palabras que valen", clock=lambda: TODAY) as store:
        store.set_passphrase(None)
    compare(path, {"body", "theme"})


@pytest.mark.parametrize("packed", FILES)
def test_every_released_file_is_read_once_it_is_brought_up_to_date(packed: Path, tmp_path: Path) -> None:
    path = unpack(packed, tmp_path)
    held = counted(path)
    open_for(path, present()).close()
    compare(path, {each.name for each in present_tables() if each.name in held})


def test_a_file_of_a_schema_to_come_is_read(tmp_path: Path) -> None:
    path, step = unpack(OLD_FILES[-1], tmp_path), made_up(tmp_path, 1)
    open_for(path, step.schema).close()
    compare(path, {each.name for each in step.schema.tables})
