"""What was deleted and is not there: found again by its last entry, with what went together with it."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, exists, func, select, text

from db.journal import story
from db.journal.reading import Values, filled
from db.journal.references import Living
from db.journal.shape import RowKey, Shape
from db.journal.story import Entry
from db.journal.tables import KEYS_AT_ONCE, EntryKind, entries, operations

_IS_GONE = text("journal_entry.kind = 'D'")
"""Written out, since a partial index is not found for a value that is bound."""


def deleted(
    connection: Connection, shape: Shape, tables: Iterable[str], limit: int, below: int | None = None
) -> list[Entry]:
    """Return what was deleted from `tables` and is not there, the entry that took each away, the newest first.

    `below` goes on after the entry with that number. What went with a record that it referred to comes back with it
    and is left out, and so is what went because its making was undone, which nobody deleted.
    """
    # Without an order, since with one the engine walks through all entries instead of the index of those that went.
    went = connection.execute(select(entries.c.number).where(_IS_GONE)).scalars()
    numbers = sorted((each for each in went if below is None or each < below), reverse=True)
    named, found = list(shape.once_called(tables)), list[Entry]()
    for start in range(0, len(numbers), KEYS_AT_ONCE):
        found += _of_block(connection, shape, named, numbers[start : start + KEYS_AT_ONCE])
        if len(found) >= limit:
            break
    return found[:limit]


def _of_block(connection: Connection, shape: Shape, tables: Sequence[str], numbers: Sequence[int]) -> list[Entry]:
    later = entries.alias()
    statement = select(entries).where(
        entries.c.number.in_(numbers),
        entries.c.entity.in_(tables),
        ~exists().where(later.c.row_id == entries.c.row_id, later.c.number > entries.c.number),
    )
    found = story.read_entries(connection, shape, statement, newest_first=True)
    undone = _made_undone(connection, {entry.operation for entry in found})
    return [entry for entry in found if entry.operation not in undone and not _went_with(connection, shape, entry)]


def _made_undone(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Return those of the operations that are an undo and no redo."""
    done = story.titles(connection, KEYS_AT_ONCE, where=[operations.c.number.in_(list(numbers))])
    return {each.number for each in done if each.is_undo and not each.is_redo}


def _went_with(connection: Connection, shape: Shape, entry: Entry) -> bool:
    """Tell whether the operation deleted a record too that the row referred to."""
    keys = {row_id for _, row_id in shape.by_name[entry.entity].targets(entry.change.before)}
    return bool(keys and _gone_among(connection, entry.operation, keys))


def _gone_among(connection: Connection, operation: int, keys: Iterable[str]) -> set[str]:
    chosen = select(entries.c.row_id).where(
        entries.c.operation == operation, entries.c.row_id.in_(list(keys)), entries.c.kind == EntryKind.GONE.value
    )
    return set(connection.execute(chosen).scalars())


def with_it(connection: Connection, shape: Shape, operation: int, row_id: str) -> set[str]:
    """Return the keys of a row that an operation deleted and of all that it deleted with it: parts, links and files."""
    went = [
        (each.row_id, {key for _, key in shape.by_name[each.entity].targets(each.change.before)})
        for each in story.of_operation(connection, shape, operation)
        if each.change.kind is EntryKind.GONE and each.entity in shape.by_name
    ]
    found, before = {row_id}, 0
    while len(found) > before:
        before = len(found)
        found |= {key for key, referred in went if referred & found}
    return found


def left_behind(connection: Connection, shape: Shape, row_id: str) -> dict[str, int]:
    """Return the rows, each with the operation that deleted it, that `row_id` kept away and that can come with it now.

    They are parts and links of records that came back while it was gone, as the seat of a city on a body.
    """
    later, living = entries.alias(), Living(connection, shape)
    named = select(entries).where(
        _IS_GONE,
        entries.c.before.contains(row_id, autoescape=True),
        ~exists().where(later.c.row_id == entries.c.row_id, later.c.number > entries.c.number),
    )
    found: dict[str, int] = {}
    for entry in story.read_entries(connection, shape, named):
        others = {key for key in shape.by_name[entry.entity].targets(entry.change.before) if key[1] != row_id}
        went = _gone_among(connection, entry.operation, (key for _, key in others))
        if went and all(living.has(key) for key in others):
            found[entry.row_id] = entry.operation
    return found


def held(connection: Connection, shape: Shape, keys: Iterable[RowKey]) -> dict[RowKey, Values]:
    """Return what rows hold, or held when they went, without what is empty; what nothing is known of is left out."""
    by_table: dict[str, list[str]] = {}
    for table, row_id in keys:
        if table in shape.by_name:
            by_table.setdefault(table, []).append(row_id)
    found: dict[RowKey, Values] = {}
    for table, ids in by_table.items():
        for start in range(0, len(ids), KEYS_AT_ONCE):
            block = ids[start : start + KEYS_AT_ONCE]
            living = dict(_living(connection, shape, table, block))
            gone = _as_they_went(connection, shape, [key for key in block if (table, key) not in living])
            found |= living | dict(gone)
    return found


def _living(connection: Connection, shape: Shape, table: str, ids: Sequence[str]) -> Iterator[tuple[RowKey, Values]]:
    columns = ", ".join(f'"{name}"' for name in ("id", *shape.by_name[table].columns))
    marks = ", ".join("?" * len(ids))
    found = connection.exec_driver_sql(f'SELECT {columns} FROM "{table}" WHERE id IN ({marks})', tuple(ids))
    for row in found.mappings():
        yield (table, str(row["id"])), filled({name: row[name] for name in shape.by_name[table].columns})


def _as_they_went(connection: Connection, shape: Shape, ids: Sequence[str]) -> Iterator[tuple[RowKey, Values]]:
    last = select(func.max(entries.c.number)).where(_IS_GONE, entries.c.row_id.in_(ids)).group_by(entries.c.row_id)
    for each in story.read_entries(connection, shape, select(entries).where(entries.c.number.in_(last))):
        yield (each.entity, each.row_id), each.change.before
