"""An operation recorded: opened upon what came before it, folded and signed when it ends."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, delete, func, insert, literal_column, select, update

from db.changes import Changes
from db.journal.digests import SIGNED, entry_digest, operation_digest
from db.journal.owners import note_owners
from db.journal.reading import Change, Values, differences, filled, net_change, read_change, translate, written
from db.journal.shape import RowKey, Shape
from db.journal.tables import (
    DIGEST_SIZE,
    EntryKind,
    OperationKind,
    entries,
    heads,
    open_operation,
    operations,
)
from db.keys import new_key
from db.titles import Title

_MILLISECONDS = 16
"""Bits of a stamp below the milliseconds: the operations of one millisecond are counted there."""
_ENTRIES_AT_ONCE = 500
"""How many entries are held at once: tens of thousands make Python look through all of its objects for what to free."""


@dataclass(frozen=True, slots=True)
class Made:
    """Who makes an operation, on which device, and when."""

    by: str
    device: str
    at: datetime


def begin(
    connection: Connection,
    shape: Shape,
    title: Title,
    made: Made,
    *,
    kind: OperationKind = OperationKind.DO,
    reverses: Sequence[str] = (),
) -> int:
    """Open an operation in the transaction of `connection` and give its number."""
    above = connection.execute(
        select(operations.c.id, operations.c.stamp).join(heads, heads.c.operation == operations.c.number),
    ).all()
    now = int(made.at.timestamp() * 1000) << _MILLISECONDS
    said, names = title.stored()
    values = {
        "id": new_key(),
        "device": made.device,
        "author": made.by,
        "made_at": made.at,
        "title": said,
        "names": names,
        "kind": kind.value,
        "reverses": as_list(reverses) if reverses else None,
        "stamp": max([now, *(each.stamp + 1 for each in above)]),
        "schema": shape.schema,
        "parents": as_list(sorted(each.id for each in above)),
        "digest": bytes(DIGEST_SIZE),
    }
    done = connection.execute(insert(operations).values(values))
    number = int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0
    connection.execute(insert(open_operation).values(operation=number))
    return number


def as_list(ids: Iterable[str]) -> str:
    """Return ids of operations as an operation holds them."""
    return json.dumps(list(ids), separators=(",", ":"))


def finish(connection: Connection, shape: Shape, number: int, title: Title, *, stands_empty: bool = False) -> Changes:
    """Close the operation and give what it touched; one that changed nothing leaves no trace.

    With `stands_empty` it stays in the journal all the same: an undo that found all done says that it was asked.
    """
    connection.execute(delete(open_operation))
    found = _read(connection, number)
    if found.repeat_a_row:
        _fold_repeated(connection, shape, number)
        found = _read(connection, number)
    if _mark_again(connection, shape, number):
        found = _read(connection, number)
    if not found.digests and not stands_empty:
        connection.execute(delete(operations).where(operations.c.number == number))
        return Changes(title=title)
    note_owners(connection, shape, number, found.keys)
    _sign(connection, number, found.digests)
    connection.execute(delete(heads))
    connection.execute(insert(heads).values(operation=number))
    if not found.digests:
        return Changes(title=title)
    return Changes(number, title, found.touched(*EntryKind), found.touched(EntryKind.GONE))


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of an operation: their digests in their order, and by table and kind the keys of their rows."""

    digests: Sequence[bytes]
    keys: Mapping[tuple[str, str], set[str]]

    @property
    def repeat_a_row(self) -> bool:
        """Whether several are of one row."""
        return len(set().union(*self.keys.values())) < len(self.digests)

    def touched(self, *kinds: EntryKind) -> dict[str, frozenset[str]]:
        """Return by table the keys of the rows that entries of these kinds are of."""
        found: dict[str, frozenset[str]] = {}
        for (entity, kind), keys in self.keys.items():
            if kind in kinds:
                found[entity] = found.get(entity, frozenset()) | keys
        return found


