"""The list beside a record: rows of two lines in one column, and the same table again when the record is closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Order
from app.words.words import Words
from tests.make import CATALOG
from tests.ui.table.towns import show_towns
from ui.look.theme import Theme
from ui.table.cells import elided_detail
from ui.table.two_lines import LineFields, TwoLines, line_fields, two_lines


def test_a_row_says_the_name_what_tells_it_apart_and_its_state(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    table.one_column.show()
    assert table.rows.two_lines(7) == TwoLines("Ciudad 7", "Uruguay", "Miembro")


def test_a_row_is_heard_as_both_its_lines_and_in_the_table_by_its_cells(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)

    def heard() -> str:
        table.select_id(table.rows.ids[7])
        focused = QAccessible.queryAccessibleInterface(table).focusChild()
        return focused.text(QAccessible.Text.Name)

    table.setFocus()
    assert heard() == "7.000"
    table.one_column.show()
    assert heard() == "Ciudad 7, Uruguay, Miembro"
    table.one_column.give_back()
    assert heard() == "7.000"


def test_rows_have_the_height_of_two_lines_and_the_width_that_there_is(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    low = table.rowHeight(3)
    table.resize(320, 400)
    table.one_column.show()
    table.grab()
    assert table.rowHeight(3) > 1.7 * low
    assert table.visualRect(table.rows.index(3, 1)).width() == table.viewport().width()
    assert table.horizontalHeader().isHidden()
    assert table.horizontalScrollBar().maximum() == 0


def test_the_table_comes_back_with_its_columns_its_place_and_its_selection(words: Words, qtbot: QtBot) -> None:
    table = show_towns(500, words, qtbot)
    table.horizontalHeader().moveSection(2, 0)
    table.setColumnWidth(1, 444)
    table.columns_menu().actions()[0].setChecked(False)
    table.select_id(table.rows.ids[203])
    table.grab()
    states, top, selected = table.states(), table.rowAt(0), table.selected_ids()
    table.one_column.show()
    table.grab()
    assert table.states() == states
    assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    table.one_column.give_back()
    table.grab()
    assert table.states() == states
    assert table.rowAt(0) == top
    assert table.selected_ids() == selected
    assert table.current_id() == selected[0]


def test_the_row_gone_to_beside_the_record_is_in_sight_in_the_table(words: Words, qtbot: QtBot) -> None:
    table = show_towns(500, words, qtbot)
    table.one_column.show()
    table.select_id(table.rows.ids[321])
    table.one_column.give_back()
    table.grab()
    seen = range(table.rowAt(0), table.rowAt(table.viewport().height() - 1) + 1)
    assert 321 in seen


def test_copying_means_the_columns_of_the_table(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    table.one_column.show()
    table.select_id(table.rows.ids[2])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Población\tNombre\tPaís\tSituación", "2.000\tCiudad 2\tUruguay\tMiembro"]


def test_all_is_selected_and_rows_are_gone_to_as_in_the_table(words: Words, qtbot: QtBot) -> None:
    table = show_towns(500, words, qtbot)
    table.one_column.show()
    table.setFocus()
    table.select_id(table.rows.ids[5])
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_ids() == [table.rows.ids[6]]
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_ids() == table.rows.ids[6:8]
    QTest.keyClicks(table, "ciudad 40")
    assert table.current_id() == table.rows.ids[40]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected_ids()) == 500


def test_another_order_keeps_one_column(words: Words, qtbot: QtBot) -> None:
    table = show_towns(500, words, qtbot)
    table.one_column.show()
    table.select_id(table.rows.ids[9])
    query = table.rows.order_by(0, descending=True)
    assert query is not None
    table.ask(query)
    assert table.rows.query is not None
    assert table.rows.query.order == (Order("population", descending=True),)
    assert table.current_id() == table.rows.ids[490]
    assert table.rows.two_lines(490) == TwoLines("Ciudad 9", "Uruguay", "Miembro")


def test_columns_set_while_none_is_seen_are_those_of_the_table_afterwards(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    table.one_column.show()
    wanted = table.states()[::-1]
    table.restore(wanted)
    table.one_column.give_back()
    assert [state.name for state in table.states()] == [state.name for state in wanted]


def test_the_rows_grow_with_the_text(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    table.one_column.show()
    low, font = table.rowHeight(0), table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.rowHeight(0) > 1.5 * low


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("municipality", LineFields(("short_name",), ("country", "subdivision"), "membership_state")),
        ("person", LineFields(("name",), ("post", "place"), "tenure_state")),
        ("meeting", LineFields(("name",), ("body_id", "starts_on"), "state")),
        ("resolution", LineFields(("number", "text"), ("meeting_id",), "state")),
        ("body", LineFields(("name",), ("acronym",))),
    ],
)
def test_the_lines_of_each_kind_come_from_its_declaration(entity: str, fields: LineFields) -> None:
    info = CATALOG[entity]
    assert line_fields(info, (each.name for each in info.fields)) == fields


@pytest.mark.parametrize(
    ("entity", "said", "lines"),
    [
        ("evidence", ("Quedó en actas", "Foro", "Guía", "", ""), ("Quedó en actas", "Foro · Guía", "")),
        ("evidence", ("", "Foro", "", "1 · Integración", ""), ("Foro", "1 · Integración", "")),
        (
            "commitment",
            ("Informe", "Cultura", "15/12/2026", "Pendiente"),
            ("Informe", "Cultura · 15/12/2026", "Pendiente"),
        ),
    ],
)
def test_no_row_is_without_a_name_and_two_of_one_name_are_told_apart(
    entity: str, said: tuple[str, ...], lines: tuple[str, str, str]
) -> None:
    info = CATALOG[entity]
    assert two_lines(line_fields(info, info.columns), said) == TwoLines(*lines)


def test_a_long_post_is_cut_and_the_city_kept(theme: Theme) -> None:
    metrics = QFontMetrics(QGuiApplication.font())
    said = "Coordinación de Relaciones Internacionales · Avellaneda · Santa Fe"
    narrow = elided_detail(said, metrics, metrics.horizontalAdvance("Coordinación · Avellaneda · Santa Fe"))
    assert narrow.startswith("Coord")
    assert narrow.endswith("… · Avellaneda · Santa Fe")
    assert elided_detail(said, metrics, metrics.horizontalAdvance(said)) == said
    assert elided_detail(said, metrics, metrics.horizontalAdvance("Avellaneda")).endswith("…")
