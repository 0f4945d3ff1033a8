"""What stands where in what shows a record."""

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import open_record, pane_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


def stand_below_each_other(window: Window, *parts: QWidget) -> bool:
    """Tell whether parts are seen, each begun where the one before it has ended."""
    spans = [(top := part.mapTo(window, QPoint()).y(), top + part.height()) for part in parts]
    return all(part.isVisible() for part in parts) and all(over[1] <= under[0] for over, under in pairwise(spans))


def test_a_page_fills_the_record_below_its_head_without_a_bar(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert stand_below_each_other(opened, pane.heading, pane.page)
    assert not pane.bar.isVisible()
    assert pane.page.mapTo(pane, QPoint(0, pane.page.height())).y() == pane.height()


def test_what_helps_to_begin_stands_above_the_form_and_saving_below_it(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {})
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert pane.helper is not None
    assert stand_below_each_other(opened, pane.heading, pane.helper, pane.form, pane.bar)


def test_the_tabs_of_a_meeting_stand_above_what_they_turn(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("reuniones")
    wait_until_idle(opened, qtbot)
    room_of(opened).show_record("meeting", room_of(opened).list.table.rows.ids[0])
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert stand_below_each_other(opened, pane.heading, pane.tabs, pane.stack)
