"""The parts of a meeting work together: what is sought, begun or left in one is seen in the others."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.held import held_writing
from tests.ui.meetings.meeting import ITEMS, Meeting
from tests.ui.seeing import frame_of


def test_a_resolution_is_begun_from_an_item_of_the_minutes(meeting: Meeting) -> None:
    minutes = meeting.minutes
    item = minutes.items[1].record_id
    minutes.resolution_wanted.emit(item)
    resolutions = meeting.resolutions
    QTest.keyClicks(resolutions.saver.boxes["text"].editor.input(), "Publicar el informe")
    assert resolutions.flush()
    found = resolutions.table.current_key()
    assert meeting.value("resolution", found, "text") == "Publicar el informe"
    assert meeting.value("resolution", found, "agenda_item_id") == item


def test_of_the_agenda_only_the_items_of_the_meeting_are_offered(meeting: Meeting) -> None:
    resolutions = meeting.resolutions
    resolutions.add()
    offered = resolutions.items.choose("agenda_item", "")
    assert [hit.title for hit in offered] == [name for name, _ in ITEMS]


def test_an_item_that_is_sought_during_a_writing_is_shown_in_its_meeting_afterwards(
    meeting: Meeting, qtbot: QtBot
) -> None:
    item = meeting.agenda.rows()[1]
    frame_of(meeting.window).show_record("meeting", meeting.keys["Reunión"])
    with held_writing(meeting.window, qtbot):
        frame_of(meeting.window).show_record("agenda_item", item.id)
        assert meeting.pane.id == meeting.keys["Reunión"]
    assert meeting.pane.id == meeting.keys["Segunda"]
    assert meeting.pane.parts.pages["agenda"].isVisible()
    assert meeting.agenda.table.current_key() == item.id


def test_who_chooses_another_meeting_meanwhile_sees_that_one(meeting: Meeting, qtbot: QtBot) -> None:
    item = meeting.agenda.rows()[1]
    with held_writing(meeting.window, qtbot):
        frame_of(meeting.window).show_record("agenda_item", item.id)
        frame_of(meeting.window).show_record("meeting", meeting.keys["Reunión"])
    assert meeting.pane.id == meeting.keys["Reunión"]


def test_a_field_that_is_left_during_a_long_writing_is_saved_after_it(meeting: Meeting, qtbot: QtBot) -> None:
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
