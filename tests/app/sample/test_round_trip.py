"""The lists of the sample, exported and imported again."""

from pathlib import Path

import pytest

from app.sheets.importing.importing import make_plan, prepare, read_file, targets_of
from app.sheets.writing.exporting import export_entity
from app.words.words import Words
from db.store import Store
from tests.make import CATALOG

LANGUAGE_OF = ("es", "pt", "en")


@pytest.mark.parametrize(("turn", "entity"), list(enumerate(CATALOG.imported)))
def test_a_list_that_was_exported_is_imported_with_nothing_changed(
    store: Store, tmp_path: Path, turn: int, entity: str
) -> None:
    words = Words(LANGUAGE_OF[turn % 3])
    path = tmp_path / "lista.xlsx"
    export_entity(store, entity, path, words)

    plan = make_plan(store, prepare(read_file(path), targets_of(store.catalog, entity)).request(), words)

    assert plan.counts.rows > 0
    assert plan.counts.same == plan.counts.rows, [row for row in plan.rows if row.changes or row.reasons]
