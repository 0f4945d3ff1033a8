"""A list over 100,000 contacts: first paint, jump to the end, sort again."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.records.catalog import Order, Query
from app.records.reading import list_ids, list_rows
from app.words.words import Words
from db.store import Store
from tests.bench.large import make_large
from tests.bench.measure import repeated, tell_plain
from tests.make import CATALOG
from ui.table.table import Table


class People:
    """The contacts of a file, as a list asks for them."""

    def __init__(self, store: Store) -> None:
        """Read from `store`."""
        self.store = store

    def ids(self, query: Query) -> Sequence[str]:
        """Return the keys of the query."""
        return list_ids(self.store, query)

    def rows(self, columns: list[str], ids: list[str]) -> list[tuple[object, ...]]:
        """Return rows for the keys."""
        return list_rows(self.store, "person", columns, ids)


@pytest.mark.bench
def test_list(tmp_path: Path, qtbot: QtBot) -> None:
    """Measure what a person waits for, painting included, without anything beside the window."""
    store = make_large(tmp_path / "grande.enlace", 1000, 100_000)
    info = CATALOG["person"]
    by_name = Query("person", order=(Order("name"),))

    def paint() -> Table:
        table = Table(People(store), [info.field(name) for name in info.columns], Words("es"))  # type: ignore[arg-type]  # lists are sequences
        qtbot.addWidget(table)
        table.resize(1100, 650)
        table.ask(by_name)
        table.show()
        table.grab()
        return table

    def jump(table: Table) -> None:
        table.scrollToTop()
        table.rows.reload()
        table.scrollToBottom()
        table.grab()

    def sort(table: Table, turn: list[bool]) -> None:
        turn[0] = not turn[0]
        table.ask(Query("person", order=(Order("name", descending=turn[0]),)))
        table.grab()

    first = repeated(paint)
    table = paint()
    end = repeated(lambda: jump(table))
    turn = [False]
    again = repeated(lambda: sort(table, turn))
    for what, timing in (("first paint", first), ("jump to the end", end), ("sort again by name", again)):
        tell_plain(f"list of 100,000 rows, {what}", timing.median, "ms", "≤ 50 ms")
    store.close()
