"""What was done: the operations of a file, the entries of a record, and what undo and redo would take."""

import json
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, union

from db.journal.reading import Change, read_change, translate
from db.journal.shape import Shape
from db.journal.tables import KEYS_AT_ONCE, EntryKind, OperationKind, about, entries, operations
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
    """Return the last `limit` operations for which all of `where` holds, the newest first."""
    found = connection.execute(
        select(operations).where(*where).order_by(operations.c.number.desc()).limit(limit),
    ).all()
    return _read(connection, found, taken_back(connection, min((row.number for row in found), default=0)))


def by_number(connection: Connection, numbers: Iterable[int]) -> list[Operation]:
    """Return the operations with these numbers, the newest first; whether they were undone is not looked for."""
    wanted, found = sorted(numbers, reverse=True), list[Operation]()
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        chosen = select(operations).where(operations.c.number.in_(wanted[start : start + KEYS_AT_ONCE]))
        found += _read(connection, connection.execute(chosen.order_by(operations.c.number.desc())).all(), ())
    return found


def _read(connection: Connection, found: Sequence[Row[Any]], undone: Container[str]) -> list[Operation]:
    numbers = [row.number for row in found]
    counted = connection.execute(
        select(entries.c.operation, func.count()).where(entries.c.operation.in_(numbers)).group_by(entries.c.operation),
    )
    rows: dict[int, int] = {number: count for number, count in counted}  # noqa: C416 - of the rows that were found
    undos = undos_among(connection, {each for row in found for each in _ids(row.reverses)})
    return [_operation(row, rows.get(row.number, 0), undone, undos) for row in found]


@dataclass(frozen=True, slots=True)
class Titled:
    """An operation as far as its title goes."""

    number: int
    title: Title
    is_undo: bool
    is_redo: bool


def titles(connection: Connection, limit: int, *, where: Sequence[ColumnElement[bool]] = ()) -> list[Titled]:
    """Return the titles of the last `limit` operations for which all of `where` holds, the newest first."""
    columns = (operations.c.number, operations.c.title, operations.c.names, operations.c.kind, operations.c.reverses)
    found = connection.execute(select(*columns).where(*where).order_by(operations.c.number.desc()).limit(limit)).all()
    undos = undos_among(connection, {each for row in found for each in _ids(row.reverses)})
    return [
        Titled(
            row.number,
            Title.read(row.title, row.names),
            row.kind == OperationKind.UNDO.value,
            _is_redo(_ids(row.reverses), undos),
        )
        for row in found
    ]


def _is_redo(reverses: Sequence[str], undos: Container[str]) -> bool:
    return bool(reverses) and all(each in undos for each in reverses)


