"""What earlier meetings left to do, carried forward to the next one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft
from tests.make import TODAY
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.waiting import wait_until_idle
from ui.meetings.follow_up import FollowUpPanel


def test_what_earlier_meetings_left_is_carried_forward_and_edited_in_place(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    wait_until_idle(meeting.window, qtbot)
    assert len(panel.cards) == 1
    card = panel.cards[0]
    assert card.due.text() == "Atrasada desde el 01/10/2026"
    assert panel.summary.text() == "1 resolución pendiente, 1 atrasada al 01/03/2027, día de la reunión"
    assert meeting.pane.tabs.tabText(5) == "Seguimiento (1)"
    progress = card.saver.boxes["progress"].editor.input()
    progress.setFocus()
    QTest.keyClicks(progress, "Se enviaron dos")
    panel.setFocus()
    key = meeting.keys["Resolución"]
    wait_until_idle(meeting.window, qtbot)
    assert meeting.value("resolution", key, "progress") == "Se enviaron dos"
    state = card.saver.boxes["state"].editor
    state.set_value("done")
    state.settled.emit()
    wait_until_idle(meeting.window, qtbot)
    assert meeting.value("resolution", key, "state") == "done"


def _what_is_overdue_on_the_day_of_the_meeting_alone_is_not_called_overdue_since_a_day_to_come(
    meeting: Meeting, qtbot: QtBot
) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    write_meanwhile(meeting, Draft("resolution", meeting.keys["Resolución"], {"due_on": date(2026, 12, 31)}))
    wait_until_idle(meeting.window, qtbot)
    assert panel.cards[0].due.text() == "Vence el 31/12/2026, antes de la reunión"
    assert panel.summary.text() == "1 resolución pendiente, 1 atrasada al 01/03/2027, día de la reunión"


def test_on_the_day_of_the_meeting_what_is_overdue_is_so_today(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    write_meanwhile(meeting, Draft("meeting", meeting.keys["Reunión"], {"starts_on": date(2026, 9, 1)}))
    write_meanwhile(meeting, Draft("meeting", meeting.keys["Segunda"], {"starts_on": TODAY}))
    wait_until_idle(meeting.window, qtbot)
    assert panel.cards[0].due.text() == "Atrasada desde el 01/10/2026"
    assert panel.summary.text() == "1 resolución pendiente, 1 atrasada"


def _tab_comes_from_the_head_to_the_resolutions(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    wait_until_idle(meeting.window, qtbot)
    [card] = panel.cards
    panel.printing.setFocus()
    stops = []
    for _ in range(3):
        QTest.keyClick(meeting.window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(meeting.window.focusWidget())
    boxes = card.saver.boxes
    assert stops == [card.opening, boxes["state"].editor.input(), boxes["progress"].editor.input()]


def test_what_is_left_to_do_is_said_as_of_the_day_of_the_meeting(meeting: Meeting, qtbot: QtBot) -> None:
    _tab_comes_from_the_head_to_the_resolutions(meeting, qtbot)
    wait_until_idle(meeting.window, qtbot)
    _what_is_overdue_on_the_day_of_the_meeting_alone_is_not_called_overdue_since_a_day_to_come(meeting, qtbot)
