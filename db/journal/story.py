"""What was done: the operations of a file, the entries of a record, and what undo and redo would take."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, or_, select

from db.journal.reading import Change, read_change, translate
from db.journal.shape import Shape
from db.journal.tables import EntryKind, OperationKind, about, entries, operations
from db.titles import Title


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as a history shows it; `rows` counts the rows it touched.

    `reverses` are the ids of the operations that it took back; `undone` says whether an undo that stands took it back.
    """

    number: int
    id: str
    title: Title
    author: str
    device: str
    made_at: datetime
    kind: OperationKind
    reverses: tuple[str, ...]
    rows: int = 0
    undone: bool = False
    is_redo: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What an operation did to one row, in the words of the present schema."""

    number: int
    operation: int
    entity: str
    row_id: str
    change: Change


def latest(connection: Connection, limit: int | None, *, where: Sequence[ColumnElement[bool]] = ()) -> list[Operation]:
    """Give the last `limit` operations for which all of `where` holds, the newest first."""
    found = connection.execute(
        select(operations).where(*where).order_by(operations.c.number.desc()).limit(limit),
    ).all()
    numbers = [row.number for row in found]
    counted = connection.execute(
        select(entries.c.operation, func.count()).where(entries.c.operation.in_(numbers)).group_by(entries.c.operation),
    )
    rows: dict[int, int] = {number: count for number, count in counted}  # noqa: C416 - of the rows that were found
    undone = taken_back(connection, min(numbers, default=0))
    reversed_ones = {each for row in found for each in _ids(row.reverses)}
    kinds = connection.execute(select(operations.c.id).where(operations.c.id.in_(reversed_ones), _IS_UNDO)).scalars()
    undos = set(kinds)
    return [_operation(row, rows.get(row.number, 0), undone, undos) for row in found]


_IS_UNDO = operations.c.kind == OperationKind.UNDO.value


def _operation(row: Row[Any], rows: int, undone: Container[str], undos: Container[str]) -> Operation:
    reverses = _ids(row.reverses)
    return Operation(
        row.number,
        row.id,
        Title.read(row.title, row.names),
        row.author,
        row.device,
        row.made_at,
        OperationKind(row.kind),
        reverses,
        rows,
        undone=row.id in undone,
        is_redo=bool(reverses) and all(each in undos for each in reverses),
    )


def _ids(written: str | None) -> tuple[str, ...]:
    return tuple(json.loads(written)) if written else ()


def taken_back(connection: Connection, since: int = 0) -> set[str]:
    """Give the ids of the operations that an undo made from `since` on took back and that itself stands."""
    found = connection.execute(
        select(operations.c.id, operations.c.reverses)
        .where(_IS_UNDO, operations.c.number >= since)
        .order_by(operations.c.number.desc()),
    )
    gone: set[str] = set()
    for row in found:
        if row.id not in gone:
            gone.update(_ids(row.reverses))
    return gone


def _newest_first(connection: Connection) -> Iterator[tuple[Row[Any, Any, Any, Any], bool]]:
    """Give the operations, the newest first, each with whether it stands."""
    columns = (operations.c.number, operations.c.id, operations.c.kind, operations.c.reverses)
    gone: set[str] = set()
    for row in connection.execute(select(*columns).order_by(operations.c.number.desc())):
        stands = row.id not in gone
        if stands:
            gone.update(_ids(row.reverses))
        yield row, stands


def next_undo(connection: Connection) -> int | None:
    """Give the number of the change that undo would take back: the last one that stands; None when there is none."""
    for row, stands in _newest_first(connection):
        if stands and row.kind == OperationKind.DO.value:
            return int(row.number)
    return None


def next_redo(connection: Connection) -> int | None:
    """Give the number of the undo that redo would take back: the last one that stands, if nothing was changed since."""
    for row, stands in _newest_first(connection):
        if row.kind != OperationKind.UNDO.value:
            return None
        if stands and not _only_undos(connection, _ids(row.reverses)):
            return int(row.number)
    return None


def _only_undos(connection: Connection, ids: Sequence[str]) -> bool:
    """Say whether all of these operations are undos: to take back those alone is to redo."""
    count = connection.execute(select(func.count()).where(operations.c.id.in_(ids), _IS_UNDO)).scalar_one()
    return count == len(ids)


def ids_of(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """Give the ids of the operations with these numbers, in their order."""
    wanted = select(operations.c.id).where(operations.c.number.in_(list(numbers))).order_by(operations.c.number)
    return list(connection.execute(wanted).scalars())


def by_number(connection: Connection, numbers: Iterable[int]) -> list[Operation]:
    """Give the operations with these numbers, the newest first."""
    return latest(connection, None, where=[operations.c.number.in_(set(numbers))])


def title_of(connection: Connection, number: int) -> Title:
    """Give the title of the operation `number`."""
    found = connection.execute(
        select(operations.c.title, operations.c.names).where(operations.c.number == number)
    ).one()
    return Title.read(found.title, found.names)


def of_operation(connection: Connection, shape: Shape, number: int, limit: int | None = None) -> list[Entry]:
    """Give the first `limit` entries of an operation, in their order."""
    return _entries(connection, shape, select(entries).where(entries.c.operation == number).limit(limit))


def of_record(connection: Connection, shape: Shape, record_id: str) -> list[Entry]:
    """Give the entries of a record, its parts, its links from both sides and its files, in their order."""
    belonging = select(about.c.entry).where(about.c.record_id == record_id)
    where = or_(entries.c.row_id == record_id, entries.c.number.in_(belonging))
    return _entries(connection, shape, select(entries).where(where))


def _entries(connection: Connection, shape: Shape, statement: Select[Any]) -> list[Entry]:
    found = connection.execute(
        statement.add_columns(operations.c.schema)
        .join(operations, operations.c.number == entries.c.operation)
        .order_by(entries.c.number),
    )
    read = []
    for row in found:
        written = read_change(row.kind, row.before, row.after)
        entity, change = translate(shape, row.schema, row.entity, written)
        read.append(Entry(row.number, row.operation, entity, row.row_id, change))
    return read


def deleted(connection: Connection, shape: Shape, tables: Iterable[str], limit: int) -> list[Entry]:
    """Give what somebody deleted from `tables` and is not there, the entry that took each away, the newest first."""
    later = entries.alias()
    statement = (
        select(entries)
        .where(
            entries.c.kind == EntryKind.GONE.value,
            entries.c.entity.in_(list(tables)),
            operations.c.kind == OperationKind.DO.value,
            ~exists().where(later.c.row_id == entries.c.row_id, later.c.number > entries.c.number),
        )
        .limit(limit)
    )
    return _entries(connection, shape, statement)