def undos_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return those of the operations with these ids that are undos."""
    wanted, found = sorted(ids), set[str]()
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        chosen = select(operations.c.id).where(operations.c.id.in_(wanted[start : start + KEYS_AT_ONCE]), _IS_UNDO)
        found |= set(connection.execute(chosen).scalars())
    return found


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
        is_redo=_is_redo(reverses, undos),
    )


def _ids(written: str | None) -> tuple[str, ...]:
    return tuple(json.loads(written)) if written else ()


def taken_back(connection: Connection, since: int = 0) -> set[str]:
    """Return the ids of the operations that an undo made from `since` on took back and that itself stands."""
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
    """Return the operations, the newest first, each with whether it stands."""
    columns = (operations.c.number, operations.c.id, operations.c.kind, operations.c.reverses)
    gone: set[str] = set()
    for row in connection.execute(select(*columns).order_by(operations.c.number.desc())):
        stands = row.id not in gone
        if stands:
            gone.update(_ids(row.reverses))
        yield row, stands


def next_undo(connection: Connection) -> int | None:
    """Return the number of the change that undo would take back: the last one that stands; None when there is none."""
    for row, stands in _newest_first(connection):
        if stands and row.kind == OperationKind.DO.value:
            return int(row.number)
    return None


def next_redo(connection: Connection) -> int | None:
    """Return the number of the undo that redo would take back: the last that stands, if nothing changed since."""
    for row, stands in _newest_first(connection):
        if row.kind != OperationKind.UNDO.value:
            return None
        if stands and not _only_undos(connection, _ids(row.reverses)):
            return int(row.number)
    return None


def _only_undos(connection: Connection, ids: Sequence[str]) -> bool:
    """Tell whether all of these are undos: what takes them back was a redo."""
    return len(undos_among(connection, ids)) == len(ids)


def ids_of(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """Return the ids of the operations with these numbers, in their order."""
    wanted, found = sorted(numbers), []
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        block = wanted[start : start + KEYS_AT_ONCE]
        chosen = select(operations.c.id).where(operations.c.number.in_(block)).order_by(operations.c.number)
        found += list(connection.execute(chosen).scalars())
    return found


def numbers_after(connection: Connection, number: int) -> list[int]:
    """Return the numbers of all operations after `number` that an undo may reach, undos among them."""
    later = select(operations.c.number).where(
        operations.c.number > number, operations.c.kind != OperationKind.START.value
    )
    return list(connection.execute(later.order_by(operations.c.number)).scalars())


def authors(connection: Connection) -> list[str]:
    """Return who wrote in the file, an empty text among them when somebody gave no name."""
    return list(connection.execute(select(operations.c.author).distinct()).scalars())


def title_of(connection: Connection, number: int) -> Title:
    """Return the title of the operation `number`."""
    found = connection.execute(
        select(operations.c.title, operations.c.names).where(operations.c.number == number)
    ).one()
    return Title.read(found.title, found.names)


def title_of_making(connection: Connection, row_id: str) -> Title | None:
    """Return the title of the operation that made a row; None of one that the journal does not know."""
    found = connection.execute(
        select(operations.c.title, operations.c.names)
        .join(entries, entries.c.operation == operations.c.number)
        .where(entries.c.row_id == row_id, entries.c.kind == EntryKind.MADE.value)
        .order_by(operations.c.number)
        .limit(1)
    ).one_or_none()
    return Title.read(found.title, found.names) if found is not None else None


def of_operation(connection: Connection, shape: Shape, number: int, limit: int | None = None) -> list[Entry]:
    """Return the first `limit` entries of an operation, in their order."""
    return read_entries(connection, shape, select(entries).where(entries.c.operation == number).limit(limit))


def of_record(connection: Connection, shape: Shape, record_id: str) -> list[Entry]:
    """Return the entries of a record, its parts, its links from both sides and its files, in their order."""
    belonging = select(about.c.entry).where(about.c.record_id == record_id)
    where = or_(entries.c.row_id == record_id, entries.c.number.in_(belonging))
    return read_entries(connection, shape, select(entries).where(where))


def read_entries(
    connection: Connection, shape: Shape, statement: Select[Any], *, newest_first: bool = False
) -> list[Entry]:
    """Return the entries that `statement` chooses among those of the journal, in their order."""
    number = entries.c.number.desc() if newest_first else entries.c.number
    found = connection.execute(
        statement.add_columns(operations.c.schema)
        .join(operations, operations.c.number == entries.c.operation)
        .order_by(number),
    )
    read = []
    for row in found:
        written = read_change(row.kind, row.before, row.after)
        entity, change = translate(shape, row.schema, row.entity, written)
        read.append(Entry(row.number, row.operation, entity, row.row_id, change))
    return read


def of_rows(connection: Connection, shape: Shape, number: int, rows: Collection[str]) -> list[Entry]:
    """Return what an operation did to the records with the keys `rows` and to what belongs to them, in its order."""
    found: dict[int, Entry] = {}
    wanted = sorted(rows)
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        block = wanted[start : start + KEYS_AT_ONCE]
        belonging = select(about.c.entry).where(about.c.record_id.in_(block))
        for chosen in (entries.c.row_id.in_(block), entries.c.number.in_(belonging)):
            statement = select(entries).where(chosen, entries.c.operation == number)
            found |= {each.number: each for each in read_entries(connection, shape, statement)}
    return [found[at] for at in sorted(found)]


def last_changes(connection: Connection, ids: Collection[str]) -> dict[str, tuple[datetime, int]]:
    """Return when each of the records `ids` was changed last, in UTC, and how many operations have touched it.

    A change of its parts, its links or its files is one of it too; a record that the journal does not know is left out.
    """
    found: dict[str, tuple[datetime, int]] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        block = wanted[start : start + KEYS_AT_ONCE]
        own = select(entries.c.row_id.label("record"), entries.c.operation).where(entries.c.row_id.in_(block))
        belonging = (
            select(about.c.record_id.label("record"), entries.c.operation)
            .join(entries, entries.c.number == about.c.entry)
            .where(about.c.record_id.in_(block))
        )
        touched = union(own, belonging).subquery()
        done = (
            select(touched.c.record, func.max(operations.c.made_at), func.count())
            .join(operations, operations.c.number == touched.c.operation)
            .group_by(touched.c.record)
        )
        found |= {record: (made_at, count) for record, made_at, count in connection.execute(done)}
    return found


def count_rows(connection: Connection, number: int) -> int:
    """Count the rows that an operation touched."""
    return connection.execute(
        select(func.count()).select_from(entries).where(entries.c.operation == number)
    ).scalar_one()
