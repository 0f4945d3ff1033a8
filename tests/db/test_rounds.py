"""The key of a file comes of its passphrase in as many rounds as the engine does by itself."""

from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as driver

from db.failures import Reason, StoreFailure
from db.store import Store
from tests.conftest import DERIVED
from tests.make import everything, open_store

ROUNDS = 256_000
"""Rounds in which the engine derives a key by itself, since its fourth version."""


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
    with pytest.raises(StoreFailure) as caught:
        open_store(path, "la mala")
    assert caught.value.reason is Reason.WRONG_PASSPHRASE
