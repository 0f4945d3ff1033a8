"""A new meeting begins from the last of its body, in one operation that undo takes back whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids
from tests.journeys.hands import begin_record, save, type_into, write
from tests.ui.fitting import misfits
from tests.ui.meetings.meeting import ITEMS, Meeting, lines, meeting
from tests.ui.seeing import pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.meetings.pane import MeetingPane

__all__ = ["meeting"]


def begin(meeting: Meeting, qtbot: QtBot) -> None:
    begin_record(meeting.window, "reuniones", qtbot)


def choose_body(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.pane.form.boxes["body_id"].fill(meeting.keys["Comisión"])
    wait_until_idle(meeting.window, qtbot)


def count(meeting: Meeting, entity: str) -> int:
    return len(list_ids(meeting.store, Query(entity)))


def test_the_next_meeting_begins_with_the_agenda_and_the_number_of_the_last(meeting: Meeting, qtbot: QtBot) -> None:
    meetings, items = count(meeting, "meeting"), count(meeting, "agenda_item")
    begin(meeting, qtbot)
    strip = meeting.pane.beginning.strip
    assert strip.isHidden()
    choose_body(meeting, qtbot)
    assert strip.text.text() == "La última de esta instancia: Segunda reunión"
    strip.taking.click()
    assert meeting.pane.form.value("name") == "Tercera reunión"
    assert meeting.pane.form.value("starts_at") == "09:30"
    assert strip.text.text() == "Al guardar se copian 3 puntos del orden del día de Segunda reunión, sin su acta."
    key = save(meeting.window, qtbot)
    assert strip.isHidden()
    assert meeting.value("meeting", key, "state") == "planned"
    assert [cells[2:4] for cells in lines(meeting.agenda)] == [(name, str(time or "")) for name, time in ITEMS]
    press(meeting.window, "undo", qtbot)
    assert (count(meeting, "meeting"), count(meeting, "agenda_item")) == (meetings, items)


@pytest.mark.parametrize(
    "look", [("es", 100), ("pt", 100), ("pt", 200)], ids=["es", "pt", "pt at 200 %"], indirect=True
)
def test_what_is_copied_from_the_last_meeting_is_read_whole(look: Window, qtbot: QtBot) -> None:
    store = workspace_of(look).store
    board, *_ = list_ids(store, Query("body", words="comisión directiva"))
    begin_record(look, "reuniones", qtbot)
    pane = pane_of(look)
    assert isinstance(pane, MeetingPane)
    strip = pane.beginning.strip
    pane.form.boxes["body_id"].fill(board)
    wait_until_idle(look, qtbot)
    for button in (strip.taking, strip.leaving):
        assert button.isVisible()
        assert not list(misfits(strip.text.window()))
        assert strip.text.wordWrap(), "what has no room in a line goes on in the next"
        button.click()
        wait_until_idle(look, qtbot)
    pane.discard()


def test_the_tabs_of_a_new_meeting_count_nothing_of_the_one_before(meeting: Meeting, qtbot: QtBot) -> None:
    tabs = meeting.pane.tabs
    assert tabs.tabText(1) == "Orden del día (3)"
    begin(meeting, qtbot)
    assert not [tabs.tabText(at) for at in range(tabs.count()) if "(" in tabs.tabText(at)]


def test_what_the_person_wrote_stays_and_one_step_takes_the_rest_back(meeting: Meeting, qtbot: QtBot) -> None:
    begin(meeting, qtbot)
    write(meeting.window, "name", "Reunion de noviembre")
    choose_body(meeting, qtbot)
    meeting.pane.beginning.strip.taking.click()
    form = meeting.pane.form
    assert (form.value("name"), form.value("starts_at")) == ("Reunion de noviembre", "09:30")
    press(meeting.window, "undo", qtbot)
    assert (form.value("name"), form.value("starts_at")) == ("Reunion de noviembre", None)


def test_the_number_is_that_of_the_year_in_which_the_meeting_will_be(meeting: Meeting, qtbot: QtBot) -> None:
    save_record(meeting.store, Draft("meeting", meeting.keys["Segunda"], {"code": "ACTA Nº 02/2026"}))
    begin(meeting, qtbot)
    choose_body(meeting, qtbot)
    meeting.pane.beginning.strip.taking.click()
    form, day = meeting.pane.form, meeting.pane.form.boxes["starts_on"].editor.input()
    assert form.value("code") == "ACTA Nº 03/2026"
    day.setFocus()
    QTest.keyClicks(day, "15/3/2027")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    wait_until_idle(meeting.window, qtbot)
    assert form.value("code") == "ACTA Nº 01/2027"
    write(meeting.window, "place", " y anexo")
    type_into(day, "20/12/2026")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    wait_until_idle(meeting.window, qtbot)
    assert form.value("code") == "ACTA Nº 03/2026"
    save(meeting.window, qtbot)
    assert len(lines(meeting.agenda)) == 3


def test_the_agenda_is_left_out_when_it_is_not_wanted(meeting: Meeting, qtbot: QtBot) -> None:
    begin(meeting, qtbot)
    choose_body(meeting, qtbot)
    meeting.pane.beginning.strip.taking.click()
    meeting.pane.beginning.strip.leaving.click()
    save(meeting.window, qtbot)
    assert lines(meeting.agenda) == []


def test_a_body_without_meetings_offers_nothing(meeting: Meeting, qtbot: QtBot) -> None:
    begin(meeting, qtbot)
    choose_body(meeting, qtbot)
    assert not meeting.pane.beginning.strip.isHidden()
    meeting.pane.form.boxes["body_id"].fill(None)
    wait_until_idle(meeting.window, qtbot)
    assert meeting.pane.beginning.strip.isHidden()
    QTest.keyClick(meeting.pane, Qt.Key.Key_Escape)
