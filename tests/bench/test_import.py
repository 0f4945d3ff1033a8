"""10,000 contacts from xlsx, read to applied, against a bare read and raw inserts of the same rows; then undone."""

import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from app import history
from app.importing import prepare, read_file
from app.sheets.apply import apply_plan
from app.sheets.plan import make_plan
from app.words import Words
from db.store import Store, check
from tests.bench.large import FAMILY, GIVEN, POSTS, make_large
from tests.bench.measure import tell, tell_plain, timed

COUNT = 10_000


def make_sheet(path: Path) -> None:
    """Write the contacts as an office has them: name, post, city, country, e-mail and phone."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Contactos")
    sheet.append(["Nombre y apellido", "Cargo", "Ciudad", "País", "Correo", "Teléfono"])
    for at in range(COUNT):
        name = f"{GIVEN[at % 13]} {FAMILY[at % 8]} {at}"
        phone = f"+598 2{at:07}"
        sheet.append([name, POSTS[at % 4], f"Ciudad {at % 1000}", "Uruguay", f"c{at}@example.org", phone])
    book.save(path)


def bare(path: Path, folder: Path) -> None:
    """Read with calamine alone and insert the rows that the import makes into tables without triggers or indexes."""
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]
    with closing(sqlite3.connect(folder / "bare.db")) as connection, connection:
        connection.execute("CREATE TABLE person (id, name)")
        connection.execute("CREATE TABLE post (id, name, city)")
        connection.execute("CREATE TABLE tenure (id, person, post)")
        connection.execute("CREATE TABLE contact (id, person, kind, value)")
        rows = list(enumerate(cells))
        connection.executemany("INSERT INTO person VALUES (?, ?)", [(at, row[0]) for at, row in rows])
        connection.executemany("INSERT INTO post VALUES (?, ?, ?)", [(at, row[1], row[2]) for at, row in rows])
        connection.executemany("INSERT INTO tenure VALUES (?, ?, ?)", [(at, at, at) for at, _ in rows])
        connection.executemany("INSERT INTO contact VALUES (?, ?, 'email', ?)", [(at, at, row[4]) for at, row in rows])
        connection.executemany("INSERT INTO contact VALUES (?, ?, 'phone', ?)", [(at, at, row[5]) for at, row in rows])


def whole_import(store: Store, path: Path, words: Words) -> int:
    """Read, match, plan and apply, and give how many rows were new."""
    plan = make_plan(store, prepare(read_file(path), "person").request(), words)
    return apply_plan(store, plan, words).counts.new


@pytest.mark.bench
def test_import(tmp_path: Path) -> None:
    """Import once into a file that has the cities, and undo it."""
    sheet, words = tmp_path / "contactos.xlsx", Words("es")
    make_sheet(sheet)
    floor = timed(lambda: bare(sheet, tmp_path))
    made: list[int] = []
    with make_large(tmp_path / "red.enlace", 1000, 10) as store:
        applied = timed(lambda: made.append(whole_import(store, sheet, words)))
        undone = timed(lambda: history.undo(store))
        assert check(store) == []
        tracemalloc.start()
        whole_import(store, sheet, words)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    tell_plain("import of contacts from xlsx", made[0], "new", str(COUNT))
    tell("import of 10,000 contacts, against a bare read and insert", applied, floor, "≤ 15")
    tell("undo of that import, against its applying", undone, applied, "≤ 1")
    tell_plain("memory of the import that Python holds at its peak", peak / 2**20, "MB", "≤ 400 MB")
