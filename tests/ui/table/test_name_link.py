"""The name of a record in its list is a link: one click on it opens, a click elsewhere selects and nothing more."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.words.words import Words
from tests.ui.table.towns import show_towns
from ui.table.table import Table

NAME = 1


def on_name(table: Table, row: int) -> QPoint:
    return table.link.area(table.rows.index(row, NAME)).center()


def beside_name(table: Table, row: int) -> QPoint:
    cell = table.visualRect(table.rows.index(row, NAME))
    return QPoint(cell.right() - 6, cell.center().y())


def opened_by(table: Table) -> list[str]:
    opened: list[str] = []
    table.opened.connect(opened.append)
    return opened


def click(table: Table, at: QPoint, *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseMove(table.viewport(), at)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)


def test_one_click_on_a_name_opens_its_record(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    click(table, on_name(table, 4))
    assert opened == [table.rows.ids[4]]


def test_a_click_beside_the_name_selects_and_nothing_more(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    click(table, beside_name(table, 4))
    assert table.selected_ids() == [table.rows.ids[4]]
    assert opened == []


def test_a_name_that_is_clicked_to_select_more_rows_opens_nothing(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    click(table, beside_name(table, 2))
    click(table, on_name(table, 4), held=Qt.KeyboardModifier.ControlModifier)
    assert table.selected_ids() == [table.rows.ids[2], table.rows.ids[4]]
    assert opened == []


def test_a_double_click_anywhere_in_a_row_opens_it_once(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    click(table, beside_name(table, 3))
    QTest.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, beside_name(table, 3)
    )
    assert opened == [table.rows.ids[3]]


def test_the_second_half_of_a_double_click_on_a_name_meets_no_other_row(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    table.opened.connect(lambda _key: table.one_column.show())
    at = on_name(table, 6)
    click(table, at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert opened == [table.rows.ids[6]]
    assert table.selected_ids() == [table.rows.ids[6]]


def test_the_pointer_is_a_hand_on_a_name_alone(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    QTest.mouseMove(table.viewport(), on_name(table, 4))
    assert table.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(table.viewport(), beside_name(table, 4))
    assert table.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_name_looks_like_a_link_and_no_other_cell_does(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    image = table.viewport().grab().toImage()
    link = table.palette().link().color()

    def inked(column: int) -> bool:
        cell = table.visualRect(table.rows.index(2, column))
        spots = ((x, y) for x in range(cell.left(), cell.right()) for y in range(cell.top(), cell.bottom()))
        return any(image.pixelColor(x, y) == link for x, y in spots)

    assert [inked(column) for column in range(4)] == [False, True, False, False]


def test_without_the_column_of_names_no_cell_is_a_link(words: Words, qtbot: QtBot) -> None:
    table = show_towns(20, words, qtbot)
    opened = opened_by(table)
    table.columns_menu().actions()[NAME].setChecked(False)
    for column in (0, 2, 3):
        click(table, table.visualRect(table.rows.index(4, column)).center())
    assert opened == []
