"""What all files share: one dialect and what was compiled by it, so that a closed file is let go of."""

import gc
import weakref
from pathlib import Path

from db.asking import Query
from db.query import find_ids
from db.sqlite import make_engine
from db.store import Store
from tests.make import add_city, copied_store


def test_a_statement_is_compiled_once_for_all_files(template: Path, tmp_path: Path) -> None:
    engines = [make_engine(tmp_path / name, None) for name in ("a.enlace", "b.enlace")]
    assert engines[0].dialect is engines[1].dialect
    compiled = engines[0].get_execution_options()["compiled_cache"]
    numbers: list[int] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with copied_store(template, tmp_path / name) as store, store.reading() as session:
            assert len(find_ids(session, Query("municipality"), store.today())) == 0
        numbers.append(len(compiled))
    assert numbers[0] == numbers[1] > 0


def test_a_closed_file_is_let_go_of(template: Path, tmp_path: Path) -> None:
    def use() -> "weakref.ref[Store]":
        with copied_store(template, tmp_path) as store:
            add_city(store)
            return weakref.ref(store)

    left = use()
    gc.collect()
    assert left() is None
