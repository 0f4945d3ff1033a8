"""A list over 100,000 contacts, as a table and as one column: first paint, jump to the end, sort again, turning."""

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
from ui.table.two_lines import line_fields


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


def turn_over(table: Table) -> None:
    """Show a table as one column, or one column as a table again."""
    if table.one_column.on:
        table.one_column.give_back()
    else:
        table.one_column.show()
    table.grab()


@pytest.mark.bench
def test_list(tmp_path: Path, qtbot: QtBot) -> None:
    """Measure what a person waits for, painting included, without anything beside the window."""
    store = make_large(tmp_path / "grande.enlace", 1000, 100_000)
    info = CATALOG["person"]
    by_name = Query("person", order=(Order("name"),))

    def paint(*, one_column: bool = False) -> Table:
        columns = [info.field(name) for name in info.columns]
        table = Table(People(store), columns, Words("es"), lines=line_fields(info, info.columns))  # type: ignore[arg-type]  # lists are sequences
        qtbot.addWidget(table)
        if one_column:
            table.one_column.show()
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

    first, narrow = repeated(paint), repeated(lambda: paint(one_column=True))
    table = paint()
    table.select_id(table.rows.ids[50_000])
    turned = repeated(lambda: turn_over(table))
    end = repeated(lambda: jump(table))
    turn = [False]
    again = repeated(lambda: sort(table, turn))
    table.one_column.show()
    end_below = repeated(lambda: jump(table))
    for what, timing in (
        ("first paint", first),
        ("first paint in one column", narrow),
        ("turned to one column or back", turned),
        ("jump to the end", end),
        ("jump to the end in one column", end_below),
        ("sort again by name", again),
    ):
        tell_plain(f"list of 100,000 rows, {what}", timing.median, "ms", "≤ 50 ms")
    store.close()
