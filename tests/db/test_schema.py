"""Older files are brought up to date after a verified copy, and the migrations make what the entities declare."""

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, create_mock_engine, inspect, text
from sqlalchemy.schema import CreateIndex, CreateTable

from app.records import history
from app.records.catalog import Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids, list_rows, read_record, search
from db import schema, sqlite
from db.base import Base
from db.checking import check
from db.failures import Reason, StoreFailure
from db.fields import Field
from db.journal import triggers
from db.journal.shape import Journaled, present_tables
from db.store import Store
from tests.make import CATALOG, add_city, open_store

ROOT = Path(__file__).parents[2]
OLD_FILES = sorted(
    (ROOT / "tests" / "old_files").glob("*.enlace.gz"), key=lambda path: int(path.name[1:].partition("-")[0])
)


def make_old(path: Path, revision: str) -> None:
    """Make a file as a version of the program that knew the migrations until `revision` left it, without triggers."""
    engine = sqlite.make_engine(path, None)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        command.upgrade(schema.configuration(connection, schema.present()), revision)
        connection.exec_driver_sql(
            "INSERT INTO municipality (id, created_at, changed_at, short_name, country) "
            "VALUES ('a', '2008-06-18 00:00:00', '2008-06-18 00:00:00', 'Canelones', 'UY')",
        )
    engine.dispose()


def triggers_of(store: Store) -> list[str]:
    """Return the names of the triggers of a file."""
    with store.reading() as session:
        return sorted(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))


def test_the_migrations_make_what_the_entities_declare(store: Store) -> None:
    with store._connection() as connection:  # noqa: SLF001 - the schema is below what a session shows
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    of_keys = ("remove_fk", "add_fk")  # of one that was added with its column the engine tells neither name nor when
    ours = [each for each in differences if "search_index" not in repr(each) and each[0] not in of_keys]
    assert ours == []


def test_the_references_of_a_file_are_those_that_the_entities_declare(store: Store) -> None:
    with store.reading() as session:
        for table in Base.metadata.sorted_tables:
            made = said(
                session.scalars(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table.name}).one()
            )
            kept = session.execute(text(f"PRAGMA foreign_key_list({table.name})")).all()
            wanted = {(each.parent.name, *each.target_fullname.split(".")) for each in table.foreign_keys}
            assert {(row[3], row[2], row[4]) for row in kept} == wanted, table.name
            for each in table.foreign_keys:
                target, _, its_key = each.target_fullname.partition(".")
                at_the_end = " DEFERRABLE INITIALLY DEFERRED" if each.deferrable else ""
                ends = f"REFERENCES {target} ({its_key}){at_the_end}"
                name = f"CONSTRAINT fk_{table.name}_{each.parent.name}"
                assert f"{name} {ends}" in made or f"{name} FOREIGN KEY({each.parent.name}) {ends}" in made, made


def test_the_checks_of_a_file_are_those_that_the_entities_declare(store: Store) -> None:
    with store.reading() as session:
        found = inspect(session.connection())
        for table in Base.metadata.sorted_tables:
            kept = {each["name"]: said(each["sqltext"]) for each in found.get_check_constraints(table.name)}
            checks = (each for each in table.constraints if isinstance(each, CheckConstraint))
            assert kept == {str(each.name): said(str(each.sqltext)) for each in checks}, table.name


def said(statement: str) -> str:
    """Return a statement on one line."""
    return " ".join(statement.split())


