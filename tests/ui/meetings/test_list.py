"""The list of the meetings and the meeting beside it speak of one meeting, also while something in it is unsettled."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft
from app.records.reading import list_ids
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.seeing import frame_of, room_of
from tests.ui.waiting import press, wait_until_idle
from ui.form.conflict_box import Side


def test_a_meeting_that_holds_what_was_found_is_the_one_acted_on(meeting: Meeting, qtbot: QtBot) -> None:
    room = room_of(meeting.window)
    meeting.pane.set_wide(wide=False)
    room.show_record("meeting", meeting.keys["Reunión"])
    room.list.ask(Query("meeting", filters=(Filter("name", Operator.CONTAINS, "Primera"),)))
    item = list_ids(meeting.store, Query("agenda_item"))[0]
    frame_of(meeting.window).show_record("agenda_item", item)
    wait_until_idle(meeting.window, qtbot)
    assert meeting.pane.id == meeting.keys["Segunda"]
    assert room.list.table.selected_ids() == []
    assert room.list.unlisted.isVisible()
    press(meeting.window, "delete", qtbot)
    assert len(room.list.table.rows.ids) == 1
    assert room.list.table.rows.ids[0] == meeting.keys["Reunión"]


def test_while_a_choice_is_open_in_a_meeting_row_and_page_stay_with_it(meeting: Meeting, qtbot: QtBot) -> None:
    room = room_of(meeting.window)
    agenda = meeting.agenda
    box = agenda.saver.boxes["presenter"]
    QTest.keyClicks(box.editor.input(), "Ana")
    write_meanwhile(meeting, Draft("agenda_item", agenda.table.current_key(), {"presenter": "Bruno"}))
    for choosing in (lambda: room.list.table.select_id(meeting.keys["Reunión"]), room.list.table.selectAll):
        choosing()
        wait_until_idle(meeting.window, qtbot)
        assert meeting.pane.isVisible()
        assert meeting.pane.id == meeting.keys["Segunda"]
        assert room.list.table.selected_ids() == [meeting.keys["Segunda"]]
    box.conflict.choose(Side.MINE)
    room.list.table.select_id(meeting.keys["Reunión"])
    wait_until_idle(meeting.window, qtbot)
    assert meeting.pane.id == meeting.keys["Reunión"]
