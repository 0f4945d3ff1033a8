"""The text of a migration, and the lines that it adds to the translations of the journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import CheckConstraint, Column, ColumnElement, Index, String, Table, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import DefaultClause
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.journal.shape import Journaled
from db.keys import KEY_LENGTH
from tools.migration.plan import Added, Plan, TableChanges, Value

OURS = (
    "add_column",
    "fill_column",
    "folded_key",
    "key",
    "make_link_table",
    "make_table",
    "position",
    "reference",
    "rename_column",
    "rename_record_type",
)
"""What db/migrations/columns.py offers."""

LONGEST = 100
"""Characters of a first line that is still read at one glance."""

DEFERRED = "DEFERRED"


class Unwritable(Exception):
    """A declaration that this module has no words for; the message names it."""


def migration_text(plan: Plan, tables: Iterable[Journaled], *, name: str, revision: str, before: str) -> str:
    """Return the file of the migration `revision`, called `name`, that follows `before` and does what `plan` says.

    `tables` are the journaled ones of the schema that it makes. Raises Unwritable.
    """
    functions = [_making(table) for table in plan.made if not _is_plain_link(table)]
    functions += [_changing(each) for each in plan.changed]
    body = "\n\n".join([_upgrade(plan, tables), *functions])
    head = [f'"""{_title(plan, name)}"""', ""]
    head += ["import sqlalchemy as sa"] if "sa." in body else []
    head += ["from alembic import op"] if "op." in body else []
    ours = [each for each in OURS if f"{each}(" in body.replace(f"op.{each}(", "")]
    head += ["", f"from db.migrations.columns import {', '.join(ours)}"] if ours else []
    head += ["", f'revision = "{revision}"', f'down_revision = "{before}"', "", ""]
    return "\n".join(head) + body


def _title(plan: Plan, name: str) -> str:
    """Return what the module says of itself: all of it in one line, or the lines below its name."""
    lines = plan.lines()
    whole = "; ".join(lines)
    if len(whole) <= LONGEST:
        return f"{whole[0].upper()}{whole[1:]}."
    said = [f"- {line}" for line in lines]
    return "\n".join([f"Change the schema: {name.replace('_', ' ')}.", "", *said, ""]).replace("\\", "\\\\")


# ---------------------------------------------------------------- functions


def _function(name: str, purpose: str, statements: Iterable[str]) -> str:
    return "\n".join([f"def {name}() -> None:", f'    """{purpose}"""', *(f"    {each}" for each in statements), ""])


def _upgrade(plan: Plan, tables: Iterable[Journaled]) -> str:
    return _function("upgrade", "Go to this schema.", _upgrading(plan, tables))


def _upgrading(plan: Plan, tables: Iterable[Journaled]) -> Iterator[str]:
    for old, new in plan.renamed.items():
        yield f'op.rename_table("{old}", "{new}")'
    for old, new in plan.renamed.items():
        places = (f'"{table}", "{column}"' for table, column in record_types(tables))
        yield from (f'rename_record_type({place}, "{old}", "{new}")' for place in places)
    for each in plan.made:
        yield _link(each) if _is_plain_link(each) else f"make_{each.name}()"
    yield from (f"change_{changes.table}()" for changes in plan.changed)
    yield from (f'op.drop_table("{name}")' for name in plan.dropped)


def record_types(tables: Iterable[Journaled]) -> list[tuple[str, str]]:
    """Return table and name of each column that says of which table a record is."""
    return [(each.name, column.entity_column) for each in tables for column in each.references if column.entity_column]


def _is_plain_link(table: Table) -> bool:
    """Tell whether `make_link_table` makes it: a table of links of two kinds, not of one with itself."""
    return bool(table.info.get("link")) and len({_target(each) for each in table.columns if each.foreign_keys}) > 1


def _link(table: Table) -> str:
    """Return the call that makes a table of links, whose name is that of both sides."""
    owner, target = (_target(column) for column in table.columns if column.foreign_keys)
    if table.name != f"{owner}_{target}" or len(table.columns) != len(("id", owner, target)):
        raise Unwritable(f"{table.name} is not a table of links as db.base.link_table declares them")
    return f'make_link_table("{owner}", "{target}")'


def _making(table: Table) -> str:
    told = set[Index]()
    parts = [_column(column, told) for column in table.columns]
    parts += [_check(each) for each in _sorted(table, CheckConstraint)]
    parts += [f"sa.UniqueConstraint({_names(each.columns.keys())})" for each in _sorted(table, UniqueConstraint)]
    parts += [_index(each) for each in _by_name(table.indexes - told)]
    parts += [f"{name}={value!r}" for name, value in sorted(table.dialect_kwargs.items()) if value is not None]
    call = "\n".join(["make_table(", f'    "{table.name}",', *(f"    {each}," for each in parts), ")"])
    return _function(f"make_{table.name}", f"Make the table {table.name}.", call.splitlines())


def _changing(changes: TableChanges) -> str:
    purpose = f"Change the table {changes.table}."
    return _function(f"change_{changes.table}", purpose, _statements(changes))


def _statements(changes: TableChanges) -> Iterator[str]:
    table = changes.table
    if changes.by_hand:
        yield f"raise NotImplementedError({_text('to be written by hand: ' + '; '.join(changes.by_hand))})"
    yield from (f'op.drop_index("{each.name}", "{table}")' for each in changes.indexes_dropped)
    yield from (f'rename_column("{table}", "{old}", "{new}")' for old, new in changes.renamed.items())
    told = set[Index]()
    for added in changes.added:
        yield from _adding(table, added, told)
    yield from (f'op.drop_column("{table}", "{name}")' for name in changes.dropped)
    yield from (_index_made(each) for each in changes.indexes_made if each not in told)


def _adding(table: str, added: Added, told: set[Index]) -> Iterator[str]:
    column, fill = added.column, added.fill
    default = "" if fill is None or column.nullable else str(fill)
    checks = ", ".join(f'"{_short_name(each)}": {_text(_sql(each.sqltext))}' for each in added.checks)
    said = f", checks={{{checks}}}" if checks else ""
    yield f'add_column("{table}", {_column(column, told, default=default)}{said})'
    if fill is not None and column.nullable:
        yield f'fill_column("{table}", "{column.name}", {_literal(fill)})'


# ---------------------------------------------------------------- columns, checks, indexes


def _column(column: Column[Any], told: set[Index], *, default: str = "") -> str:
    """Return the words of a column; the indexes that they make along with it are added to `told`."""
    if column.primary_key and column.name == "id" and _type(column.type) == f"sa.String({KEY_LENGTH})":
        return "key()"
    if "sorts" in column.info:
        return f'folded_key("{column.name}")'
    if column.name == "position" and _type(column.type) == "sa.Integer()" and not (column.nullable or default):
        return "position()"
    if _is_reference(column) and not default:
        told |= set(_own_indexes(column))
        return f'reference("{column.name}", "{_target(column)}"{"" if column.nullable else ", required=True"})'
    return f"sa.Column({', '.join(_plain_column(column, told, default))})"


def _plain_column(column: Column[Any], told: set[Index], default: str) -> Iterator[str]:
    yield f'"{column.name}"'
    yield _type(column.type)
    for each in column.foreign_keys:
        rules = {"deferrable": each.deferrable, "initially": each.initially, "ondelete": each.ondelete}
        yield f"sa.ForeignKey({_text(each.target_fullname)}{_keywords(rules)})"
    if column.primary_key:
        yield "primary_key=True"
    if not column.nullable:
        yield "nullable=False"
    if default:
        yield f"server_default={_text(default)}"
    elif isinstance(column.server_default, DefaultClause):
        yield f"server_default=sa.text({_text(str(column.server_default.arg))})"
    own = [each for each in _own_indexes(column) if not _where(each) and not each.unique]
    if own:
        told |= set(own)
        yield "index=True"


def _own_indexes(column: Column[Any]) -> list[Index]:
    """Return the indexes of a column alone that are named as every such index is."""
    name = f"ix_{column.table.name}_{column.name}"
    return [each for each in column.table.indexes if each.name == name and each.columns.keys() == [column.name]]


def _is_reference(column: Column[Any]) -> bool:
    """Tell whether a column is declared as db.base.reference declares them, its index with it."""
    keys = list(column.foreign_keys)
    if len(keys) != 1 or keys[0].initially != DEFERRED or _type(column.type) != f"sa.String({KEY_LENGTH})":
        return False
    if keys[0].target_fullname != f"{_target(column)}.id":
        return False
    wheres = [_where(each) for each in _own_indexes(column)]
    return wheres == [f"{column.name} IS NOT NULL" if column.nullable else ""]


def _target(column: Column[Any]) -> str:
    return next(iter(column.foreign_keys)).target_fullname.partition(".")[0]


def _type(declared: TypeEngine[Any]) -> str:
    """Return the words of a type: what it is on SQLite, under SQLAlchemy's own name."""
    plain = declared.impl_instance if isinstance(declared, TypeDecorator) else declared
    plain = plain._variant_mapping.get(sqlite.dialect.name, plain)  # noqa: SLF001 - told nowhere else
    if not type(plain).__module__.startswith("sqlalchemy."):
        raise Unwritable(f"the type {type(plain).__name__} is none of SQLAlchemy's")
    return f"sa.{plain!r}".replace("length=", "") if isinstance(plain, String) else f"sa.{plain!r}"


