"""A migration yet to be written, made up of each kind of change on each kind of record, over every released file."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from app.records.attachments import attach_content
from app.records.editing import delete_records
from db.checking import check
from db.failures import StoreFailure
from db.journal import gone, story
from db.journal.shape import Journaled
from db.schema import Schema, present
from db.store import Store
from db.titles import Title
from tests.db.player.game import different
from tests.db.player.made_up import MadeUp, made_up_schema
from tests.db.player.reading import State, journal_of, state_of
from tests.db.test_schema import OLD_FILES
from tests.make import TODAY, add, add_city

OUTERMOST = (OLD_FILES[0], OLD_FILES[-1])
"""Files of the oldest and of the present schema: those between come by the same way, and all are opened elsewhere."""

THIRDS = range(3)
"""A third of the kinds of record is renamed in each of as many made-up migrations."""

WHOLE = ((OUTERMOST[0], 0), (OUTERMOST[1], 1), (OUTERMOST[1], 2))
"""Each of the two files and each third at least once: the oldest file is at the present schema before it is renamed."""

FILES = [
    pytest.param(packed, id=packed.name, marks=() if packed in OUTERMOST else pytest.mark.soak) for packed in OLD_FILES
]
"""All released files: those between the outermost are for `make soak`."""

NEWEST = [
    pytest.param(packed, id=packed.name, marks=() if packed == OLD_FILES[-1] else pytest.mark.soak)
    for packed in OLD_FILES
]
"""As above, where only the last migration is asked about: of the way there test_schema has one that fails."""

FILES_AND_THIRDS = [
    pytest.param(packed, third, id=f"{packed.name}-{third}", marks=() if (packed, third) in WHOLE else pytest.mark.soak)
    for packed in OLD_FILES
    for third in THIRDS
]
"""Each released file with each third: what is not tried in each run is for `make soak`."""


def unpack(packed: Path, folder: Path) -> Path:
    """Return a released file as it was."""
    path = folder / "vieja.enlace"
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    return path


def open_for(path: Path, schema: Schema) -> Store:
    """Open a file for a schema."""
    return Store.open(path, clock=lambda: TODAY, author="Ana", made_for=schema)


def made_up(folder: Path, third: int, *, fails: bool = False) -> MadeUp:
    """Make up the migration that renames a third of the tables, always the same for one third."""
    return made_up_schema(folder / "migrations", Random(third), third=third, fails=fails)  # noqa: S311 - as above


def held(packed: Path, folder: Path) -> State:
    """Return what a released file holds in the present schema."""
    folder.mkdir()
    with open_for(unpack(packed, folder), present()) as store:
        return state_of(store)


def step_by_step(store: Store, back: Callable[[], object], limit: int) -> list[State]:
    """Return what the file holds after each of the last operations was taken back, the present first."""
    states = [state_of(store)]
    for _ in range(limit):
        try:
            back()
        except StoreFailure:
            break
        states.append(state_of(store))
    return states


def undo_each(store: Store) -> None:
    """Undo each operation of which nothing stays, and that undo at once: all is as before."""
    before, count = state_of(store), 0
    for number in [each.number for each in journal_of(store) if each.kind != "start"]:
        if store.plan_undo([number]).stays:
            continue
        done = store.undo_operations([number], Title("Deshacer")).operation
        if done is not None:
            store.undo_operations([done], Title("Deshacer"))
            assert different(state_of(store), before) == set(), number
            count += 1
    assert count


@pytest.mark.parametrize(("packed", "third"), FILES_AND_THIRDS)
def test_a_made_up_migration_leaves_an_old_file_whole(packed: Path, third: int, tmp_path: Path) -> None:
    path, migration = unpack(packed, tmp_path), made_up(tmp_path, third)
    before = path.read_bytes()
    with open_for(path, migration.schema) as store:
        copies = [each for each in tmp_path.glob("*.enlace") if each != path]
        assert [each.read_bytes() for each in copies] == [before]
        assert store.schema_version() == present().latest_version() + 1
        assert check(store) == []
        assert state_of(store) == migration.state(held(packed, tmp_path / "present"))
        states = step_by_step(store, store.undo, 20)
        assert len(states) >= 5
        for state in reversed(states[:-1]):
            store.redo()
            assert state_of(store) == state
        undo_each(store)
        assert check(store) == []
    with open_for(path, migration.schema):
        assert [each for each in tmp_path.glob("*.enlace") if each != path] == copies


@pytest.mark.parametrize("packed", FILES)
def test_history_is_read_in_the_words_of_the_schema_that_came(packed: Path, tmp_path: Path) -> None:
    path, migration = unpack(packed, tmp_path), made_up(tmp_path, 0)
    with open_for(path, migration.schema) as store:
        known = {
            table.name: {*table.columns, migration.remade[old].dropped}
            for old, table in _by_old_name(migration).items()
        }
        entries = [entry for each in journal_of(store) for entry in each.entries]
        assert len(entries) > 500
        for entry in entries:
            assert {*entry.change.before, *entry.change.after} <= known[entry.row[0]], entry
        with store.reading() as session:
            for row in {table: key for table, key in state_of(store)}.items():  # noqa: C416 - one row of each table
                assert story.of_record(session.connection(), store.shape, row[1]), row


def _by_old_name(migration: MadeUp) -> dict[str, Journaled]:
    return {old: migration.schema.shape.by_name[each.name] for old, each in migration.remade.items()}


@pytest.mark.parametrize("third", THIRDS)
def test_what_was_deleted_before_a_table_was_renamed_is_brought_back(store: Store, third: int, tmp_path: Path) -> None:
    city, theme = add_city(store, "Azul"), add(store, "theme", name="Agua")
    person = add(store, "person", name="Luz Modelo", notes="dos")
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "person", person, "nota.txt", b"uno")
    before = state_of(store)
    for entity, key in (("municipality", city), ("theme", theme), ("person", person)):
        delete_records(store, entity, [key])
    path = store.path
    store.close()
    migration = made_up(tmp_path, third)
    with open_for(path, migration.schema) as later:
        tables = [each.name for each in later.shape.tables]
        with later.reading() as session:
            connection = session.connection()
            went = gone.deleted(connection, later.shape, tables, 99)
            rows = {each.operation: gone.with_it(connection, later.shape, each.operation, each.row_id) for each in went}
        assert set().union(*rows.values()) == {key for _, key in before}
        for number, keys in rows.items():
            later.bring_back([number], keys, Title("Recuperar"))
        assert state_of(later) == migration.state(before)
        assert check(later) == []


@pytest.mark.parametrize("packed", NEWEST)
def test_a_made_up_migration_that_fails_leaves_an_old_file_as_it_was(packed: Path, tmp_path: Path) -> None:
    path, migration = unpack(packed, tmp_path), made_up(tmp_path, 0, fails=True)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            open_for(path, migration.schema)
        assert path.read_bytes() == before
        assert [each.read_bytes() for each in tmp_path.glob("*.enlace") if each != path] == [before]
    with open_for(path, present()) as store:
        assert check(store) == []


def test_no_kind_of_record_is_left_out(tmp_path: Path) -> None:
    migrations = [made_up(tmp_path, third) for third in THIRDS]
    plain = {each.name for each in present().tables if not each.is_link}
    renamed = {old for migration in migrations for old, each in migration.remade.items() if each.name != old}
    dropped = {old for migration in migrations for old, each in migration.remade.items() if each.dropped}
    columns = {old for migration in migrations for old, each in migration.remade.items() if each.columns}
    assert renamed == plain - {"document"}
    assert dropped == columns == plain
    assert all(any(each.changed for each in migration.remade.values()) for migration in migrations)
