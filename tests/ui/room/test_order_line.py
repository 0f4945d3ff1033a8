"""In one column a list is ordered by a choice, which always says how it is ordered now."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Order, Query
from tests.ui.seeing import names_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.listing import ListPane


def narrow_list(window: Window) -> ListPane:
    pane = room_of(window).list
    pane.show_one_column(on=True)
    return pane


def choose(pane: ListPane, field: str) -> None:
    box = pane.order_line.fields
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def test_another_field_orders_the_list_and_the_arrow_turns_it_round(opened: Window, qtbot: QtBot) -> None:
    pane = narrow_list(opened)
    choose(pane, "population")
    wait_until_idle(opened, qtbot)
    upwards = names_of(opened)
    assert upwards[0] == "São Leopoldo"
    assert upwards[-1] == "Córdoba"
    pane.order_line.direction.click()
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == upwards[::-1]
    assert pane.current_view().order == (Order("population", descending=True),)
    assert pane.order_line.direction.accessibleName() == "Sentido del orden: Descendente"


def test_the_choice_says_the_order_that_a_heading_or_a_view_gave(opened: Window, qtbot: QtBot) -> None:
    pane = room_of(opened).list
    pane.ask(Query("municipality", order=(Order("country", descending=True),)))
    wait_until_idle(opened, qtbot)
    pane.show_one_column(on=True)
    assert pane.order_line.fields.currentText() == "País"
    assert pane.order_line.direction.toolTip() == "Descendente"


def test_a_list_that_puts_some_records_behind_says_by_what_the_others_are_ordered(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("convenios")
    wait_until_idle(opened, qtbot)
    pane = narrow_list(opened)
    assert pane.current_view().order[0] == Order("is_past")
    assert pane.order_line.fields.currentText() == "Vence el"
    choose(pane, "is_past")
    wait_until_idle(opened, qtbot)
    assert pane.order_line.fields.currentText() == "Ya venció"


def test_the_order_of_the_column_is_that_of_the_table_afterwards(opened: Window, qtbot: QtBot) -> None:
    pane = narrow_list(opened)
    choose(pane, "population")
    wait_until_idle(opened, qtbot)
    pane.show_one_column(on=False)
    header = pane.table.horizontalHeader()
    assert pane.table.rows.columns[header.sortIndicatorSection()].name == "population"
    assert names_of(opened)[0] == "São Leopoldo"


def test_the_choice_is_there_in_one_column_alone(opened: Window) -> None:
    pane = room_of(opened).list
    assert not pane.order_line.isVisible()
    pane.show_one_column(on=True)
    assert pane.order_line.isVisible()
    assert not pane.columns.isVisible()
    pane.show_one_column(on=False)
    assert not pane.order_line.isVisible()
    assert pane.columns.isVisible()


def test_the_filters_of_one_column_stand_inside_it(opened: Window, qtbot: QtBot) -> None:
    pane = narrow_list(opened)
    pane.setMaximumWidth(320)
    argentina = Filter("country", Operator.EQUALS, "AR")
    pane.ask(Query("municipality", filters=(argentina, Filter("population", Operator.AT_LEAST, 1_000_000))))
    wait_until_idle(opened, qtbot)

    def right_edge(widget: QWidget) -> int:
        return widget.mapTo(pane, widget.rect().topRight()).x()

    assert len(pane.filters.chips) == 2
    shown = (*pane.filters.chips, pane.filters.adding, pane.order_line.direction, pane.words_line, pane.new_button)
    assert all(right_edge(each) <= 320 for each in shown)
    assert pane.filters.y() > pane.words_line.y()
