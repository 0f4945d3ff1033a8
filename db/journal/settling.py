"""Settling: what the operations say of each row, held against what the tables hold."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from db.journal.reading import Values, filled, read_change, replay, translate
from db.journal.shape import Journaled, Shape
from db.journal.tables import EntryKind
from db.journal.triggers import row_as_json
from db.progress import Progress, ignore_progress

_read = json.JSONDecoder().raw_decode
_BLOCK = 4_000
"""How many rows are compared at a time."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row that is not what the operations say: `wanted` by them, `now` in its table, None where there is none."""

    entity: str
    row_id: str
    wanted: Values | None
    now: Values | None


class _Entry(NamedTuple):
    row_id: str
    entity: str
    kind: str
    after: str | None
    operation: int


def mismatches(connection: Connection, shape: Shape, progress: Progress = ignore_progress) -> Iterator[Mismatch]:
    """Return each row of each table that is not what the operations say of it, in the order of the keys."""
    total = connection.exec_driver_sql("SELECT count(*) FROM journal_entry").scalar_one() or 1
    schemas = _older(connection, shape)
    seen, low = 0, ""
    for block in _blocks(connection):
        high = block[-1][0].row_id
        yield from _compared(shape, schemas, block, _stored(connection, shape, low, high))
        seen, low = seen + sum(map(len, block)), high
        progress(seen / total)
    yield from _compared(shape, schemas, [], _stored(connection, shape, low, None))


def _older(connection: Connection, shape: Shape) -> dict[int, int]:
    """Return the schema of each operation that was made before what is translated, by its number."""
    newest = max((each.schema for each in shape.translations), default=0)
    found = connection.exec_driver_sql("SELECT number, schema FROM journal_operation WHERE schema < ?", (newest,))
    return {number: schema for number, schema in found}  # noqa: C416 - a row is no pair to the type checker


def _blocks(connection: Connection) -> Iterator[list[list[_Entry]]]:
    """Return the entries in blocks of whole rows, in the order of the keys."""
    found = connection.exec_driver_sql(
        "SELECT row_id, entity, kind, after, operation FROM journal_entry ORDER BY row_id, number",
    )
    block: list[list[_Entry]] = []
    for _, entries in groupby(map(_Entry._make, found), key=lambda entry: entry.row_id):
        block.append(list(entries))
        if len(block) == _BLOCK:
            yield block
            block = []
    if block:
        yield block


def _stored(connection: Connection, shape: Shape, low: str, high: str | None) -> dict[tuple[str, str], str]:
    """Return the rows whose key is above `low` and up to `high`, as JSON, by table and key."""
    bounds, given = ("id > ?", (low,)) if high is None else ("id > ? AND id <= ?", (low, high))
    return {
        (table.name, key): row
        for table in shape.tables
        for key, row in connection.exec_driver_sql(
            f'SELECT id, {row_as_json(table, "now")} FROM "{table.name}" AS now WHERE {bounds}', given
        )
    }


def _compared(
    shape: Shape, schemas: Mapping[int, int], rows: Sequence[Sequence[_Entry]], stored: dict[tuple[str, str], str]
) -> Iterator[Mismatch]:
    for entries in rows:
        last = entries[-1]
        if (
            last.operation not in schemas
            and _is_as_made(entries)
            and stored.get((last.entity, last.row_id)) == last.after
        ):
            del stored[last.entity, last.row_id]
            continue
        entity, wanted = _settled(shape, schemas, entries)
        now = stored.pop((entity, last.row_id), None)
        values = None if now is None else json.loads(now)
        if entity in shape.by_name and _known(shape.by_name[entity], wanted) != values:
            yield Mismatch(entity, last.row_id, wanted, values)
    for (entity, key), now in stored.items():
        yield Mismatch(entity, key, None, json.loads(now))


def _is_as_made(entries: Sequence[_Entry]) -> bool:
    """Tell whether a row was made and never changed, as most were."""
    return len(entries) == 1 and entries[0].kind == EntryKind.MADE.value


def _settled(shape: Shape, schemas: Mapping[int, int], entries: Sequence[_Entry]) -> tuple[str, Values | None]:
    """Give, of all entries of one row, its table and what the row comes to in the present schema."""
    entity = entries[-1].entity
    if entries[0].operation not in schemas:  # nor is any that came after it
        return entity, _replayed(entries)
    changes = []
    for entry in entries:
        change = read_change(entry.kind, None, entry.after)
        if entry.operation in schemas:
            entity, change = translate(shape, schemas[entry.operation], entry.entity, change)
        changes.append(change)
    return entity, replay(changes)


def _replayed(entries: Sequence[_Entry]) -> Values | None:
    """Do what `replay` does, without making a change of each entry: a file has a million of them."""
    values: Values = {}
    for _, _, kind, after, _ in entries:
        if kind == EntryKind.MADE.value:
            values = _read(after or "{}")[0]
        elif after is not None:
            values.update(_read(after)[0])
    return None if entries[-1].kind == EntryKind.GONE.value else filled(values)


def _known(table: Journaled, values: Values | None) -> Values | None:
    """Return the columns that the table has; an entry may speak of one that was dropped since."""
    return None if values is None else {name: value for name, value in values.items() if name in table.unit_of}
