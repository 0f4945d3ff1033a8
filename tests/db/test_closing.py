"""A file that was closed: nothing reads it any more, and whoever wants it next has it."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock

from db.failures import ClosedStoreError
from db.store import Store
from db.titles import Title
from tests.make import open_store


def read(store: Store, _beside: Path) -> None:
    """Begin a reading."""
    with store.reading():
        pass


def change(store: Store, _beside: Path) -> None:
    """Begin an operation."""
    with store.operation(Title("prueba")):
        pass


def copy(store: Store, beside: Path) -> None:
    """Copy the file."""
    store.copy_to(beside)


def lock(store: Store, _beside: Path) -> None:
    """Lock the file with a passphrase."""
    store.set_passphrase("una clave larga")


@pytest.mark.parametrize("ask", [read, change, copy, lock])
def test_a_closed_file_is_not_opened_again_by_what_asks_for_it(
    store: Store, tmp_path: Path, ask: Callable[[Store, Path], None]
) -> None:
    written, other = store.path.read_bytes(), store.speaking("pt")
    store.close()
    for each in (store, other):
        with pytest.raises(ClosedStoreError, match=store.path.name):
            ask(each, tmp_path / "copia.enlace")
    assert store.path.read_bytes() == written
    assert not (tmp_path / "copia.enlace").exists()


def test_a_file_that_was_opened_beside_the_window_is_let_go_by_it(store: Store, tmp_path: Path) -> None:
    path = store.path
    store.close()
    opened: list[Store] = []
    thread = Thread(target=lambda: opened.append(open_store(path)))
    thread.start()
    thread.join()
    held = tmp_path / "held.lock"
    os.link(path.with_name(f".{path.name}.lock"), held)
    read(opened[0], tmp_path)
    opened[0].close()
    with FileLock(held, timeout=0):
        assert held.exists()
