"""What is to be changed in a schema for it to be the declared one, and what of it SQLite's own ALTER cannot do.

That a column is another one under a new name cannot be seen, nor what a new column holds in rows that are there:
`Answers` says both, and whatever would lose something without an answer is asked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import CheckConstraint, Column, Index, MetaData, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from tools.migration.shapes import IndexShape, SchemaShape, TableShape, declared_shape, plain_sql

Value = str | int


@dataclass(frozen=True, slots=True)
class Answers:
    """What only the developer knows.

    `tables` gives the new name of a table by its old one; `columns` that of a column, and `filled` what a new column
    holds in the rows that are there, by the name that its table has from now on; `dropped` names what is to go.
    """

    tables: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    filled: Mapping[tuple[str, str], Value] = field(default_factory=dict)
    dropped: frozenset[tuple[str, str]] = frozenset()


class Unanswered(Exception):
    """The changes lack an answer, or an answer speaks of nothing that is there; the message names each."""


@dataclass(frozen=True, slots=True)
class Added:
    """A column that comes into a table that is there; `fill` is what it holds in the rows of the table."""

    column: Column[object]
    fill: Value | None
    checks: tuple[CheckConstraint, ...] = ()


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What changes in one table, in the order in which it is done; `by_hand` is what ALTER cannot do."""

    table: str
    indexes_dropped: tuple[IndexShape, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    added: tuple[Added, ...] = ()
    dropped: tuple[str, ...] = ()
    indexes_made: tuple[Index, ...] = ()
    by_hand: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Return each change in words."""
        yield from (f"rename {self.table}.{old} to {new}" for old, new in self.renamed.items())
        yield from (f"add {self.table}.{each.column.name}" for each in self.added)
        yield from (f"drop {self.table}.{name}" for name in self.dropped)
        made = {str(each.name) for each in self.indexes_made}
        gone = {each.name for each in self.indexes_dropped}
        yield from (f"make the index {name} anew" for name in sorted(made & gone))
        yield from (f"make the index {name}" for name in sorted(made - gone))
        yield from (f"drop the index {name}" for name in sorted(gone - made))
        yield from (f"by hand: {each}" for each in self.by_hand)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be changed in a schema, in the order in which it is done."""

    renamed: Mapping[str, str]
    made: tuple[Table, ...]
    changed: tuple[TableChanges, ...]
    dropped: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return each change in words; none when there is nothing to do."""
        found = [f"rename the table {old} to {new}" for old, new in self.renamed.items()]
        found += [f"make the table {each.name}" for each in self.made]
        found += [line for each in self.changed for line in each.lines()]
        return [*found, *(f"drop the table {name}" for name in self.dropped)]

    def by_hand(self) -> list[str]:
        """Return what SQLite's own ALTER cannot do."""
        return [line for each in self.changed for line in each.by_hand]


def make_plan(present: SchemaShape, metadata: MetaData, answers: Answers = Answers()) -> Plan:
    """Return what makes the schema `present` the one that `metadata` declares; Unanswered when it lacks an answer."""
    declared = declared_shape(metadata)
    called = {answers.tables.get(name, name): table for name, table in present.items()}
    _refuse(_idle_answers(answers, present, called, declared))
    answers = replace(answers, columns=dict(_with_folded_keys(answers, called, declared)))
    shapes = {name: _as_called(name, table, answers) for name, table in called.items()}
    _refuse(_open_questions(shapes, declared, metadata, answers))
    order = [table.name for table in metadata.sorted_tables]
    return Plan(
        dict(answers.tables),
        tuple(metadata.tables[name] for name in order if name not in shapes),
        tuple(
            changes
            for name in order
            if name in shapes
            for changes in [_changes(shapes[name], declared[name], metadata.tables[name], answers)]
            if list(changes.lines())
        ),
        tuple(name for name in shapes if name not in declared),
    )


def _with_folded_keys(
    answers: Answers, called: SchemaShape, declared: SchemaShape
) -> Iterator[tuple[tuple[str, str], str]]:
    """Return what columns are called from now on, the folded key of each with it."""
    for (table, old), new in answers.columns.items():
        yield (table, old), new
        if _goes(called[table], declared[table], f"{old}_key") and _goes(declared[table], called[table], f"{new}_key"):
            yield (table, f"{old}_key"), f"{new}_key"


def _as_called(name: str, table: TableShape, answers: Answers) -> TableShape:
    """Return a table under its new name, its columns under theirs."""
    columns = {old: new for (of, old), new in answers.columns.items() if of == name}
    return table.renamed(answers.tables, columns)


# ---------------------------------------------------------------- questions


def _refuse(faults: Iterator[str]) -> None:
    if said := list(faults):
        raise Unanswered("\n".join(said))


def _idle_answers(answers: Answers, present: SchemaShape, called: SchemaShape, declared: SchemaShape) -> Iterator[str]:
    for old, new in answers.tables.items():
        if old not in present or old in declared or new not in declared or new in present:
            yield f"RENAMES: no table {old} goes while a table {new} comes"
    for (table, old), new in answers.columns.items():
        before, after = called.get(table), declared.get(table)
        if before is None or after is None or not _goes(before, after, old) or not _goes(after, before, new):
            yield f"RENAMES: no column {table}.{old} goes while {table}.{new} comes"
    for table, name in answers.filled:
        before, after = called.get(table), declared.get(table)
        if before is None or after is None or not _goes(after, before, name):
            yield f"FILLS: no column {table}.{name} comes"


def _goes(before: TableShape, after: TableShape, name: str) -> bool:
    return name in before.columns and name not in after.columns


def _open_questions(shapes: SchemaShape, declared: SchemaShape, metadata: MetaData, answers: Answers) -> Iterator[str]:
    for name, table in shapes.items():
        if name not in declared:
            if (name, "") not in answers.dropped:
                yield f"the table {name} goes: say RENAMES={name}=… or DROPS={name}"
            continue
        for column in table.columns.keys() - declared[name].columns.keys():
            if (name, column) not in answers.dropped and not _is_folded_key(table, column):
                yield f"{name}.{column} goes: say RENAMES={name}.{column}=… or DROPS={name}.{column}"
        for column in declared[name].columns.keys() - table.columns.keys():
            if (
                not declared[name].columns[column].empty
                and _fill(metadata.tables[name].columns[column], answers) is None
            ):
                yield f"{name}.{column} may not be empty: say FILLS={name}.{column}=what it holds in the rows there are"


def _is_folded_key(table: TableShape, column: str) -> bool:
    """Tell whether nothing is lost with a column: it holds a name folded, which the program fills anew."""
    return column.endswith("_key") and column.removesuffix("_key") in table.columns


def _fill(column: Column[object], answers: Answers) -> Value | None:
    """Return what a new column holds in the rows that are there: as answered, else as declared for new rows."""
    said = answers.filled.get((column.table.name, column.name))
    if said is None and not column.nullable and isinstance(column.default, ScalarElementColumnDefault):
        said = column.default.arg
    if said is None:
        return None
    whole = column.type.python_type in (int, bool)
    return int(said) if whole else str(said)


# ---------------------------------------------------------------- one table


def _changes(before: TableShape, after: TableShape, table: Table, answers: Answers) -> TableChanges:
    """Return what makes the table `before`, under its new names, the table `after`, declared as `table`."""
    dropped = tuple(sorted(before.columns.keys() - after.columns.keys()))
    new = [column for column in table.columns if column.name not in before.columns]
    checks = [each for each in _checks(table) if plain_sql(str(each.sqltext)) not in before.checks]
    added = tuple(
        Added(each, _fill(each, answers), tuple(check for check in checks if _last_of(check, new) is each))
        for each in new
    )
    gone = before.indexes - after.indexes
    made = {each.name for each in after.indexes - before.indexes}
    by_hand = [*_renamed_links(table, answers), *_by_hand(before, after, {str(each.column.name) for each in added})]
    return TableChanges(
        table.name,
        tuple(sorted(gone, key=lambda each: each.name)),
        {old: name for (of, old), name in answers.columns.items() if of == table.name},
        added,
        dropped,
        tuple(each for each in sorted(table.indexes, key=lambda each: str(each.name)) if each.name in made),
        tuple(by_hand),
    )


def _renamed_links(table: Table, answers: Answers) -> Iterator[str]:
    if table.info.get("link") and table.name in answers.tables.values():
        yield f"the keys of the links in {table.name} derive from its name, and are others now"


def _checks(table: Table) -> list[CheckConstraint]:
    """Return the checks of a table, always in one order."""
    found = [each for each in table.constraints if isinstance(each, CheckConstraint)]
    return sorted(found, key=lambda each: str(each.name))


def _last_of(check: CheckConstraint, new: list[Column[object]]) -> Column[object] | None:
    """Return the new column with which a check comes: the last one of those that it speaks of."""
    words = set(re.findall(r"\w+", str(check.sqltext)))
    spoken = [column for column in new if column.name in words]
    return spoken[-1] if spoken else None


def _by_hand(before: TableShape, after: TableShape, added: set[str]) -> Iterator[str]:
    """Return what changes in a table and SQLite's ALTER cannot do."""
    name = after.name
    for column in sorted(before.columns.keys() & after.columns.keys()):
        was, now = before.columns[column], after.columns[column]
        if was.type != now.type:
            yield f"the type of {name}.{column}, {was.type} before, is {now.type} now"
        if was.empty != now.empty:
            yield f"{name}.{column} may{' not' if was.empty else ''} be empty now"
        if now.default is not None and was.default != now.default:
            yield f"the default of {name}.{column}, {was.default or 'none'} before, is {now.default} now"
    kept = {each for each in after.checks if not added & set(re.findall(r"\w+", each))}
    yield from (f"the check of {name} that says {each} is gone" for each in sorted(before.checks - after.checks))
    yield from (f"the check of {name} that says {each} is new" for each in sorted(kept - before.checks))
    yield from (
        f"{name}.{each.column} no longer refers to {each.target} ({each.rule})"
        for each in sorted(before.references - after.references, key=str)
    )
    yield from (
        f"{name}.{each.column} refers to {each.target} now ({each.rule})"
        for each in sorted(after.references - before.references, key=str)
        if each.column not in added
    )
    if before.key != after.key:
        yield f"the key of {name}, {before.key} before, is {after.key} now"
    for each in sorted(before.unique ^ after.unique):
        yield f"that {name}.{', '.join(each)} is unique is {'new' if each in after.unique else 'gone'}"
    if before.options != after.options:
        yield f"the options of {name}, {sorted(before.options)} before, are {sorted(after.options)} now"
