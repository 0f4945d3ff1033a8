"""Who refers to whom: the questions that an undo asks the tables before it lets a row go or come."""

from collections.abc import Iterable

from sqlalchemy import Connection

from db.journal.shape import Journaled, Reference, RowKey, Shape
from db.journal.tables import KEYS_AT_ONCE


class Living:
    """Which rows are there; each is asked for once."""

    def __init__(self, connection: Connection, shape: Shape) -> None:
        """Look in the tables of `shape`."""
        self._connection = connection
        self._shape = shape
        self._known: dict[RowKey, bool] = {}

    def has(self, key: RowKey) -> bool:
        """Tell whether the row is there; of a table that this version does not know, it is believed."""
        if key not in self._known:
            table, row_id = key
            found = (
                table not in self._shape.by_name
                or self._connection.exec_driver_sql(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,)).first()
            )
            self._known[key] = bool(found)
        return self._known[key]


class Referring:
    """Which columns of which rows refer to the rows that would go: `users` by the row that they refer to."""

    def __init__(self, connection: Connection, shape: Shape, going: Iterable[RowKey]) -> None:
        """Ask once for all of `going`."""
        self.users: dict[RowKey, list[tuple[str, str, str]]] = {}
        by_table: dict[str, list[str]] = {}
        for table, row_id in going:
            by_table.setdefault(table, []).append(row_id)
        for table, keys in by_table.items():
            for referring, reference in shape.referring_to(table):
                for start in range(0, len(keys), KEYS_AT_ONCE):
                    self._ask(connection, table, keys[start : start + KEYS_AT_ONCE], (referring, reference))

    def _ask(self, connection: Connection, table: str, keys: list[str], column: tuple[Journaled, Reference]) -> None:
        referring, reference = column
        of_table = f"AND \"{reference.entity_column}\" = '{table}'" if reference.entity_column else ""
        not_gone = f'AND "{reference.called_column}" IS NULL' if reference.called_column else ""
        found = connection.exec_driver_sql(
            f'SELECT id, "{reference.column}" FROM "{referring.name}" '
            f'WHERE "{reference.column}" IN ({", ".join("?" * len(keys))}) {of_table} {not_gone}',
            tuple(keys),
        )
        for row_id, key in found:
            self.users.setdefault((table, key), []).append((referring.name, row_id, reference.column))
