"""What is selected in a list is known by its keys: it stays while it is listed, and "all" ends with its question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo, Order, Query
from app.words.fields import Field
from app.words.words import Words
from ui.table.selecting import Selection
from ui.table.table import Table

COLUMNS = (FieldInfo("name", Field("Nombre", width=24)), FieldInfo("notes", Field("Notas", width=24)))


class Names:
    """A source of names, which are their own keys; words are looked for at the beginning."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def ids(self, query: Query) -> list[str]:
        found = [name for name in self.names if name.startswith(query.words)]
        return sorted(found, reverse=bool(query.order) and query.order[0].descending)

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        return [(key,) * len(columns) for key in ids]


def make(source: Names, words: Words, qtbot: QtBot) -> Table:
    table = Table(source, COLUMNS, words)
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.ask(Query("person"))
    table.show()
    return table


def hear(table: Table) -> list[int]:
    """Return the list of how many were selected each time that the table said that it changed."""
    counts: list[int] = []
    table.selection_changed.connect(lambda: counts.append(table.selected_count()))
    return counts


def test_several_stay_selected_when_the_list_is_ordered_anew(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Beto", "Caro", "Dina"), words, qtbot)
    table.select_again(Selection(("Ana", "Beto", "Dina")))
    table.ask(Query("person", order=(Order("name", descending=True),)))
    assert table.selected_ids() == ["Dina", "Beto", "Ana"]
    assert table.selected_count() == 3


def test_what_is_not_listed_any_more_is_not_selected(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Alba", "Beto"), words, qtbot)
    table.select_again(Selection(("Ana", "Beto")))
    counts = hear(table)
    table.ask(Query("person", words="A"))
    assert table.selected_ids() == ["Ana"]
    table.ask(Query("person", words="B"))
    assert table.selected_ids() == []
    assert counts[-1] == 0
    table.ask(Query("person"))
    assert table.selected_ids() == []


def test_what_is_deleted_is_not_selected_and_its_neighbours_stay(words: Words, qtbot: QtBot) -> None:
    source = Names("Ana", "Beto", "Caro", "Dina")
    table = make(source, words, qtbot)
    table.select_again(Selection(("Ana", "Beto", "Caro")))
    source.names.remove("Beto")
    table.ask(Query("person"))
    assert table.selected_ids() == ["Ana", "Caro"]


def test_all_ends_with_other_words_or_filters(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Alba", "Beto"), words, qtbot)
    table.ask(Query("person", words="A"))
    table.selectAll()
    counts = hear(table)
    table.ask(Query("person"))
    assert not table.all_selected
    assert table.selected_ids() == []
    assert counts == [0]


def test_nothing_of_all_stays_when_the_selection_is_cleared(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Beto"), words, qtbot)
    table.selectAll()
    assert table.selected_count() == 2
    table.clearSelection()
    assert table.selected_ids() == []


def test_esc_ends_a_selection_of_several(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Beto"), words, qtbot)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_count() == 2
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert table.selected_count() == 0
    table.select_id("Ana")
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert table.selected_ids() == ["Ana"]


def test_what_was_selected_can_be_selected_again(words: Words, qtbot: QtBot) -> None:
    table = make(Names("Ana", "Beto", "Caro"), words, qtbot)
    table.select_again(Selection(("Ana", "Caro")))
    some = table.selected()
    table.selectAll()
    everything = table.selected()
    table.select_again(some)
    assert table.selected_ids() == ["Ana", "Caro"]
    table.select_again(everything)
    assert table.all_selected
