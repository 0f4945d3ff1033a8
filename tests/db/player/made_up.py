"""A schema after the present one, made up at random from the declared tables, and the migration that leads to it.

Of each kind of record the migration adds an optional column and one with a default, renames a column, drops one and
makes the table anew under a changed constraint; some tables get another name, and one column other values.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import CheckConstraint, Column, Connection, ForeignKey, MetaData, String, Table

from db.base import written_columns
from db.fields import Field, Kind
from db.journal.reading import Values
from db.journal.shape import Journaled, journaled
from db.schema import Schema, present
from db.translations import TRANSLATIONS, AddedColumn, ChangedValues, RenamedColumn, RenamedTable, Translation
from tests.db.player.reading import State

NOTE, STATE, PLAIN, MARK = "made_up_note", "made_up_state", "plain", "≈"
"""The columns that are added, what the second one holds in every row, and what stands before a changed value."""

NAMED_BY_THE_CHECK = frozenset({"document", "digest"})
"""What the check of attached files asks for by name: a migration that renames it has to change the check too."""

MIGRATION = '''"""Make what was made up."""

from alembic import op

from tests.db.player.made_up import carry_out

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """Go to this schema."""
    carry_out(op.get_bind(), {plan!r})
'''


@dataclass(frozen=True, slots=True)
class Remade:
    """What the migration does to one table: its later `name`, what its columns are called, which one is dropped."""

    table: Table
    name: str
    columns: Mapping[str, str]
    dropped: str = ""
    changed: str = ""

    def called(self, column: str) -> str:
        """Return what a column is called from then on."""
        return self.columns.get(column, column)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A schema that was made up, and what its migration does to each table, by the table's present name."""

    schema: Schema
    remade: Mapping[str, Remade]

    def state(self, before: State) -> State:
        """Return what a file holds after the migration, of what it held before."""
        return {
            (self.remade[table].name, key): self._row(self.remade[table], values)
            for (table, key), values in before.items()
        }

    def _row(self, each: Remade, values: Values) -> Values:
        entities = {column.info["entity"] for column in each.table.columns if "entity" in column.info}
        found: Values = {STATE: PLAIN}
        for name, value in values.items():
            if name != each.dropped:
                other = self.remade[str(value)].name if name in entities else value
                found[each.called(name)] = f"{MARK}{value}" if name == each.changed else other
        return found


def made_up_schema(folder: Path, random: Random, *, third: int = -1, fails: bool = False) -> MadeUp:
    """Make up a schema and write its migration into `folder`; with `fails` the migration raises when all is done.

    A third of the tables is renamed: the one with the number `third`, from 0 to 2, drawn when none is given.
    """
    migrations = present().migrations()
    remade = _remade(random, random.randrange(3) if third < 0 else third)
    folder.mkdir(exist_ok=True)
    revision = f"{len(migrations) + 1:04}"
    plan = json.dumps({"tables": [_as_plan(each) for each in remade.values()], "fails": fails})
    (folder / f"{revision}_made_up.py").write_text(
        MIGRATION.format(revision=revision, before=migrations[-1], plan=plan), encoding="utf-8"
    )
    translations = tuple(_translations(len(migrations) + 1, remade))
    schema = Schema(_tables(remade), (*present().folders, folder), (*TRANSLATIONS, *translations))
    return MadeUp(schema, remade)


def _remade(random: Random, third: int) -> dict[str, Remade]:
    tables = [each.table for each in present().tables]
    plain = [each.name for each in tables if not each.info.get("link") and each.name not in NAMED_BY_THE_CHECK]
    renamed = set(plain[third::3])
    changed = random.choice(plain)
    found = {}
    for table in tables:
        name = f"{table.name}_made_up" if table.name in renamed else table.name
        if table.info.get("link"):
            found[table.name] = Remade(table, name, {})
            continue
        written = [each.name for each in written_columns(table) if each.name not in {"id", *NAMED_BY_THE_CHECK}]
        column = random.choice(written)
        free = [name for name in _droppable(table) if name != column]
        dropped = random.choice(free) if free else ""
        texts = [name for name in _texts(table) if name != dropped] if table.name == changed else []
        changes = random.choice(texts) if texts else ""
        found[table.name] = Remade(table, name, {column: f"{column}_made_up"}, dropped, changes)
    return found


def _droppable(table: Table) -> list[str]:
    """Return the columns that nothing else in the table speaks of."""
    speaking = " ".join(str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint))
    spoken = set(re.findall(r"\w+", speaking)) | {name for index in table.indexes for name in index.columns.keys()}  # noqa: SIM118 - these are columns by their names
    spoken |= {each.info["sorts"] for each in table.columns if "sorts" in each.info}
    spoken |= {each.info[fact] for each in table.columns for fact in ("entity", "called") if fact in each.info}
    spoken |= {"position", "id"}
    return [
        each.name
        for each in written_columns(table)
        if not each.foreign_keys and each.name not in spoken | NAMED_BY_THE_CHECK
    ]


