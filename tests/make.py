"""What tests make: an empty file, and small records in it."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Table

from app.records.editing import Draft, save_record
from app.words.titles import say_title
from app.words.words import Words
from db.catalog import present_catalog
from db.entities.meeting import Meeting, MeetingState
from db.journal.shape import present_tables
from db.store import Store
from db.titles import Title

TODAY = date(2026, 11, 22)
"""The day on which tests derive states, so that none of them changes with the calendar."""

SPANISH = Words("es")

CATALOG = present_catalog()
"""The kinds of record that are declared, as every open file has them."""


def empty_template(folder: Path) -> Path:
    """Lay, once for a folder, an empty file to copy: quicker than running every migration for every test."""
    template = folder / "empty.enlace"
    if not template.exists():
        template.write_bytes(_empty())
    return template


@cache
def _empty() -> bytes:
    """Return what an empty file holds, made as the program makes one: all that begin with such a file copy it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.enlace"
        Store.create(path).close()
        return path.read_bytes()


def open_store(path: Path, passphrase: str | None = None) -> Store:
    """Open a file on the day of the tests."""
    return Store.open(path, passphrase, clock=lambda: TODAY, author="Ana Ejemplo")


def copied_store(template: Path, folder: Path) -> Store:
    """Open a copy of the template in `folder`."""
    path = folder / "prueba.enlace"
    shutil.copy(template, path)
    return open_store(path)


def add(store: Store, entity: str, **values: object) -> str:
    """Save a record with these values and give its key."""
    return save_record(store, Draft(entity, None, values)).id


def add_city(store: Store, name: str = "Córdoba", country: str = "AR", subdivision: str | None = None) -> str:
    """Save a city and give its key."""
    return add(store, "municipality", short_name=name, country=country, subdivision=subdivision)


def approve(store: Store, meeting: str) -> None:
    """Let the acta of a meeting stand approved, as after all that it says was recorded."""
    with store.operation(Title("Aprobar un acta"), opens=meeting) as session:
        session.get_one(Meeting, meeting).state = MeetingState.CLOSED.value


def said(title: Title | None) -> str:
    """Return a title as Spanish says it; an empty text for none."""
    return say_title(title, SPANISH) if title is not None else ""


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the file records, table by table, to compare one moment with another."""
    with store.reading() as session:
        connection = session.connection()
        return {
            each.name: sorted(map(tuple, connection.exec_driver_sql(_all_of(each.table))), key=repr)
            for each in present_tables()
        }


def _all_of(table: Table) -> str:
    """Return what asks for all that a table holds as it is stored, in SQL: nothing has to be made of it each time."""
    listed = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'SELECT {listed} FROM "{table.name}"'


def count_rows(store: Store) -> int:
    """Count the rows of all entities."""
    return sum(len(rows) for rows in everything(store).values())