def _read(connection: Connection, number: int) -> _Entries:
    said = "SELECT entity, kind, row_id, digest FROM journal_entry WHERE operation = ? ORDER BY number"
    digests: list[bytes] = []
    keys: dict[tuple[str, str], set[str]] = {}
    for block in connection.exec_driver_sql(said, (number,)).partitions(_ENTRIES_AT_ONCE):
        digests += map(itemgetter(3), block)
        for said_of, rows in groupby(block, key=itemgetter(0, 1)):
            keys.setdefault(said_of, set()).update(map(itemgetter(2), rows))
    return _Entries(digests, keys)


def _fold_repeated(connection: Connection, shape: Shape, number: int) -> None:
    """Let one entry say of each row what several of the operation come to."""
    repeated = (
        select(entries.c.row_id)
        .where(entries.c.operation == number)
        .group_by(entries.c.row_id)
        .having(func.count() > 1)
    )
    found = connection.execute(
        select(entries)
        .where(entries.c.operation == number, entries.c.row_id.in_(repeated))
        .order_by(entries.c.row_id, entries.c.number),
    ).all()
    for (row_id, entity), rows in groupby(found, key=lambda row: (row.row_id, row.entity)):
        mine = list(rows)
        net = net_change(shape.by_name[entity], (read_change(row.kind, row.before, row.after) for row in mine))
        gone = [row.number for row in (mine if net is None else mine[1:])]
        connection.execute(delete(entries).where(entries.c.number.in_(gone)))
        if net is not None:
            _rewrite(connection, mine[0].number, (entity, row_id), net)


def _rewrite(connection: Connection, number: int, key: RowKey, change: Change) -> None:
    kind = change.kind.value
    before = written(change.before) if change.kind is not EntryKind.MADE else None
    after = written(change.after) if change.kind is not EntryKind.GONE else None
    new = {"kind": kind, "before": before, "after": after, "digest": entry_digest(*key, kind, before, after)}
    connection.execute(update(entries).where(entries.c.number == number).values(new))


def _mark_again(connection: Connection, shape: Shape, number: int) -> bool:
    """Let a row that is made with a key known before come again: its entry says only what differs from what it was.

    Say whether there was one. The kind stands in the words of the question: by a value that is bound, the engine does
    not find the index of what went.
    """
    went = entries.alias()
    gone = went.c.kind == literal_column(f"'{EntryKind.GONE.value}'")
    found = connection.execute(
        select(entries, func.max(went.c.number).label("went"))
        .join_from(entries, went, (went.c.row_id == entries.c.row_id) & gone)
        .where(entries.c.operation == number, entries.c.kind == EntryKind.MADE.value, went.c.operation < number)
        .group_by(entries.c.number),
    ).all()
    for row in found:
        made = read_change(row.kind, row.before, row.after).after
        old, new = differences(shape.by_name[row.entity], _as_it_went(connection, shape, row.went), made)
        _rewrite(connection, row.number, (row.entity, row.row_id), Change(EntryKind.AGAIN, old, new))
    return bool(found)


def _as_it_went(connection: Connection, shape: Shape, entry: int) -> Values:
    """Return what a row held when it went, as the entry with this number says, in the words of the present schema."""
    last = connection.execute(
        select(entries.c.entity, entries.c.before, operations.c.schema)
        .join(operations, operations.c.number == entries.c.operation)
        .where(entries.c.number == entry),
    ).one()
    went = read_change(EntryKind.GONE, last.before, None)
    return filled(translate(shape, last.schema, last.entity, went)[1].before)


def _sign(connection: Connection, number: int, digests: Sequence[bytes]) -> None:
    """Write the digest of the operation, which chains it to its parents."""
    above = connection.execute(
        select(operations.c.digest).join(heads, heads.c.operation == operations.c.number).order_by(operations.c.id),
    ).scalars()
    said = connection.exec_driver_sql(
        f"SELECT {', '.join(SIGNED)} FROM journal_operation WHERE number = ?", (number,)
    ).one()
    signature = operation_digest(list(said), above.all(), digests)
    connection.execute(update(operations).where(operations.c.number == number).values(digest=signature))
