"""The undo of one operation whose rows nobody touched since, set by set: an import of thousands goes at once.

This module speaks the JSON of SQLite; without it, every undo is carried out row by row.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from db.journal.shape import Journaled, Reference, Shape
from db.journal.tables import EntryKind

_MINE = "FROM journal_entry AS mine WHERE mine.operation = {number} AND mine.entity = '{table}'"


def untouched(connection: Connection, shape: Shape, number: int) -> bool:
    """Tell whether the operation can be undone by sets: its rows are as it left them and no reference would be lost."""
    schema = connection.exec_driver_sql("SELECT schema FROM journal_operation WHERE number = ?", (number,)).scalar()
    if schema is None or any(int(schema) < each.schema for each in shape.translations):
        return False
    last = connection.exec_driver_sql("SELECT max(number) FROM journal_entry WHERE operation = ?", (number,)).scalar()
    if last is None:
        return False
    later = (
        "SELECT 1 FROM journal_entry AS mine JOIN journal_entry AS later "
        "ON later.row_id = mine.row_id AND later.number > ? WHERE mine.operation = ? LIMIT 1"
    )
    if connection.exec_driver_sql(later, (last, number)).first() is not None:
        return False
    kinds = _kinds(connection, number)
    tables = [table for table in shape.tables if table.name in kinds]
    with _going(connection, number):
        return len(tables) == len(kinds) and not any(
            connection.exec_driver_sql(question).first() is not None
            for table in tables
            for question in _lost(shape, table, number, kinds[table.name])
        )


def count_made(connection: Connection, number: int) -> dict[str, int]:
    """Return, by table, how many rows the operation made."""
    made = "SELECT entity, count(*) FROM journal_entry WHERE operation = ? AND kind IN ('C', 'R') GROUP BY entity"
    return {str(entity): int(count) for entity, count in connection.exec_driver_sql(made, (number,))}


def _kinds(connection: Connection, number: int) -> dict[str, set[str]]:
    """Return, of each table that the operation touched, the kinds of what it did to its rows."""
    found: dict[str, set[str]] = {}
    said = "SELECT DISTINCT entity, kind FROM journal_entry WHERE operation = ?"
    for entity, kind in connection.exec_driver_sql(said, (number,)):
        found.setdefault(entity, set()).add(kind)
    return found


@contextmanager
def _going(connection: Connection, number: int) -> Iterator[None]:
    """Lay the keys of the rows that the operation made in a table of their own, which all the questions look into.

    A key is of one row whatever its table, so none is said beside it.
    """
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.going")
    connection.exec_driver_sql("CREATE TEMP TABLE going (row_id TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO going SELECT row_id FROM journal_entry "
        "WHERE operation = ? AND kind IN ('C', 'R') ORDER BY row_id",
        (number,),
    )
    yield
    connection.exec_driver_sql("DROP TABLE going")


def _tables(connection: Connection, shape: Shape, number: int) -> list[Journaled]:
    """Return the tables that the operation touched, what is referred to first."""
    found = connection.exec_driver_sql("SELECT DISTINCT entity FROM journal_entry WHERE operation = ?", (number,))
    touched = set(found.scalars())
    return [table for table in shape.tables if table.name in touched]


def _lost(shape: Shape, table: Journaled, number: int, kinds: set[str]) -> Iterator[str]:
    """Return the questions whose answer is a reference that would lead nowhere."""
    for referring, reference in shape.referring_to(table.name) if kinds & {EntryKind.MADE, EntryKind.AGAIN} else ():
        of_table = f"AND \"{reference.entity_column}\" = '{table.name}'" if reference.entity_column else ""
        not_gone = f'AND "{reference.called_column}" IS NULL' if reference.called_column else ""
        yield (
            f'SELECT 1 FROM "{referring.name}" WHERE "{reference.column}" IN (SELECT row_id FROM going) '
            f"{of_table} {not_gone} AND id NOT IN (SELECT row_id FROM going) LIMIT 1"
        )
    for reference in table.references if kinds != {EntryKind.MADE} else ():
        yield from _missing(shape, table, reference, number)


def _missing(shape: Shape, table: Journaled, reference: Reference, number: int) -> Iterator[str]:
    """Ask for rows that would refer again to one that is not there and does not come back with them."""
    called = f"AND mine.before ->> '$.{reference.called_column}' IS NULL" if reference.called_column else ""
    for target in [reference.target] if reference.target else list(shape.by_name):
        key = f"mine.before ->> '$.{reference.column}'"
        of_target = f"AND mine.before ->> '$.{reference.entity_column}' = '{target}'" if not reference.target else ""
        yield (
            f"SELECT 1 {_MINE.format(number=number, table=table.name)} AND mine.kind <> 'C' {of_target} {called} "
            f'AND {key} IS NOT NULL AND {key} NOT IN (SELECT id FROM "{target}") '
            f"AND {key} NOT IN (SELECT row_id FROM journal_entry "
            f"WHERE operation = {number} AND entity = '{target}' AND kind = 'D') LIMIT 1"
        )


def reverse(connection: Connection, shape: Shape, number: int) -> None:
    """Take back what the operation did, in the operation that is open: made rows go, others are as they were."""
    tables = _tables(connection, shape, number)
    with _net(connection, number):
        for table in reversed(tables):
            connection.exec_driver_sql(
                f'DELETE FROM "{table.name}" WHERE id IN '
                f"(SELECT row_id FROM net WHERE entity = '{table.name}' AND kind IN ('C', 'R'))",
            )
        for table in tables:
            _change_back(connection, table)
            _bring_back(connection, table)


@contextmanager
def _net(connection: Connection, number: int) -> Iterator[None]:
    """Lay the entries of the operation in a table of their own, which is found by row."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.net")
    connection.exec_driver_sql(
        "CREATE TEMP TABLE net AS SELECT entity, row_id, kind, before, "
        "CASE kind WHEN 'U' THEN (SELECT group_concat(key) FROM json_each(before)) END AS columns "
        "FROM journal_entry WHERE operation = ?",
        (number,),
    )
    connection.exec_driver_sql("CREATE INDEX temp.net_row ON net (entity, row_id)")
    yield
    connection.exec_driver_sql("DROP TABLE net")


def _change_back(connection: Connection, table: Journaled) -> None:
    """Return changed rows back what they held, those that changed in the same columns together."""
    mine = f"FROM net WHERE entity = '{table.name}' AND kind = 'U' AND columns = ?"
    found = connection.exec_driver_sql(
        f"SELECT DISTINCT columns FROM net WHERE entity = '{table.name}' AND kind = 'U'",
    )
    for columns in list(found.scalars()):
        names = [name for name in str(columns).split(",") if name in table.unit_of]
        if names:
            listed, values = _columns_and_values(names)
            connection.exec_driver_sql(
                f'UPDATE "{table.name}" SET ({listed}) = (SELECT {values} {mine} AND row_id = "{table.name}".id) '
                f"WHERE id IN (SELECT row_id {mine})",
                (columns, columns),
            )


def _bring_back(connection: Connection, table: Journaled) -> None:
    listed, values = _columns_and_values(table.columns)
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" (id, {listed}) SELECT row_id, {values} '
        f"FROM net WHERE entity = '{table.name}' AND kind = 'D'",
    )


def _columns_and_values(names: list[str] | tuple[str, ...]) -> tuple[str, str]:
    listed = ", ".join(f'"{name}"' for name in names)
    return listed, ", ".join(f"before ->> '$.{name}'" for name in names)
