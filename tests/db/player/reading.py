"""A file as the player looks at it: its rows, its operations, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from db import search, sorting
from db.fields import Field, Kind
from db.journal.reading import Change, Values, filled, read_change, translate
from db.journal.settling import mismatches
from db.journal.shape import RowKey, Shape
from db.journal.tables import EntryKind
from db.store import Store

TEXTS = (Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.PHONE, Kind.WEB)
"""The kinds of field whose values are searched."""

State = Mapping[RowKey, Values]
"""Every row of every journaled table, without what is empty in it and without its key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an operation did to one row, in the words of the present schema."""

    row: RowKey
    change: Change


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the journal with its entries."""

    number: int
    id: str
    kind: str
    reverses: tuple[str, ...]
    entries: Sequence[Entry]


def rows_of(connection: Connection, shape: Shape) -> State:
    """Return all rows of the journaled tables."""
    found: dict[RowKey, Values] = {}
    for table in shape.tables:
        listed = ", ".join(f'"{name}"' for name in table.columns)
        for key, *values in connection.exec_driver_sql(f'SELECT id, {listed} FROM "{table.name}"'):
            found[table.name, key] = filled(dict(zip(table.columns, values, strict=True)))
    return found


def state_of(store: Store) -> State:
    """Return all rows of a file."""
    with store.reading() as session:
        return rows_of(session.connection(), store.shape)


def journal_of(store: Store) -> list[Operation]:
    """Return all operations of a file in their order."""
    import json

    entries: dict[int, list[Entry]] = {}
    with store.reading() as session:
        connection = session.connection()
        for row in connection.exec_driver_sql(
            "SELECT operation, schema, entity, row_id, journal_entry.kind, before, after FROM journal_entry "
            "JOIN journal_operation ON journal_operation.number = operation ORDER BY journal_entry.number",
        ):
            change = read_change(row[4], row[5], row[6])
            entity, change = translate(store.shape, row[1], row[2], change)
            entries.setdefault(row[0], []).append(Entry((entity, row[3]), change))
        found = connection.exec_driver_sql("SELECT number, id, kind, reverses FROM journal_operation ORDER BY number")
        return [
            Operation(number, id, kind, tuple(json.loads(reverses or "[]")), entries.get(number, []))
            for number, id, kind, reverses in found
        ]


def last_number(store: Store) -> int:
    """Return the number of the last operation, 0 when there is none."""
    with store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT max(number) FROM journal_operation")
        return int(found.scalar() or 0)


def taken_back(journal: Sequence[Operation]) -> set[int]:
    """Return the numbers of the operations that an undo took back which itself stands."""
    gone = set[str]()
    for each in reversed(journal):
        gone |= set(each.reverses) if each.id not in gone else set()
    return {each.number for each in journal if each.id in gone}


def faults_of(store: Store) -> list[str]:
    """Return what is wrong with a file: its journal, its references, its search and its folded names."""
    with store._connection(writes=True) as connection:  # noqa: SLF001 - below what a session shows
        shape, tables = store.shape, store.schema.plain_tables
        found = [f"journal: {each}" for each in mismatches(connection, shape)]
        found += [f"foreign key: {tuple(each)}" for each in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        found += [f"search: {count}" for count in [search.missing(connection, tables)] if count]
        found += [f"folded: {count}" for count in [sorting.stale_keys(connection, tables)] if count]
        return found


def false_words(shape: Shape, journal: Sequence[Operation]) -> list[str]:
    """Return the entries that do not go on from what those before them say of their rows.

    A row is made once, and comes again when it went; what changes or goes held what the entry says that it held.
    """
    lives: dict[RowKey, Values] = {}
    went: dict[RowKey, Values] = {}
    found = []
    for each in journal:
        rows = [entry.row for entry in each.entries]
        found += [f"{each.number}: {row} twice" for row in rows if rows.count(row) > 1]
        for entry in each.entries:
            columns = shape.by_name[entry.row[0]].unit_of
            before = {name: value for name, value in entry.change.before.items() if name in columns}
            held = lives.pop(entry.row, None)
            was = held if held is not None else went.pop(entry.row, None)
            goes = entry.change.kind is EntryKind.GONE
            known = filled(was or {}) if goes else {name: (was or {}).get(name) for name in before}
            if entry.change.kind is not _kind_after(held, was, goes=goes) or before != known:
                found.append(f"{each.number}: {entry}, but it was {was}")
            after = {name: value for name, value in entry.change.after.items() if name in columns}
            (went if goes else lives)[entry.row] = {**(was or {}), **after}
    return found


def _kind_after(held: Values | None, was: Values | None, *, goes: bool) -> EntryKind:
    if held is not None:
        return EntryKind.GONE if goes else EntryKind.CHANGED
    return EntryKind.MADE if was is None else EntryKind.AGAIN


def false_finds(store: Store, state: State) -> list[str]:
    """Return the searched rows of which the index says another thing than the row: its texts in their order."""
    with store.reading() as session:
        found = session.connection().exec_driver_sql(
            "SELECT source_id, title, body FROM search_key JOIN search_index ON search_index.rowid = number"
        )
        indexed = {source: (title or "", body) for source, title, body in found}
    wrong = []
    for table in search.searched(store.schema.plain_tables):
        fields = [(each.name, each.info.get("field")) for each in table.columns]
        names = [name for name, field in fields if isinstance(field, Field) and field.kind in TEXTS]
        for (entity, key), values in state.items() if names else ():
            if entity != table.name:
                continue
            titles = [name for name in table.info["facts"].named_by if name in names] or names[:1]
            texts = {name: str(values.get(name) or "") for name in (*titles, *names)}
            said = (
                " ".join(texts[name] for name in titles),
                " ".join(texts[name] for name in names if name not in titles),
            )
            if indexed.get(key) != said:
                wrong.append(f"{entity}/{key}: {indexed.get(key)}, but {said}")
    return wrong


def lost_references(state: State, shape: Shape) -> list[tuple[RowKey, RowKey]]:
    """Return the rows that refer to a row that is not there, also where no foreign key watches, as of a file."""
    return [
        (key, target)
        for key, values in state.items()
        for target in shape.by_name[key[0]].targets(values)
        if target not in state
    ]
