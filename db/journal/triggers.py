"""The triggers that write what every change did, and refuse one that is made outside an operation.

This module is SQLite's; another engine writes the same entries by triggers of its own.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from db.journal.digests import FUNCTION
from db.journal.shape import Journaled, Unit

OUTSIDE = "change outside an operation"
"""What the trigger says when it refuses a change."""

FIXED = "a key and a link are never changed"
"""What the trigger says when it refuses to change the key of a row, or a row that links two others."""

_REFUSE_OUTSIDE = f"SELECT RAISE(ABORT, '{OUTSIDE}') WHERE NOT EXISTS (SELECT 1 FROM journal_open);"


def install(connection: Connection, tables: Iterable[Journaled]) -> None:
    """Make the triggers of `tables` anew; run after every migration."""
    for table in tables:
        for event, body in (("INSERT", _made(table)), ("UPDATE", _changed(table)), ("DELETE", _gone(table))):
            connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "journal_{table.name}_{event.lower()}"')
            watched = _watched(table) if event == "UPDATE" else ""
            connection.exec_driver_sql(
                f'CREATE TRIGGER "journal_{table.name}_{event.lower()}" AFTER {event}{watched} ON "{table.name}" '
                f"BEGIN {_REFUSE_OUTSIDE} {body}; END",
            )


def _watched(table: Journaled) -> str:
    return " OF " + ", ".join(f'"{name}"' for name in ("id", *table.columns))


def row_as_json(table: Journaled, row: str) -> str:
    """Return the SQL of a row of `table`, called `row`, as an entry holds it: without its key and what is empty."""
    return "json_patch('{}', json_object(" + ", ".join(f"'{name}', {row}.\"{name}\"" for name in table.columns) + "))"


def _entry(table: Journaled, kind: str, row: str, images: str) -> str:
    """Return the statement that writes an entry; `images` selects what it says before (b) and after (a)."""
    return (
        "INSERT INTO journal_entry (operation, entity, row_id, kind, before, after, digest) "
        f"SELECT operation, '{table.name}', {row}.id, '{kind}', b, a, "
        f"{FUNCTION}('{table.name}', {row}.id, '{kind}', b, a) FROM journal_open, ({images}) WHERE quiet = 0"
    )


def _made(table: Journaled) -> str:
    # The limit keeps the engine from making the image twice, once for the entry and once for its digest.
    return _entry(table, "C", "NEW", f"SELECT NULL AS b, {row_as_json(table, 'NEW')} AS a LIMIT 1")


def _gone(table: Journaled) -> str:
    return _entry(table, "D", "OLD", f"SELECT {row_as_json(table, 'OLD')} AS b, NULL AS a LIMIT 1")


def _changed(table: Journaled) -> str:
    if table.is_link:
        return f"SELECT RAISE(ABORT, '{FIXED}')"
    words = " UNION ALL ".join(_words(unit) for unit in table.units)
    counted = f"SELECT json_group_object(n, o) AS b, json_group_object(n, w) AS a, count(*) AS c FROM ({words})"
    entry = _entry(table, "U", "NEW", f"SELECT b, a FROM ({counted}) WHERE c > 0")
    return f"SELECT RAISE(ABORT, '{FIXED}') WHERE OLD.id IS NOT NEW.id; {entry}"


def _words(unit: Unit) -> str:
    """Return what a unit says before and after, a row a column, when any of its columns differs."""
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in unit)
    return " UNION ALL ".join(
        f'SELECT \'{name}\' AS n, OLD."{name}" AS o, NEW."{name}" AS w WHERE {differs}' for name in unit
    )
