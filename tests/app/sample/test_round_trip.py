"""The lists of the sample, exported and imported again: nothing is changed by it but what somebody changed there."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.records.sealing import seals_of
from app.sheets.importing.importing import Plan, make_plan, prepare, read_file, targets_of
from app.sheets.reading.workbook import Workbook
from app.sheets.writing.exporting import export_entity
from app.words.words import Words
from db.catalog import FieldInfo
from db.fields import Kind
from db.store import Store
from tests.make import CATALOG

LANGUAGE_OF = ("es", "pt", "en")
CHANGED = {Kind.TEXT: "Otra cosa", Kind.LONG_TEXT: "Otra cosa", Kind.PARTIAL_DATE: "2031", Kind.DECIMAL: "7"}
"""What is written into a cell of each kind of field, by way of change."""


@pytest.mark.parametrize(("turn", "entity"), list(enumerate(CATALOG.stored)))
def test_a_list_comes_back_as_it_was_exported_and_a_changed_cell_changes_its_record(
    store: Store, tmp_path: Path, turn: int, entity: str
) -> None:
    words = Words(LANGUAGE_OF[turn % 3])
    path = tmp_path / "lista.xlsx"
    export_entity(store, entity, path, words)
    book = read_file(path)

    plan = _plan(store, book, entity, words)
    assert plan.counts.rows > 0
    assert plan.counts.same == plan.counts.rows, [row for row in plan.rows if row.changes or row.reasons]

    each = next(each for each in _changed_fields(entity))
    number = _free_row(store, [row.record_id for row in plan.rows], entity)
    changed, number = _with(book, words(each.field.label), CHANGED[each.field.kind], since=number)
    plan = _plan(store, changed, entity, words)
    assert (plan.counts.changed, plan.counts.same) == (1, plan.counts.rows - 1), plan.rows[number - 2]
    assert [(row.number, change.target) for row in plan.rows for change in row.changes] == [(number, each.name)]


def _plan(store: Store, book: Workbook, entity: str, words: Words) -> Plan:
    return make_plan(store, prepare(book, targets_of(store.catalog, entity)).request(), words)


def _changed_fields(entity: str) -> list[FieldInfo]:
    """Return the fields of which one is changed, the last of them first: those that say what a record is come first."""
    return [each for each in reversed(CATALOG[entity].stored) if each.field.kind in CHANGED]


def _free_row(store: Store, keys: Sequence[str | None], entity: str) -> int:
    """Return the place of the first row of which no approved acta says anything."""
    sealed = seals_of(store, entity, [key for key in keys if key])
    return next(place for place, key in enumerate(keys) if key not in sealed)


def _with(book: Workbook, title: str, value: str, *, since: int) -> tuple[Workbook, int]:
    """Return the workbook with another value in the column of this title, and the number of the row that has it.

    It is the first that says something there: of what excludes another, as a partner by its name, many say nothing.
    Rows before the place `since` are left as they are.
    """
    (sheet,) = book.sheets
    titles, *rows = sheet.rows
    at = titles.index(title)
    which = next((place for place, row in enumerate(rows) if place >= since and row[at]), since)
    rows[which] = (*rows[which][:at], value, *rows[which][at + 1 :])
    return replace(book, sheets=(replace(sheet, rows=(titles, *rows)),)), which + 2