def test_a_file_keeps_its_journal_whatever_the_program_has_imported(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "sola.enlace"
    script = f"from pathlib import Path; from db.store import Store; Store.create(Path({str(path)!r})).close()"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    with open_store(path) as made:
        assert triggers_of(made) == triggers_of(store)
        add_city(made)
        assert len(history.operations(made)) == 1


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    make_old(path, "0004")
    before = path.read_bytes()
    with open_store(path) as store:
        assert store.schema_version() == schema.present().latest_version()
        assert [hit.title for hit in search(store, "canelones")] == ["Canelones"]
        add_city(store)
        assert check(store) == []
    copies = [each for each in tmp_path.iterdir() if each != path]
    assert [each.name for each in copies] == ["red - v4.enlace"]
    assert copies[0].read_bytes() == before


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "red.enlace"
    make_old(path, "0004")
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("db.search.rebuild", fail)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            open_store(path)
        assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["red - v4.enlace", "red.enlace"]


def test_an_upgrade_that_changes_what_the_history_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "red.enlace"
    make_old(path, "0004")
    before = path.read_bytes()
    install = triggers.install

    def meddle(connection: Connection, tables: Iterable[Journaled]) -> None:
        connection.exec_driver_sql("UPDATE municipality SET notes = 'a escondidas'")
        install(connection, tables)

    monkeypatch.setattr("db.schema.triggers.install", meddle)
    with pytest.raises(StoreFailure) as caught:
        open_store(path)
    assert (caught.value.reason, caught.value.detail) == (Reason.DAMAGED, "municipality/a")
    assert path.read_bytes() == before


def test_the_copy_is_kept_where_the_person_keeps_copies(tmp_path: Path) -> None:
    path, copies = tmp_path / "red.enlace", tmp_path / "copias"
    make_old(path, "0004")
    copies.mkdir()
    Store.open(path, copies=copies).close()
    assert [each.name for each in copies.iterdir()] == ["red - v4.enlace"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copias", "red.enlace"]


def test_a_copy_of_another_file_of_that_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    make_old(path, "0004")
    before = path.read_bytes()
    (tmp_path / "red - v4.enlace").write_bytes(b"otra")
    open_store(path).close()
    assert (tmp_path / "red - v4.enlace").read_bytes() == b"otra"
    assert (tmp_path / "red - v4 (2).enlace").read_bytes() == before


def test_there_is_an_old_file_of_every_released_schema() -> None:
    versions = {int(path.name.split("-")[0].removeprefix("v")) for path in OLD_FILES}
    assert schema.present().latest_version() in versions


@pytest.mark.parametrize("packed", OLD_FILES, ids=lambda path: path.name)
def test_every_released_file_still_opens_and_holds_what_its_schema_had(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / "vieja.enlace"
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    held = counted(path)
    with open_store(path) as store:
        assert check(store) == []
        for entity in CATALOG.stored:
            ids = list_ids(store, Query(entity))
            assert len(ids) == sum(held.get(name, 0) for name in store.shape.once_called([entity]))
            if ids:
                assert read_record(store, entity, ids[0]) is not None


@pytest.mark.parametrize("packed", OLD_FILES, ids=lambda path: path.name)
def test_every_released_file_has_each_kind_of_record_that_its_schema_had(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / "vieja.enlace"
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    held = counted(path)
    known = {name for entity in CATALOG for name in schema.present().shape.once_called([entity])}
    assert len(known & held.keys()) >= 18
    assert [name for name in sorted(known & held.keys()) if not held[name]] == []


@pytest.mark.parametrize(
    "packed", [each for each in OLD_FILES if each.name.startswith(("v5", "v8"))], ids=lambda path: path.name
)
def test_the_line_of_a_theme_becomes_text_and_its_history_with_it(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / "vieja.enlace"
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    with open_store(path) as store:
        ids = list_ids(store, Query("theme"))
        lines = [line for (line,) in list_rows(store, "theme", ("plan_line",), ids)]
        assert set(lines) == {"4", "6", "7"}
        save_record(store, Draft("theme", ids[lines.index("6")], {"plan_line": "10"}))
        store.undo()
        assert [line for (line,) in list_rows(store, "theme", ("plan_line",), ids)] == lines
        assert check(store) == []


def counted(path: Path) -> dict[str, int]:
    """Count the rows of each table of a file as it is, of whatever schema."""
    engine = sqlite.make_engine(path, None)
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        found = {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}
    engine.dispose()
    return found


def test_whole_numbers_have_64_bits_on_a_server_too() -> None:
    server = create_mock_engine("postgresql://", lambda *_: None).dialect
    whole = {
        f"{each.name}.{column.name}": column.type.compile(dialect=server)
        for each in present_tables()
        for column in each.table.columns
        if column.type.python_type is int
    }
    assert {"municipality.population", "experience.cost_minor", "theme.position"} <= whole.keys()
    assert set(whole.values()) == {"BIGINT"}


def test_the_bounds_of_a_field_are_the_check_of_its_column(store: Store) -> None:
    with store.reading() as session:
        tables = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all()
    made = {str(name): str(sql) for name, sql in tables}
    bounded = [
        (each.table.name, column)
        for each in present_tables()
        for column in each.table.columns
        if isinstance(column.info.get("field"), Field) and column.info["field"].bounds.check_of(column.name)
    ]
    assert len(bounded) >= 7
    for table, column in bounded:
        named = f"CONSTRAINT ck_{table}_{column.name} CHECK"
        checks = {str(each.sqltext) for each in column.table.constraints if isinstance(each, CheckConstraint)}
        is_checked = column.info.get("checked", True)
        assert (named in made[table]) == is_checked, f"{table}.{column.name}"
        assert (column.info["field"].bounds.check_of(column.name) in checks) == is_checked, f"{table}.{column.name}"


def test_the_tables_can_be_made_on_a_server_too() -> None:
    server = create_mock_engine("postgresql://", lambda *_: None).dialect
    made = [str(CreateTable(table).compile(dialect=server)) for table in Base.metadata.sorted_tables]
    assert not [statement for statement in made if "IS NOT NULL) +" in statement]


def test_an_index_is_of_the_same_rows_on_a_server() -> None:
    server = create_mock_engine("postgresql://", lambda *_: None).dialect
    made = {
        str(index.name): str(CreateIndex(index).compile(dialect=server))
        for table in Base.metadata.sorted_tables
        for index in table.indexes
    }
    assert made["ix_journal_entry_gone"].endswith("WHERE kind = 'D'")
    assert made["ix_contact_point_person_id"].endswith("WHERE person_id IS NOT NULL")
    assert "WHERE" not in made["ix_journal_entry_row"]
