"""What all files share: one dialect and what was compiled by it, and how their keys are derived."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from db.asking import Query
from db.failures import Reason, StoreFailure
from db.query import find_ids
from db.sqlite import make_engine
from db.store import Store
from tests.conftest import DERIVED
from tests.make import add_city, copied_store, everything, open_store

ROUNDS = 256_000
"""Rounds in which the engine derives a key by itself, since its fourth version."""


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


@pytest.fixture
def own_rounds() -> Iterator[None]:
    """Derive keys in as many rounds as the engine does by itself, where other tests are content with few."""

    def derive(rounds: int) -> None:
        with closing(driver.connect(":memory:")) as connection:
            connection.execute(f"PRAGMA cipher_default_kdf_iter = {rounds}")

    derive(ROUNDS)
    yield
    derive(DERIVED)


@pytest.mark.usefixtures("own_rounds")
def test_a_key_is_derived_in_as_many_rounds_as_the_engine_does_by_itself(store: Store) -> None:
    store.set_passphrase("la buena")
    path, before = store.path, everything(store)
    store.close()
    with closing(driver.connect(path)) as connection:
        connection.execute("PRAGMA key = 'la buena'")
        connection.execute(f"PRAGMA kdf_iter = {ROUNDS}")
        assert connection.execute("SELECT count(*) FROM municipality").fetchone() == (0,), "the program asks for others"
    with open_store(path, "la buena") as opened:
        assert everything(opened) == before
    with pytest.raises(StoreFailure) as refused:
        open_store(path, "la mala")
    assert refused.value.reason is Reason.WRONG_PASSPHRASE
