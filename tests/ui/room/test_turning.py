"""From one record to the next, in the order of the list, as far as it goes."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Order, Query
from tests.ui.room.asked import ARGENTINA
from tests.ui.seeing import edit_shown, frame_of, names_of, open_row, pane_of, room_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window


def allowed(window: Window) -> tuple[bool, bool]:
    """Return whether there is a record before and after, as the buttons and the commands say."""
    turning, commands = room_of(window).turning, window.commands
    buttons = turning.previous.isEnabled(), turning.next.isEnabled()
    assert buttons == (commands["previous_record"].isEnabled(), commands["next_record"].isEnabled())
    return buttons


def test_the_first_and_the_last_record_have_one_neighbour(opened: Window, qtbot: QtBot) -> None:
    open_row(opened, 0, qtbot)
    assert allowed(opened) == (False, True)
    open_row(opened, 2, qtbot)
    assert allowed(opened) == (True, True)
    open_row(opened, 4, qtbot)
    assert allowed(opened) == (True, False)


def test_without_a_record_there_is_nowhere_to_go(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[2])
    wait_until_idle(opened, qtbot)
    assert allowed(opened) == (False, False)
    assert not opened.commands["other_pane"].isEnabled()


def test_the_next_record_is_the_next_of_the_order_that_the_list_has(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).list.ask(Query("municipality", order=(Order("population", descending=True),)))
    wait_until_idle(opened, qtbot)
    names = names_of(opened)
    open_row(opened, 0, qtbot)
    press(opened, "next_record", qtbot)
    assert pane_of(opened).heading.text() == names[1]
    press(opened, "previous_record", qtbot)
    assert pane_of(opened).heading.text() == names[0]


def test_a_record_that_the_filter_hides_has_no_neighbours(opened: Window, qtbot: QtBot) -> None:
    pane = room_of(opened).list
    hidden = pane.table.rows.ids[names_of(opened).index("Montevideo")]
    pane.filters.add(ARGENTINA)
    wait_until_idle(opened, qtbot)
    frame_of(opened).show_record("municipality", hidden)
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Montevideo"
    assert allowed(opened) == (False, False)


def test_what_was_written_is_settled_before_the_next_record_is_shown(opened: Window, qtbot: QtBot) -> None:
    open_row(opened, 0, qtbot)
    edit_shown(opened)
    QTest.keyClicks(pane_of(opened).form.boxes["name"].editor.input(), "Intendencia de Canelones")
    press(opened, "next_record", qtbot)
    assert pane_of(opened).heading.text() == "Canelones"
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"


def test_a_new_record_given_up_leaves_the_row_that_was_chosen(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[3])
    wait_until_idle(opened, qtbot)
    room_of(opened).begin_record("municipality", {})
    wait_until_idle(opened, qtbot)
    assert table.selected_ids() == []
    pane_of(opened).close_record()
    wait_until_idle(opened, qtbot)
    assert table.selected_ids() == [table.rows.ids[3]]
    assert not table.one_column.on
