"""The parts of a meeting work together: what is sought, begun or left in one is seen in the others."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.held import held_writing
from tests.ui.meetings.meeting import ITEMS, Meeting
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle


def _a_resolution_is_begun_from_an_item_of_the_minutes(meeting: Meeting) -> None:
    minutes = meeting.minutes
    item = minutes.items[1].record_id
    minutes.resolution_wanted.emit(item)
    resolutions = meeting.resolutions
    QTest.keyClicks(resolutions.saver.boxes["text"].editor.input(), "Publicar el informe")
    assert resolutions.flush()
    found = resolutions.table.current_key()
    assert meeting.value("resolution", found, "text") == "Publicar el informe"
    assert meeting.value("resolution", found, "agenda_item_id") == item


def _of_the_agenda_only_the_items_of_the_meeting_are_offered(meeting: Meeting) -> None:
    resolutions = meeting.resolutions
    resolutions.add()
    offered = resolutions.items.choose("agenda_item", "")
    assert [hit.title for hit in offered] == [name for name, _ in ITEMS]


def _an_item_that_is_sought_during_a_writing_is_shown_in_its_meeting_afterwards(meeting: Meeting, qtbot: QtBot) -> None:
    item = meeting.agenda.rows()[1]
    frame_of(meeting.window).show_record("meeting", meeting.keys["Reunión"])
    with held_writing(meeting.window, qtbot):
        frame_of(meeting.window).show_record("agenda_item", item.id)
        assert meeting.pane.id == meeting.keys["Reunión"]
    assert meeting.pane.id == meeting.keys["Segunda"]
    assert meeting.pane.parts.pages["agenda"].isVisible()
    assert meeting.agenda.table.current_key() == item.id


def _who_chooses_another_meeting_meanwhile_sees_that_one(meeting: Meeting, qtbot: QtBot) -> None:
    item = meeting.agenda.rows()[1]
    with held_writing(meeting.window, qtbot):
        frame_of(meeting.window).show_record("agenda_item", item.id)
        frame_of(meeting.window).show_record("meeting", meeting.keys["Reunión"])
    assert meeting.pane.id == meeting.keys["Reunión"]


def _a_field_that_is_left_during_a_long_writing_is_saved_after_it(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    key = agenda.table.current_key()
    line = agenda.saver.boxes["name"].editor.input()
    with held_writing(meeting.window, qtbot):
        line.setFocus()
        QTest.keyClicks(line, "Bienvenida y ")
        agenda.table.setFocus()
        QCoreApplication.processEvents()
        assert meeting.window.dialog is None, "nobody is told to wait who has only gone on"
    assert meeting.value("agenda_item", key, "name") == "Bienvenida y Apertura"


def test_what_is_sought_during_a_writing_is_shown_afterwards(meeting: Meeting, qtbot: QtBot) -> None:
    _a_field_that_is_left_during_a_long_writing_is_saved_after_it(meeting, qtbot)
    wait_until_idle(meeting.window, qtbot)
    _an_item_that_is_sought_during_a_writing_is_shown_in_its_meeting_afterwards(meeting, qtbot)
    wait_until_idle(meeting.window, qtbot)
    _who_chooses_another_meeting_meanwhile_sees_that_one(meeting, qtbot)


def test_resolutions_and_the_agenda_know_each_other(meeting: Meeting) -> None:
    _of_the_agenda_only_the_items_of_the_meeting_are_offered(meeting)
    _a_resolution_is_begun_from_an_item_of_the_minutes(meeting)
