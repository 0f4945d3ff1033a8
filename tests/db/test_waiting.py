"""Changes wait for each other, and a file is let go of when it cannot be opened."""

import threading
from pathlib import Path

import pytest

from db.failures import StoreFailure
from db.sqlite import make_engine
from db.store import Store
from db.titles import Title
from tests.conftest import OF_THE_PROGRAM
from tests.db.writing import ask, made_city, write
from tests.make import open_store


def test_a_change_waits_for_another_however_long_that_takes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.sqlite._PRAGMAS", ("foreign_keys = ON", "busy_timeout = 20"))
    begun = threading.Event()

    def slow() -> None:
        with store.operation(Title("Despacio")) as session:
            session.connection().exec_driver_sql(made_city())
            begun.set()
            threading.Event().wait(0.5)

    thread = threading.Thread(target=slow)
    thread.start()
    assert begun.wait(20)
    write(store, made_city("other", "Tigre"))
    thread.join()
    assert ask(store, "SELECT id FROM municipality ORDER BY id") == [("city",), ("other",)]


def test_a_file_that_cannot_be_opened_is_let_go_of(store: Store, tmp_path: Path) -> None:
    path = store.path
    store.close()
    engine = make_engine(path, None)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    for _ in range(2):
        with pytest.raises(StoreFailure, match="newer"):
            open_store(path)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_written_is_on_the_disk_before_the_operation_has_ended(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, full, delete = store.path, 2, "delete"
    store.close()
    monkeypatch.setattr("db.sqlite._PRAGMAS", OF_THE_PROGRAM)  # all other tests do not wait for the disk
    store = open_store(path)
    assert ask(store, "PRAGMA synchronous") == [(full,)]
    assert ask(store, "PRAGMA journal_mode") == [(delete,)]
    store.close()


def test_a_file_that_is_closed_leaves_nothing_beside_it(store: Store, tmp_path: Path) -> None:
    write(store, made_city())
    store.close()
    assert list(tmp_path.iterdir()) == [store.path]
