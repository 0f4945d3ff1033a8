"""The schema that a file has, as SQLite itself tells it: two that are alike here are alike in all that a row meets.

Alembic compares neither checks nor the rows that an index holds, so both schemas are read from a file instead: the
one that the migrations make, and the one that the declared tables make. The names of constraints are left out, which
SQLite cannot change; the order of columns is left out too, since a column that is added comes last.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from alembic import command
from sqlalchemy import Connection, Inspector, MetaData, inspect

from db import sqlite
from db.schema import Schema, configuration

NOT_DECLARED = ("alembic_version", "search_index", "sqlite_")
"""How the tables begin that Alembic, the search and SQLite keep for themselves."""

Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """A column; `default` is the SQL of what it holds when nothing else is said."""

    name: str
    type: str
    empty: bool
    default: str | None


@dataclass(frozen=True, slots=True)
class ReferenceShape:
    """A foreign key: from which column to the key of which table, and when it is looked after."""

    column: str
    target: str
    rule: str


@dataclass(frozen=True, slots=True)
class IndexShape:
    """An index; `where` is the SQL of the rows that it holds, empty for all."""

    name: str
    columns: Columns
    unique: bool
    where: str


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table; `options` are those behind its columns, such as WITHOUT ROWID."""

    name: str
    columns: Mapping[str, ColumnShape]
    key: Columns
    references: frozenset[ReferenceShape]
    checks: frozenset[str]
    unique: frozenset[Columns]
    indexes: frozenset[IndexShape]
    options: frozenset[str]

    def renamed(self, tables: Mapping[str, str], columns: Mapping[str, str]) -> "TableShape":
        """Return the table as it is called after tables and columns of its own got other names; indexes keep theirs."""

        def called(names: Columns) -> Columns:
            return tuple(columns.get(name, name) for name in names)

        return TableShape(
            tables.get(self.name, self.name),
            {each.name: each for old in self.columns.values() for each in [replace(old, name=called((old.name,))[0])]},
            called(self.key),
            frozenset(
                ReferenceShape(called((each.column,))[0], tables.get(each.target, each.target), each.rule)
                for each in self.references
            ),
            frozenset(_renamed_in(each, columns) for each in self.checks),
            frozenset(map(called, self.unique)),
            frozenset(
                replace(each, columns=called(each.columns), where=_renamed_in(each.where, columns))
                for each in self.indexes
            ),
            self.options,
        )


SchemaShape = Mapping[str, TableShape]
"""The tables of a schema by their names."""


def read_shape(connection: Connection) -> SchemaShape:
    """Return the schema of the file of `connection`."""
    said = "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    made: dict[str, list[str]] = {}
    for name, statement in connection.exec_driver_sql(f"{said} ORDER BY tbl_name, type DESC, name"):
        if not name.startswith(NOT_DECLARED):
            made.setdefault(name, []).append(statement)
    return {name: _table(name, tuple(statements)) for name, statements in made.items()}


def declared_shape(metadata: MetaData) -> SchemaShape:
    """Return the schema that the tables of `metadata` make."""
    with scratch() as connection:
        metadata.create_all(connection)
        return read_shape(connection)


def migrated_shape(schema: Schema) -> SchemaShape:
    """Return the schema that the migrations of `schema` make."""
    with scratch() as connection:
        command.upgrade(configuration(connection, schema), "head")
        return read_shape(connection)


@contextmanager
def scratch() -> Iterator[Connection]:
    """Give a connection to an empty file that goes away, with the foreign keys out of force as in every migration."""
    with tempfile.TemporaryDirectory() as folder:
        engine = sqlite.make_engine(Path(folder) / "scratch.enlace", None, foreign_keys=False)
        try:
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
        finally:
            engine.dispose()


@lru_cache(maxsize=1_000)
def _table(name: str, statements: tuple[str, ...]) -> TableShape:
    """Return the shape of the table and the indexes that `statements` make, read from a file in which they stand alone.

    It is kept: of two schemas that are compared nearly all tables are alike, and to ask for one takes many questions.
    """
    with scratch() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        return _shape_of(connection, inspect(connection), name, statements[0])


def _shape_of(connection: Connection, told: Inspector, name: str, statement: str) -> TableShape:
    columns = {
        each["name"]: ColumnShape(each["name"], str(each["type"]), each["nullable"], each["default"])
        for each in told.get_columns(name)
    }
    return TableShape(
        name,
        columns,
        tuple(told.get_pk_constraint(name)["constrained_columns"]),
        frozenset(_references(connection, name, statement)),
        frozenset(plain_sql(each["sqltext"]) for each in told.get_check_constraints(name)),
        frozenset(tuple(map(str, each["column_names"])) for each in told.get_unique_constraints(name)),
        frozenset(_indexes(told, name)),
        frozenset(re.findall(r"AUTOINCREMENT|WITHOUT ROWID", statement)),
    )


def _references(connection: Connection, table: str, statement: str) -> Iterator[ReferenceShape]:
    """Return the foreign keys; whether one waits for the end is said by the statement alone that made the table."""
    for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")').mappings():
        said = rf'\b{row["from"]}"?\)?[^,()]*(?:\(\d+\)[^,()]*)?REFERENCES "?{row["table"]}"? \("?\w+"?\)([^,()]*)'
        found = re.search(said, statement)
        rule = f"{row['on_update']}, {row['on_delete']}{', DEFERRABLE' if found and 'DEFERRED' in found[1] else ''}"
        yield ReferenceShape(row["from"], row["table"], rule)


def _indexes(told: Inspector, table: str) -> Iterator[IndexShape]:
    for each in told.get_indexes(table):
        where = each.get("dialect_options", {}).get("sqlite_where", "")
        columns = tuple(map(str, each["column_names"]))
        yield IndexShape(str(each["name"]), columns, bool(each["unique"]), plain_sql(str(where)))


def plain_sql(text: str) -> str:
    """Return SQL without what SQLite does not care about: line ends, and quotes that a name does not need."""
    return re.sub(r"\s+", " ", re.sub(r'"(\w+)"', r"\1", text)).strip()


def _renamed_in(text: str, columns: Mapping[str, str]) -> str:
    return re.sub(r"\w+", lambda word: columns.get(word[0], word[0]), text)
