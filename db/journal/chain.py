"""The chain of operations verified: an image, a title or an operation that was altered by another hand is seen."""

import json
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, select

from db.journal.digests import SIGNED, entry_digest, operation_digest
from db.journal.tables import heads, operations
from db.progress import Progress, ignore_progress


def broken(connection: Connection, progress: Progress = ignore_progress) -> Iterator[int]:
    """Return the numbers of the operations that are not as they were signed, or whose parents are not there.

    The heads of the file are checked too: 0 stands for them.
    """
    digests: dict[str, bytes] = {}
    childless: dict[str, int] = {}
    entries = _digests_of_entries(connection)
    mine = next(entries, None)
    last = connection.execute(select(operations.c.number).order_by(operations.c.number.desc())).scalar() or 1
    last_id = ""
    said = f"SELECT number, digest, {', '.join(SIGNED)} FROM journal_operation ORDER BY number"
    for number, digest, *fields in connection.exec_driver_sql(said):
        whole, signed = True, []
        while mine is not None and mine[0] <= number:
            whole, signed = mine[1] is not None and mine[0] == number, mine[1] or []
            mine = next(entries, None)
        # In a straight line the parent is the operation before, which needs no reading.
        key, parents = fields[0], [last_id] if fields[-1] == f'["{last_id}"]' else json.loads(fields[-1])
        above = [digests[parent] for parent in parents if parent in digests]
        if not whole or len(above) < len(parents) or operation_digest(fields, above, signed) != digest:
            yield number
        digests[key], last_id = digest, key
        childless[key] = number
        for parent in parents:
            childless.pop(parent, None)
        if number % 1000 == 0:
            progress(number / last)
    if set(connection.execute(select(heads.c.operation)).scalars()) != set(childless.values()) or mine is not None:
        yield 0


def _digests_of_entries(connection: Connection) -> Iterator[tuple[int, list[bytes] | None]]:
    """Give, of each operation with entries, their digests in their order; None when one is not as it was signed."""
    found = connection.exec_driver_sql(
        "SELECT operation, entity, row_id, kind, before, after, digest FROM journal_entry ORDER BY number",
    )
    for number, rows in groupby(found, key=lambda row: row[0]):
        stored: list[bytes] | None = []
        for _, entity, row_id, kind, before, after, digest in rows:
            if stored is not None and entry_digest(entity, row_id, kind, before, after) == digest:
                stored.append(digest)
            else:
                stored = None
        yield number, stored
