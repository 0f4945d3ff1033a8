"""A journal of a million entries: opened, told, checked; and what one small edit adds to a file."""

from pathlib import Path

import pytest

from app.records.catalog import Query
from app.records.editing import Draft, edit_many, save_record
from app.records.history import operations, record_history
from app.records.reading import list_ids
from db.checking import check
from db.store import Store
from tests.bench.measure import repeated, tell, tell_plain, timed
from tests.bench.million import ENTRIES, make_million

EDITS = 1_000
NOTES = "Reunión con la dirección de cultura. " * 41
"""Some 1.5 kB, as notes are."""


@pytest.mark.bench
def test_a_million_entries(tmp_path: Path) -> None:
    """Open the file, tell the history of a record and of the file, and check it through and through."""
    path = tmp_path / "red.enlace"
    people = make_million(path)
    opened = repeated(lambda: Store.open(path).close())
    with Store.open(path) as store:
        with store.reading() as session:
            entries = session.connection().exec_driver_sql("SELECT count(*) FROM journal_entry").scalar_one()
        record = repeated(lambda: record_history(store, "person", people[7]))
        file = repeated(lambda: operations(store))
        with store.reading() as session:
            floor = timed(lambda: session.connection().exec_driver_sql("PRAGMA integrity_check").all())
        found: list[str] = []
        checked = timed(lambda: found.extend(check(store)))
    assert found == []
    tell_plain("entries of the journal", entries, "", str(ENTRIES))
    tell_plain("its file", path.stat().st_size / 1e6, "MB", "-")
    tell_plain("to open it", opened.median, "ms", "≤ 300 ms")
    tell_plain("history of a record with its parts", record.median, "ms", "≤ 300 ms")
    tell_plain("history of the file", file.median, "ms", "≤ 300 ms")
    tell("check of it, against the engine's integrity check of the same file", checked, floor, "≤ 6")


def vacuumed(store: Store) -> int:
    """Return the bytes of the file when nothing in it is free."""
    connection = store._engine.raw_connection()  # noqa: SLF001 - a figure of the file itself
    connection.cursor().execute("VACUUM")
    connection.close()
    return store.path.stat().st_size


@pytest.mark.bench
def test_the_growth_of_a_file(tmp_path: Path) -> None:
    """Edit one word of records with long notes."""
    with Store.create(tmp_path / "red.enlace", author="Ana Ejemplo") as store:
        for at in range(100):
            save_record(store, Draft("person", None, {"name": f"Luz Modelo {at}", "notes": NOTES}))
        keys = list_ids(store, Query("person"))
        before = vacuumed(store)
        for at in range(EDITS):
            edit_many(store, "person", [keys[at % 100]], {"treatment": f"Dra. {at}"})
        grown = (vacuumed(store) - before) / EDITS
    tell_plain("growth of the file for an edit of one word in a record with 1.5 kB of notes", grown, "bytes", "≤ 600")
