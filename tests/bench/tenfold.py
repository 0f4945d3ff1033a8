"""The sample ten times over: nine copies of each of its records beside it, which refer to each other as those do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from app.file.files import new_file
from app.sample import build_sample
from db.base import Base
from db.entities import ENTITIES
from db.keys import key_of, new_key
from db.store import Store
from db.titles import Title

TIMES = 10


def make_tenfold(path: Path) -> Store:
    """Make the file; every kind has ten times as many records as in the sample."""
    store = new_file(path, None)
    build_sample(store, store.today())
    tables = _tables()
    with store.reading() as session:
        rows = {each: [dict(row) for row in session.execute(select(each)).mappings()] for each in tables}
    keys = [row["id"] for each in tables if "link" not in each.info for row in rows[each]]
    for turn in range(1, TIMES):
        copies = {key: new_key() for key in keys}
        with store.operation(Title("Carga")) as session:
            for table in tables:
                made = [_copy(table, row, copies, turn) for row in rows[table]]
                if made:
                    session.connection().execute(insert(table), made)
    return store


def _tables() -> list[Table]:
    own = {entity.__table__ for entity in ENTITIES}
    return [each for each in Base.metadata.sorted_tables if each in own or "link" in each.info]


def _copy(table: Table, row: Mapping[str, Any], copies: Mapping[str, str], turn: int) -> dict[str, Any]:
    """Return a row of the copy: its references lead to the same copy, and each name tells which one it is."""
    made = {name: copies.get(value, value) if isinstance(value, str) else value for name, value in row.items()}
    if "link" in table.info:
        sides = [each.name for each in table.columns if each.foreign_keys]
        made["id"] = key_of(table.name, *(made[name] for name in sides))
    for name in ("name", "short_name"):
        if made.get(name):
            made[name] = f"{made[name]} ({turn})"
            made.pop(f"{name}_key", None)
    return made