def _texts(table: Table) -> list[str]:
    fields = [(each.name, each.info.get("field")) for each in table.columns]
    return [name for name, field in fields if isinstance(field, Field) and field.kind in (Kind.TEXT, Kind.LONG_TEXT)]


def _translations(migration: int, remade: Mapping[str, Remade]) -> Iterator[Translation]:
    renamed = {each.table.name: each.name for each in remade.values() if each.name != each.table.name}
    for old, new in renamed.items():
        yield RenamedTable(migration, old, new)
    for each in remade.values():
        for old, new in each.columns.items():
            yield RenamedColumn(migration, each.name, old, new)
        yield AddedColumn(migration, each.name, STATE, PLAIN)
        if each.changed:
            yield ChangedValues(migration, each.name, each.called(each.changed), marked)
        for column in each.table.columns:
            if "entity" in column.info:
                name = each.called(column.info["entity"])
                yield ChangedValues(migration, each.name, name, partial(_renamed_table, renamed))


def marked(value: str | int) -> str:
    """Return the other form of a value."""
    return f"{MARK}{value}"


def _renamed_table(renamed: Mapping[str, str], value: str | int) -> str:
    return renamed.get(str(value), str(value))


# ---------------------------------------------------------------- the tables as they are from then on


def _tables(remade: Mapping[str, Remade]) -> tuple[Journaled, ...]:
    made = MetaData()
    for each in remade.values():
        columns = [_column(each, column, remade) for column in each.table.columns if column.name != each.dropped]
        added = (Column(NOTE, String(100)), Column(STATE, String(20), nullable=False, default=PLAIN))
        info = dict(each.table.info)
        if "facts" in info:
            info["facts"] = replace(
                info["facts"],
                owners=tuple(map(each.called, info["facts"].owners)),
                named_by=tuple(map(each.called, info["facts"].named_by)),
            )
        Table(each.name, made, *columns, *added, info=info)
    return journaled(made)


def _column(each: Remade, column: Column[Any], remade: Mapping[str, Remade]) -> Column[Any]:
    info = {
        key: each.called(value) if key in ("sorts", "entity", "called") else value
        for key, value in column.info.items()
    }  # fmt: skip
    targets = [key.target_fullname.partition(".")[0] for key in column.foreign_keys]
    keys = [ForeignKey(f"{remade[name].name}.id") for name in targets]
    default = column.default.arg if column.default is not None else None  # type: ignore[attr-defined]  # plain values and functions
    return Column(
        each.called(column.name),
        column.type,
        *keys,
        primary_key=column.primary_key,
        nullable=column.nullable,
        default=default,
        info=info,
    )


# ---------------------------------------------------------------- the migration


def _as_plan(each: Remade) -> dict[str, object]:
    entities = [column.info["entity"] for column in each.table.columns if "entity" in column.info]
    return {
        "table": each.table.name,
        "name": each.name,
        "columns": dict(each.columns),
        "dropped": each.dropped,
        "changed": each.changed,
        "entities": entities,
    }


def carry_out(connection: Connection, plan: str) -> None:
    """Do what a plan says, on the tables of the present schema."""
    said = json.loads(plan)
    renamed = {each["table"]: each["name"] for each in said["tables"]}
    for each in said["tables"]:
        for statement in _statements(each, renamed):
            connection.exec_driver_sql(statement)
    for name in renamed.values():
        _make_anew(connection, name)
    if said["fails"]:
        raise ZeroDivisionError


def _statements(each: Mapping[str, Any], renamed: Mapping[str, str]) -> Iterator[str]:
    table = each["table"]
    for column in each["entities"]:
        for old, new in renamed.items():
            yield f"UPDATE {table} SET {column} = '{new}' WHERE {column} = '{old}'"
    if each["changed"]:
        yield f"UPDATE {table} SET {each['changed']} = '{MARK}' || {each['changed']}"
    yield f"ALTER TABLE {table} ADD COLUMN {NOTE} VARCHAR(100)"
    yield f"ALTER TABLE {table} ADD COLUMN {STATE} VARCHAR(20) NOT NULL DEFAULT '{PLAIN}'"
    if each["dropped"]:
        yield f"ALTER TABLE {table} DROP COLUMN {each['dropped']}"
    for old, new in each["columns"].items():
        yield f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}"
    if each["name"] != table:
        yield f"ALTER TABLE {table} RENAME TO {each['name']}"


def _make_anew(connection: Connection, table: str) -> None:
    """Make a table anew under a changed constraint, by the way of https://sqlite.org/lang_altertable.html."""
    found = connection.exec_driver_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC", (table,)
    ).all()
    made = re.sub(r'^CREATE TABLE "?\w+"?', f'CREATE TABLE "new_{table}"', found[0].sql)
    body, _, rest = made.rpartition(")")
    connection.exec_driver_sql(f"{body}, CONSTRAINT ck_made_up CHECK (length(id) > 0)){rest}")
    connection.exec_driver_sql(f'INSERT INTO "new_{table}" SELECT * FROM "{table}"')
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    connection.exec_driver_sql(f'ALTER TABLE "new_{table}" RENAME TO "{table}"')
    for each in found[1:]:
        connection.exec_driver_sql(each.sql)
