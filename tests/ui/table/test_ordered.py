"""A list whose order is the person's asks for moves and removals, and keeps the keyboard on its line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.table.ordered import Heading, Line, OrderedTable

ALT = Qt.KeyboardModifier.AltModifier


def lines(keys: str) -> list[Line]:
    return [Line(key, (str(number), f"Tema {key}"), {1: "file-text"}) for number, key in enumerate(keys, start=1)]


@pytest.fixture
def table(qtbot: QtBot) -> OrderedTable:
    made = OrderedTable((Heading("N.º", 3, right=True), Heading("Tema")), "Orden del día")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_lines(lines("abc"))
    made.show()
    return made


def test_alt_and_the_arrows_ask_for_another_order(table: OrderedTable, qtbot: QtBot) -> None:
    table.select("b")
    with qtbot.waitSignal(table.reordered) as asked:
        QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    assert asked.args == [["a", "c", "b"]]
    with qtbot.waitSignal(table.reordered) as asked:
        QTest.keyClick(table, Qt.Key.Key_Up, ALT)
    assert asked.args == [["b", "a", "c"]]
    table.select("a")
    with qtbot.assertNotEmitted(table.reordered):
        QTest.keyClick(table, Qt.Key.Key_Up, ALT)


def test_a_line_that_the_keyboard_comes_to_is_heard_whole(table: OrderedTable) -> None:
    table.select("b")
    line = QAccessible.queryAccessibleInterface(table).focusChild()
    assert line.text(QAccessible.Text.Name) == "2, Tema b"


def test_enter_opens_and_del_asks_for_removal(table: OrderedTable, qtbot: QtBot) -> None:
    table.select("c")
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.removal_wanted) as removed:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert (opened.args, removed.args) == (["c"], ["c"])


def test_the_line_with_the_keyboard_keeps_it_and_a_removed_one_hands_it_on(table: OrderedTable) -> None:
    table.select("b")
    table.show_lines(lines("cba"))
    assert table.current_key() == "b"
    table.show_lines(lines("ca"))
    assert table.current_key() == "a"


def test_numbers_stand_on_the_right_and_icons_before_texts(table: OrderedTable) -> None:
    side = table.rows.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert not table.rows.index(0, 1).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert table.rows.headerData(1, Qt.Orientation.Horizontal) == "Tema"
