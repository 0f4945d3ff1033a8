"""Carries out the plan of an import: one operation, so that one undo takes all of it back."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from app.records.rules import check_among
from app.sheets.importing.plan import last_operation, make_plan
from app.sheets.importing.planners.memory import without_collecting
from app.sheets.importing.rows import Counts, Plan, PlannedRow, Verdict, Write
from app.words.problems import Label, Place, Problem, ProblemError
from app.words.words import Words, mark
from db.base import Base, Entity
from db.catalog import Catalog
from db.changes import Changes
from db.declared import parted
from db.journal.tables import operations
from db.progress import Progress, ignore_progress
from db.search import indexed_afterwards
from db.session import FileSession
from db.store import Store
from db.titles import Title

T = TypeVar("T")
_BLOCK = 500
"""How many rows of a table are written between two words of progress."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What the operation touched (nothing when the plan had nothing to write), and the rows that it was made from."""

    changes: Changes
    counts: Counts


@without_collecting()
def apply_plan(store: Store, plan: Plan, words: Words, progress: Progress = ignore_progress) -> Applied:
    """Write the new and changed rows of `plan` in one operation.

    When the store has changed since, the plan is made anew, and ProblemError says so if it is no longer the one that a
    person saw. `progress` cancels by raising, and then nothing of it is written.
    """
    current = _up_to_date(store, plan, words)
    tables = _tables(store.catalog, current.rows)
    if not tables:
        return Applied(Changes(), current.counts)
    with store.operation(_title(current)) as session:
        if _operation_before(session) != current.operation:
            raise _out_of_date(current)
        with indexed_afterwards(session.connection()):
            _write(session, tables, progress)
        _refuse_what_breaks_rules(session, current, tables)
    return Applied(session.changes, current.counts)


def _up_to_date(store: Store, plan: Plan, words: Words) -> Plan:
    with store.reading() as session:
        if last_operation(session) == plan.operation:
            return plan
    again = make_plan(store, plan.request, words)
    if [_seen(row) for row in again.rows] != [_seen(row) for row in plan.rows]:
        raise _out_of_date(plan)
    return again


def _seen(row: PlannedRow) -> tuple[object, ...]:
    """Return what a person saw of a row; the key of a new record is none of it."""
    return row.number, row.verdict, row.changes, None if row.verdict is Verdict.NEW else row.record_id


def _operation_before(session: FileSession) -> int:
    """Return the number of the operation before the one that is open."""
    number = operations.c.number
    return session.scalar(select(func.max(number)).where(number < select(func.max(number)).scalar_subquery())) or 0


def _out_of_date(plan: Plan) -> ProblemError:
    return ProblemError(
        Problem(
            mark("Los datos cambiaron después de preparar la importación; no se importó nada."),
            mark("Mire de nuevo qué va a cambiar antes de aplicarla."),
            Place(file=plan.request.file),
        )
    )


@dataclass(slots=True)
class _TableWrites:
    """The rows of one table to make and those to change, by key; a change of a row that is made is part of it."""

    made: dict[str, Mapping[str, object]] = field(default_factory=dict)
    changed: dict[str, Mapping[str, object]] = field(default_factory=dict)


def _tables(catalog: Catalog, rows: Iterable[PlannedRow]) -> dict[str, _TableWrites]:
    by_table: dict[str, list[Write]] = {}
    for row in sorted(rows, key=lambda row: row.turn):
        for write in row.writes:
            by_table.setdefault(write.table, []).append(write)
    return {name: _gather(catalog.entity(name) if name in catalog else None, by_table[name]) for name in by_table}


def _gather(entity: type[Entity] | None, writes: Iterable[Write]) -> _TableWrites:
    """Return, by column, what is written of one table; `entity` is the kind of record it holds, if any."""
    table = _TableWrites()
    for write in writes:
        into = table.made if write.is_new or write.id in table.made else table.changed
        by_column = write.values if entity is None else parted(entity, write.values)
        known = into.get(write.id)
        into[write.id] = by_column if known is None else {**known, **by_column}
    return table


def _write(session: FileSession, tables: Mapping[str, _TableWrites], progress: Progress) -> None:
    total = sum(len(each.made) + len(each.changed) for each in tables.values())
    done = 0
    for table in Base.metadata.sorted_tables:
        if table.name not in tables:
            continue
        for statement, rows in _statements(table, tables[table.name]):
            progress(done / total)
            session.execute(statement, rows)
            done += len(rows)
    progress(1)


def _refuse_what_breaks_rules(session: FileSession, plan: Plan, tables: Mapping[str, _TableWrites]) -> None:
    """Raise ProblemError for rows of the sheet that are right each by itself and wrong together."""
    problems = []
    for entity in session.catalog:
        written = tables.get(entity, _TableWrites())
        for problem in check_among(session, entity, (*written.made, *written.changed)):
            place = _place_of(plan, {(entity, problem.place.record)})
            problems.append(replace(problem, place=replace(place, field=problem.place.field)))
    if problems:
        raise ProblemError(*problems)


def _place_of(plan: Plan, wrote: Collection[tuple[str, str]]) -> Place:
    """Return the first row of the sheet that writes one of these, tables and keys; the sheet alone where none does."""
    found = (row.number for row in plan.rows if any((each.table, each.id) in wrote for each in row.writes))
    return Place(plan.request.file, plan.request.sheet.name, next(found, None))


def _statements(table: Table, writes: _TableWrites) -> Iterator[tuple[Any, list[dict[str, object]]]]:
    """Return the statements of a table, each with the rows that it is run for in one go."""
    blank = _blank_row(table, writes.made.values())
    for made in _blocks(list(writes.made.items())):
        yield insert(table), [{**blank, **values, "id": key} for key, values in made]
    alike: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for key, values in writes.changed.items():
        bound = {f"new_{name}": value for name, value in values.items()}
        alike.setdefault(tuple(sorted(values)), []).append({"key": key, **bound})
    for names, rows in alike.items():
        set_to: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        statement = update(table).where(table.c.id == bindparam("key")).values(set_to)
        for block in _blocks(rows):
            yield statement, block


def _blocks(rows: Sequence[T]) -> Iterator[list[T]]:
    for start in range(0, len(rows), _BLOCK):
        yield list(rows[start : start + _BLOCK])


def _blank_row(table: Table, rows: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return what the columns hold that a row does not set: those that some row sets, and those that hold something."""
    names: set[str] = set().union(*rows)
    defaults = {column.name: column.default for column in table.columns}
    return {
        name: default.arg if isinstance(default, ScalarElementColumnDefault) else None
        for name, default in defaults.items()
        if name in names or isinstance(default, ScalarElementColumnDefault)
    }


def _title(plan: Plan) -> Title:
    """Return how the operation is called in the history."""
    count, info = plan.imported, plan.request.matching.targets.info
    what = Label(info.one if count == 1 else info.many)
    return Title(
        "Importación de {count} {what} de {file}", count=count, values={"what": what, "file": plan.request.file}
    )
