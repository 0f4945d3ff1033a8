"""The list: all of its keys, a few of its rows, sorted by the source, copied into spreadsheets."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo, Order, Query
from app.words.fields import Field, Kind, Money
from app.words.words import Words
from ui.table.model import BLOCK, BLOCKS_KEPT
from ui.table.table import Table
from ui.work.run import Runner

COLUMNS = (
    FieldInfo("name", Field("Nombre", width=24)),
    FieldInfo("country", Field("País", Kind.COUNTRY)),
    FieldInfo("population", Field("Población", Kind.INTEGER)),
    FieldInfo("budget", Field("Presupuesto", Kind.MONEY)),
    FieldInfo("phone", Field("Teléfono", Kind.PHONE)),
)


class Cities:
    """A source of as many cities as asked for; it remembers which rows were read."""

    def __init__(self, count: int) -> None:
        self.keys = [f"{number:032x}" for number in range(count)]
        self.gone: set[str] = set()
        self.read = 0

    def ids(self, query: Query) -> list[str]:
        down = bool(query.order) and query.order[0].descending
        return self.keys[::-1] if down else list(self.keys)

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        assert list(columns) == [column.name for column in COLUMNS]
        self.read += len(ids)
        return [self.row(key) for key in ids if key not in self.gone]

    def row(self, key: str) -> tuple[object, ...]:
        number = int(key, 16)
        return f"=Ciudad {number}", "UY", number * 1000, Money(number * 100_000, "USD"), "+59899123456"


def make(source: Cities, words: Words, qtbot: QtBot, runner: Runner | None = None) -> Table:
    table = Table(source, COLUMNS, words, runner=runner)
    qtbot.addWidget(table)
    table.resize(1000, 500)
    table.ask(Query("municipality"))
    table.show()
    return table


def click_heading(table: Table, column: int) -> None:
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_of_a_hundred_thousand_rows_only_those_in_sight_are_read(words: Words, qtbot: QtBot) -> None:
    source = Cities(100_000)
    table = make(source, words, qtbot)
    table.grab()
    assert source.read <= 2 * BLOCK
    table.scrollToBottom()
    table.grab()
    assert source.read <= 4 * BLOCK
    assert table.rows.text(99_999, 0) == "=Ciudad 99999"


def test_only_a_few_blocks_stay_in_memory(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(BLOCK * (BLOCKS_KEPT + 10)), words, qtbot)
    for number in range(BLOCKS_KEPT + 10):
        table.rows.text(number * BLOCK, 0)
    assert len(table.rows._kept) == BLOCK * BLOCKS_KEPT  # noqa: SLF001 - memory cannot be seen from outside


def test_cells_are_written_for_people(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(20), words, qtbot)
    assert table.rows.text(12, 1) == "Uruguay"
    assert table.rows.text(12, 2) == "12.000"
    assert table.rows.text(12, 3).replace("\N{NO-BREAK SPACE}", " ") == "USD 12.000,00"
    assert table.rows.text(12, 4) == "+598 99 123 456"
    side = table.rows.index(12, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_a_heading_sorts_up_and_then_down(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(300), words, qtbot)
    click_heading(table, 0)
    assert table.rows.query is not None
    assert table.rows.query.order == (Order("name"),)
    click_heading(table, 0)
    assert table.rows.query.order == (Order("name", descending=True),)
    assert table.rows.text(0, 0) == "=Ciudad 299"
    assert table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_the_record_with_the_focus_keeps_it_when_the_order_changes(words: Words, qtbot: QtBot) -> None:
    source = Cities(300)
    table = make(source, words, qtbot)
    table.select_id(source.keys[7])
    click_heading(table, 0)
    click_heading(table, 0)
    assert table.current_id() == source.keys[7]
    assert table.selected_ids() == [source.keys[7]]


def test_all_is_a_state_that_survives_a_new_order(words: Words, qtbot: QtBot) -> None:
    source = Cities(1000)
    table = make(source, words, qtbot)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.all_selected
    click_heading(table, 0)
    click_heading(table, 0)
    assert table.selected_ids() == source.keys[::-1]
    table.select_id(source.keys[3])
    assert table.selected_ids() == [source.keys[3]]


def test_the_selected_rows_are_copied_as_a_table(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(20), words, qtbot)
    table.setFocus()
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert [len(line.split("\t")) for line in lines] == [5, 5, 5]
    assert lines[0].startswith("Nombre\tPaís\tPoblación")
    assert lines[1].startswith("'=Ciudad 1\tUruguay\t1.000\t")
    assert "<td>Uruguay</td>" in copied.html()
    assert copied.html().count("<tr>") == 3


def test_enter_opens_the_record_with_the_focus(words: Words, qtbot: QtBot) -> None:
    source = Cities(20)
    table = make(source, words, qtbot)
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.select_id(source.keys[4])
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [source.keys[4]]


def test_columns_keep_their_widths_places_and_visibility(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(3), words, qtbot)
    table.horizontalHeader().moveSection(2, 0)
    table.setColumnWidth(0, 333)
    table.setColumnHidden(4, True)
    states = table.states()
    other = make(Cities(3), words, qtbot)
    other.restore(states)
    assert other.states() == states
    assert [state.name for state in states][:2] == ["population", "name"]
    assert other.columnWidth(0) == 333
    assert other.isColumnHidden(4)


def test_a_column_that_is_no_more_is_passed_over(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(3), words, qtbot)
    states = (replace(table.states()[0], name="forgotten"), *table.states()[::-1])
    table.restore(states)
    assert next(state.name for state in table.states()) == "phone"


def test_the_last_column_shown_cannot_be_hidden(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(3), words, qtbot)
    for at in range(1, len(COLUMNS)):
        table.setColumnHidden(at, True)
    menu = table.columns_menu()
    assert [action.isEnabled() for action in menu.actions()] == [False, True, True, True, True]


def test_a_record_deleted_meanwhile_leaves_an_empty_row(words: Words, qtbot: QtBot) -> None:
    source = Cities(10)
    table = make(source, words, qtbot)
    source.gone.add(source.keys[4])
    table.rows.reload()
    assert table.rows.text(4, 0) == ""
    assert table.rows.text(5, 0) == "=Ciudad 5"


def test_an_empty_list_says_so(words: Words, qtbot: QtBot) -> None:
    table = make(Cities(0), words, qtbot)
    blank = table.viewport().grab().toImage()
    table.set_empty_text("Todavía no hay ciudades.")
    assert table.viewport().grab().toImage() != blank
    assert table.current_id() is None
    table.copy()


@pytest.fixture
def runner(qapp: QObject) -> Runner:
    return Runner(qapp, lambda _: None)


def test_keys_looked_for_beside_the_window_arrive(words: Words, qtbot: QtBot, runner: Runner) -> None:
    table = make(Cities(500), words, qtbot, runner)
    qtbot.waitUntil(lambda: len(table.rows.ids) == 500)
    runner.close()


def test_a_long_list_is_copied_beside_the_window(words: Words, qtbot: QtBot, runner: Runner) -> None:
    table = make(Cities(2500), words, qtbot, runner)
    qtbot.waitUntil(lambda: len(table.rows.ids) == 2500)
    QGuiApplication.clipboard().clear()
    table.selectAll()
    table.copy()
    assert not QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: len(QGuiApplication.clipboard().text().splitlines()) == 2501)
    runner.close()


def test_home_and_end_go_to_the_first_and_the_last_row(words: Words, qtbot: QtBot) -> None:
    source = Cities(500)
    table = make(source, words, qtbot)
    table.select_id(source.keys[7])
    for key, wanted in ((Qt.Key.Key_End, source.keys[-1]), (Qt.Key.Key_Home, source.keys[0])):
        QTest.keyClick(table, key)
        assert table.current_id() == wanted
        assert table.selected_count() == 1
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_count() == len(source.keys)
