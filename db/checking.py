"""A file checked through and through."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection

from db import search, sorting
from db.journal import chain
from db.journal.settling import mismatches
from db.progress import Progress, ignore_progress
from db.schema import Schema
from db.store import Store


def check(store: Store, progress: Progress = ignore_progress) -> list[str]:
    """Check a file through and through and give what is wrong, a line each; empty when all is well.

    Looks at the pages, the foreign keys, the chain of the operations, the rows against what the operations say, the
    search index and the attached files.
    """
    with store._connection() as connection:  # noqa: SLF001 - the check is part of the store
        return list(_faults(connection, store.schema, progress))


def _faults(connection: Connection, schema: Schema, progress: Progress) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield str(said)
    progress(0.2)
    for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"foreign key: {table} {row} -> {target}"
    altered = len(list(chain.broken(connection, lambda done: progress(0.2 + 0.3 * done))))
    if altered:
        yield f"chain: {altered}"
    wrong = Counter(each.entity for each in mismatches(connection, schema.shape, lambda done: progress(0.5 + done / 2)))
    for table, count in wrong.items():
        yield f"journal: {table}, {count}"
    tables = schema.plain_tables
    missing = search.missing(connection, tables) + sorting.stale_keys(connection, tables)
    if missing:
        yield f"search index: {missing}"
    lost = connection.exec_driver_sql(
        "SELECT count(*) FROM document WHERE digest NOT IN (SELECT digest FROM content)",
    ).scalar_one()
    if lost:
        yield f"attached files: {lost}"
    progress(1)
