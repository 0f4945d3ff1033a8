"""What the operation that is open has written so far, for whoever checks it before it ends."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from db.journal.reading import read_change
from db.journal.tables import entries, open_operation


def columns_written(connection: Connection, table: str, row_id: str) -> frozenset[str]:
    """Return the columns of a row that the open operation has filled or changed; none without an operation."""
    found = connection.execute(
        select(entries.c.kind, entries.c.before, entries.c.after)
        .join(open_operation, open_operation.c.operation == entries.c.operation)
        .where(entries.c.entity == table, entries.c.row_id == row_id)
    )
    changes = [read_change(*row) for row in found]
    return frozenset(name for each in changes for name in (*each.before, *each.after))


def rows_written(connection: Connection) -> Mapping[str, Sequence[str]]:
    """Return the keys of all rows that the open operation has written so far, by their tables, also of those gone."""
    wrote = select(entries.c.entity, entries.c.row_id).distinct()
    found = connection.execute(wrote.join(open_operation, open_operation.c.operation == entries.c.operation))
    rows: dict[str, list[str]] = defaultdict(list)
    for entity, key in sorted((each.entity, each.row_id) for each in found):
        rows[entity].append(key)
    return rows
