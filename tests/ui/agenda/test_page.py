"""The page of a month: it is read anew, a list where there is little room, and printed."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from db.values import PartialDate
from tests.make import add
from tests.ui.agenda.showing import FAIR, go, window_of
from tests.ui.waiting import press, wait_until_idle
from ui.agenda.page import MonthPage
from ui.paper.report_dialog import ReportDialog


def test_the_month_is_read_anew_after_a_change_and_the_day_stays(month: MonthPage, qtbot: QtBot) -> None:
    grid = go(month, FAIR, qtbot)
    workspace = month.workspace
    draft = Draft("activity", None, {"name": "Visita", "starts_on": FAIR})
    workspace.write(lambda: save_record(workspace.store, draft).changes)
    wait_until_idle(month, qtbot)
    assert grid.month is not None
    assert "Visita" in [each.name for each in grid.month.on(FAIR)]
    assert grid.day == FAIR
    place = month.place()
    month.go_to_today()
    wait_until_idle(month, qtbot)
    month.return_to(place)
    wait_until_idle(month, qtbot)
    assert month.chosen == FAIR


def test_the_keyboard_stays_where_it_went_and_a_month_that_is_wanted_no_more_is_not_shown(
    month: MonthPage, qtbot: QtBot
) -> None:
    grid = go(month, FAIR, qtbot)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.day == FAIR + timedelta(days=1)
    workspace = month.workspace
    draft = Draft("activity", None, {"name": "Visita", "starts_on": FAIR})
    workspace.write(lambda: save_record(workspace.store, draft).changes)
    wait_until_idle(month, qtbot)
    assert grid.day == FAIR + timedelta(days=1)
    month.turn(1)
    month.turn(-1)
    wait_until_idle(month, qtbot)
    assert grid.month is not None
    assert (grid.month.first, month.heading.text()) == (date(2026, 11, 1), "Noviembre de 2026")


def test_in_little_room_it_is_a_list_by_day(month: MonthPage, qtbot: QtBot) -> None:
    go(month, FAIR, qtbot)
    assert month.faces.currentWidget() is month.grid
    window_of(month).resize(900, 560)
    wait_until_idle(month, qtbot)
    assert month.faces.currentWidget() is month.list
    rows = month.list.rows
    head = rows.item(0)
    assert [head.text(), *(head.child(at).text() for at in range(head.rowCount()))] == [
        "martes 24 de noviembre de 2026",
        "Actividad · Feria · del 24/11/2026 al 26/11/2026",
        "Actividad · Taller · 09:00 · suspendida",
    ]
    assert head.child(1).font().strikeOut()
    assert month.chosen == FAIR


def test_the_month_is_printed(month: MonthPage, qtbot: QtBot) -> None:
    window = window_of(month)
    go(month, FAIR, qtbot)
    press(window, "print", qtbot)
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    assert dialog.options.boxes["starts"].editor.value() == date(2026, 11, 1)
    assert dialog.options.boxes["ends"].editor.value() == date(2026, 11, 30)
    dialog.reject()
    wait_until_idle(window, qtbot)


def test_the_term_of_the_month_is_printed(month: MonthPage, qtbot: QtBot) -> None:
    term = add(month.workspace.store, "period", name="La que viene", starts=PartialDate(2030))
    go(month, date(2030, 5, 1), qtbot)
    month.reporting.click()
    dialog = next(each for each in window_of(month).findChildren(ReportDialog) if each.isVisible())
    assert dialog.report.name == "term-agenda"
    assert dialog.options.boxes["record_id"].editor.value() == term
    dialog.reject()
    wait_until_idle(window_of(month), qtbot)
