"""10,000 contacts from xlsx, read to applied, against a bare read and raw inserts of the same rows; then undone."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from app.records.history import operations, undo
from app.sheets.importing.apply import apply_plan
from app.sheets.importing.importing import prepare, read_file, targets_of
from app.sheets.importing.plan import make_plan
from app.sheets.importing.rows import Plan
from app.words.words import Words
from db.base import Base, written_columns
from db.checking import check
from db.sqlite import connector
from db.store import Store
from tests.bench.large import FAMILY, GIVEN, POSTS, make_large
from tests.bench.measure import tell, tell_plain, timed_alone
from tests.make import CATALOG

ROOT = Path(__file__).parents[2]
COUNT = 10_000
IMPORT = """
import sys
from pathlib import Path
from app.__main__ import main
failed = main()
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
sys.exit(failed)
"""


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


def rows_of(store: Store) -> dict[str, tuple[list[str], list[tuple[object, ...]]]]:
    """Give, for each table that the import writes, its columns and all its rows as they are stored."""
    found = {}
    with store.reading() as session:
        for name in ("person", "post", "tenure", "contact_point"):
            table = Base.metadata.tables[name]
            columns = [column.name for column in written_columns(table)]
            stored = session.connection().exec_driver_sql(f"SELECT {', '.join(columns)} FROM {name}")
            found[name] = (columns, [tuple(row) for row in stored])
    return found


def without_triggers(path: Path) -> Any:  # noqa: ANN401 - the driver has no types
    """Make an empty file of the same tables and indexes, and open it without us."""
    Store.create(path).close()
    connection = connector(path, None)()
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def insert_bare(connection: Any, rows: dict[str, tuple[list[str], list[tuple[object, ...]]]]) -> None:  # noqa: ANN401 - as above
    """Insert the same rows into the same tables with the driver alone."""
    connection.execute("BEGIN")
    for name, (columns, values) in rows.items():
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", values)
    connection.execute("COMMIT")


def vacuumed(store: Store) -> float:
    """Return the megabytes of the file when nothing in it is free."""
    connection = store._engine.raw_connection()  # noqa: SLF001 - a figure of the file itself
    connection.cursor().execute("VACUUM")
    connection.close()
    return store.path.stat().st_size / 1e6


def memory_of_import(file: Path, sheet: Path) -> float:
    """Return the megabytes that the whole program holds at its peak while it imports, as Linux counts them."""
    command = [sys.executable, "-c", IMPORT, "import", str(file), str(sheet), "--entity", "person"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return int(said.split()[-2]) / 1024


@pytest.mark.bench
def test_import(tmp_path: Path) -> None:
    """Import once into a file that has the cities, and undo it."""
    sheet, words = tmp_path / "contactos.xlsx", Words("es")
    make_sheet(sheet)
    plans: list[Plan] = []
    with make_large(tmp_path / "red.enlace", 1000, 10) as store:
        planned = timed_alone(
            lambda: plans.append(
                make_plan(store, prepare(read_file(sheet), targets_of(CATALOG, "person")).request(), words)
            )
        )
        applied = timed_alone(lambda: apply_plan(store, plans[0], words))
        rows, connection = rows_of(store), without_triggers(tmp_path / "bare.enlace")
        read = timed_alone(lambda: CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python())
        floor = timed_alone(lambda: insert_bare(connection, rows))
        connection.close()
        size = vacuumed(store)
        plan = timed_alone(lambda: store.plan_undo([operations(store, 1)[0].number]))
        undone = timed_alone(lambda: undo(store))
        assert check(store) == []
    peak = memory_of_import(tmp_path / "red.enlace", sheet)
    tell_plain("import of contacts from xlsx", plans[0].counts.new, "new", str(COUNT))
    whole = "import of 10,000 contacts, read to applied, against calamine and raw inserts of the same rows"
    tell(whole, planned + applied, read + floor, "≤ 6")
    tell("applying of that import, against raw inserts of the same rows", applied, floor, "-")
    tell_plain("file after that import, vacuumed", size, "MB", "≤ 28 MB")
    tell("undo of that import, planned and done, against its applying", plan + undone, applied, "≤ 1")
    tell_plain("memory of the whole program at the peak of that import", peak, "MB", "≤ 400 MB")