def _check(check: CheckConstraint) -> str:
    return f'sa.CheckConstraint({_text(_sql(check.sqltext))}, name="{_short_name(check)}")'


def _short_name(check: CheckConstraint) -> str:
    """Return the name of a check without its table, which the migration puts before it."""
    return str(check.name).removeprefix(f"ck_{check.table.name}_")


def _index(index: Index) -> str:
    return f"sa.Index({_text(str(index.name))}, {_names(index.columns.keys())}{_index_options(index)})"


def _index_made(index: Index) -> str:
    columns = f"[{_names(index.columns.keys())}]"
    table = "" if index.table is None else index.table.name
    return f"op.create_index({_text(str(index.name))}, {_text(table)}, {columns}{_index_options(index)})"


def _index_options(index: Index) -> str:
    where = _where(index)
    return (", unique=True" if index.unique else "") + (f", sqlite_where=sa.text({_text(where)})" if where else "")


def _where(index: Index) -> str:
    """Return the SQL of the rows that an index holds, empty for all."""
    where = index.dialect_options["sqlite"]["where"]
    return "" if where is None else _sql(where)


def _sql(expression: ColumnElement[Any]) -> str:
    options = {"literal_binds": True, "include_table": False}
    return str(expression.compile(dialect=sqlite.dialect(), compile_kwargs=options))


def _sorted(table: Table, kind: type) -> list[Any]:
    return _by_name(each for each in table.constraints if isinstance(each, kind))


def _by_name(found: Iterable[Any]) -> list[Any]:
    return sorted(found, key=lambda each: str(each.name))


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _keywords(values: Mapping[str, object]) -> str:
    return "".join(f", {name}={value!r}" for name, value in values.items() if value is not None)


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _literal(value: Value) -> str:
    return str(value) if isinstance(value, int) else _text(value)
