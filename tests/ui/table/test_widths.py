"""Columns take the width that is free, and what a person has set by hand stays as it is."""

from pytestqt.qtbot import QtBot

from app.words.words import Words
from tests.ui.table.towns import COLUMNS, show_towns
from ui.table.table import Table

NAME = [column.name for column in COLUMNS].index("name")


def widths(table: Table) -> list[int]:
    """Return the widths of the columns, in the order of the model."""
    return [table.columnWidth(at) for at in range(len(COLUMNS))]


def test_the_column_of_names_takes_what_is_left(words: Words, qtbot: QtBot) -> None:
    table = show_towns(3, words, qtbot)
    before = widths(table)
    assert sum(before) == table.viewport().width()
    table.resize(1200, 400)
    grown = [after - width for width, after in zip(before, widths(table), strict=True)]
    assert grown == [300 if at == NAME else 0 for at in range(len(COLUMNS))]


def test_columns_that_miss_the_width_by_little_are_drawn_into_it_and_no_heading_is_cut(
    words: Words, qtbot: QtBot
) -> None:
    table = show_towns(3, words, qtbot)
    wanted = sum(widths(table)) - table.viewport().width() + 480
    table.resize(wanted, 400)
    header = table.horizontalHeader()
    assert sum(widths(table)) == table.viewport().width()
    assert all(header.sectionSize(at) >= header.sectionSizeHint(at) for at in range(len(COLUMNS)))


def test_a_table_that_is_much_too_narrow_scrolls(words: Words, qtbot: QtBot) -> None:
    table = show_towns(3, words, qtbot)
    table.resize(200, 400)
    assert sum(widths(table)) > table.viewport().width()
    assert table.horizontalScrollBar().maximum() > 0


def test_what_was_set_by_hand_stays_when_the_window_grows(words: Words, qtbot: QtBot) -> None:
    table = show_towns(3, words, qtbot)
    table.setColumnWidth(NAME, 123)
    table.resize(1300, 400)
    assert table.columnWidth(NAME) == 123
    assert sum(widths(table)) == table.viewport().width()
    assert [(state.name, state.width) for state in table.states() if state.width] == [("name", 123)]


def test_a_column_that_is_hidden_leaves_its_width_to_the_others(words: Words, qtbot: QtBot) -> None:
    table = show_towns(3, words, qtbot)
    table.columns_menu().actions()[0].trigger()
    assert table.isColumnHidden(0)
    assert sum(widths(table)) == table.viewport().width()
    assert not any(state.width for state in table.states())


def test_the_one_column_of_a_list_that_grows_narrow_has_the_width_that_is_there(words: Words, qtbot: QtBot) -> None:
    table = show_towns(3, words, qtbot)
    table.resize(1200, 400)
    table.one_column.show()
    table.resize(240, 400)
    assert [width for width in widths(table) if width] == [table.viewport().width()]
    table.one_column.give_back()
    table.resize(1200, 400)
    assert sum(widths(table)) == table.viewport().width()
    assert not any(state.width for state in table.states())
