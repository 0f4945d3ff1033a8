"""What the operation that is open has written so far, for whoever checks it before it ends."""

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
