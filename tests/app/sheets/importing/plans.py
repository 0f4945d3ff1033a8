"""Imports small sheets in the tests, given as rows of cells, and says what a person would be told."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple

from app.records.reading import read_records
from app.sheets.importing.importing import Decision, Options, Plan, apply_plan, make_plan, prepare, targets_of
from app.sheets.reading.workbook import CellValue, Sheet, Workbook
from app.words.words import Words
from db.asking import Query
from db.query import find_ids
from db.store import Store
from tests.make import CATALOG

SPANISH = Words("es")

Rows = Sequence[Sequence[CellValue]]


def sheet_of(rows: Rows) -> Sheet:
    """Return the sheet of these rows, the first of which are its titles."""
    width = max(map(len, rows))
    return Sheet("Hoja1", tuple((*row, *[None] * (width - len(row))) for row in rows))


def plan_of(
    store: Store,
    entity: str,
    rows: Rows,
    *,
    options: Options | None = None,
    decisions: Mapping[int, Decision] | None = None,
    words: Words = SPANISH,
) -> Plan:
    """Plan the import of a sheet of these rows, written in the language of `words`."""
    workbook = Workbook("prueba.xlsx", (sheet_of(rows),))
    return make_plan(store, prepare(workbook, targets_of(CATALOG, entity)).request(options, decisions), words)


def imported(store: Store, entity: str, rows: Rows, **asked: object) -> Plan:
    """Import a sheet of these rows and give its plan."""
    plan = plan_of(store, entity, rows, **asked)  # type: ignore[arg-type]  # those of plan_of
    apply_plan(store, plan, SPANISH)
    return plan


def verdicts(plan: Plan) -> list[str]:
    """Return the verdict of each row."""
    return [row.verdict.name.lower() for row in plan.rows]


def reasons(plan: Plan, row: int = 0) -> list[str]:
    """Return what a person is told of one row."""
    return [reason.say(SPANISH) for reason in plan.rows[row].reasons]


def changes(plan: Plan, row: int = 0) -> list[tuple[str, object, object]]:
    """Return what one row changes: what, from, to."""
    return [(change.target, change.before, change.after) for change in plan.rows[row].changes]


def counts(plan: Plan) -> tuple[int, ...]:
    """Return rows, new, changed, same, doubtful, refused."""
    return astuple(plan.counts)


def records(store: Store, entity: str) -> list[Mapping[str, object]]:
    """Return the values of all records, with what they refer to by its title."""
    with store.reading() as session:
        found = read_records(session, store, entity, find_ids(session, Query(entity), store.today()))
    return [{**record.values, **record.titles, "title": record.title} for record in found]


def contacts(store: Store, entity: str = "person") -> list[list[tuple[object, object]]]:
    """Return kind and value of the contacts of all records, in their order."""
    with store.reading() as session:
        found = read_records(session, store, entity, find_ids(session, Query(entity), store.today()))
    return [
        [(point.values["kind"], point.values["value"]) for point in record.parts["contact_points"]] for record in found
    ]
