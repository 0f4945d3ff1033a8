"""The columns and tables that the migrations after 0006 are made of, as they were when those migrations were written.

Frozen: a released migration calls this module and must make for ever what it made then. What a later schema wants
otherwise goes into a new module beside this one. Nothing here looks at the entities, which go on changing.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable, SchemaItem

KEY_LENGTH = 32

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    },
)
"""How indexes and constraints are named when nobody names them."""

FILLED = "filled"
"""In the info of a column: its index holds only the rows in which it is filled."""


def key() -> sa.Column[str]:
    """Return the key of a record."""
    return sa.Column("id", sa.String(KEY_LENGTH), primary_key=True, nullable=False)


def folded_key(name: str) -> sa.Column[str]:
    """Return the column that holds a name folded, which triggers fill; its index with the key is declared beside it."""
    return sa.Column(name, sa.String(300))


def position() -> sa.Column[int]:
    """Return the place of a row among those of its list."""
    return sa.Column("position", sa.Integer(), nullable=False)


def reference(name: str, target: str, *, required: bool = False) -> sa.Column[str]:
    """Return the column `name` with the key of a record of the table `target`, looked after when a change is kept.

    Its index holds every row when it is required, else those in which it is filled.
    """
    to = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(
        name, sa.String(KEY_LENGTH), to, nullable=not required, index=required, info={FILLED: not required}
    )


def make_table(name: str, *parts: SchemaItem, **options: Any) -> None:  # noqa: ANN401 - they are of SQLAlchemy's kinds
    """Make the table `name` of columns, checks and indexes; those without a name are named by NAMES.

    `options` are SQLAlchemy's own, such as `sqlite_with_rowid=False`.
    """
    table = sa.Table(name, _metadata(), *parts, **options)
    _stand_in_for_targets(table, table.columns)
    op.execute(CreateTable(table))
    for column in table.columns:
        if column.info.get(FILLED):
            _filled_index(column)
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        op.execute(CreateIndex(index))


def make_link_table(owner: str, target: str) -> None:
    """Make the table of links between many `owner` and many `target`; the key of a link derives from both sides."""
    sides = (reference(f"{each}_id", each, required=True) for each in (owner, target))
    make_table(f"{owner}_{target}", key(), *sides)


def add_column(table: str, column: sa.Column[Any], *, checks: Mapping[str, str] = MappingProxyType({})) -> None:
    """Add a column to a table that is there, with its index, its reference and the `checks` that speak of it, by name.

    One that may not be empty needs a `server_default`, which the rows that are there receive.
    """
    held = sa.Table(table, _metadata(), column)
    _stand_in_for_targets(held, [column])
    said = [str(CreateColumn(column).compile(dialect=op.get_bind().dialect))]
    for each in column.foreign_keys:
        target, _, its_key = each.target_fullname.partition(".")
        when = " DEFERRABLE INITIALLY DEFERRED" if each.deferrable else ""
        said.append(f"CONSTRAINT fk_{table}_{column.name} REFERENCES {target} ({its_key}){when}")
    said += [f"CONSTRAINT ck_{table}_{name} CHECK ({check})" for name, check in checks.items()]
    _alter(table, f"ADD COLUMN {' '.join(said)}")
    if column.info.get(FILLED):
        _filled_index(column)
    for index in held.indexes:
        op.execute(CreateIndex(index))


def rename_column(table: str, old: str, new: str) -> None:
    """Rename a column; indexes and checks that speak of it follow, under the names that they had."""
    _alter(table, f"RENAME COLUMN {old} TO {new}")


def fill_column(table: str, column: str, value: str | int) -> None:
    """Write `value` into a column of all rows of a table."""
    op.execute(sa.table(table, sa.column(column)).update().values({column: value}))


def rename_record_type(table: str, column: str, old: str, new: str) -> None:
    """Write `new` wherever `column` of `table` says that a record is of the table `old`."""
    rows = sa.table(table, sa.column(column, sa.String()))
    op.execute(rows.update().where(rows.c[column] == old).values({column: new}))


def _metadata() -> sa.MetaData:
    return sa.MetaData(naming_convention=NAMES)


def _stand_in_for_targets(table: sa.Table, columns: Iterable[sa.Column[Any]]) -> None:
    """Declare what `columns` refer to, so far as it takes to write the reference."""
    for name in {each.target_fullname for column in columns for each in column.foreign_keys}:
        target, _, its_key = name.partition(".")
        if target != table.name:
            sa.Table(target, table.metadata, sa.Column(its_key, sa.String(KEY_LENGTH)), extend_existing=True)


def _filled_index(column: sa.Column[Any]) -> None:
    sa.Index(None, column, sqlite_where=column.is_not(None))


def _alter(table: str, change: str) -> None:
    op.get_bind().exec_driver_sql(f"ALTER TABLE {table} {change}")
