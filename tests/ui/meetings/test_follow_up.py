"""What earlier meetings left to do, carried forward to the next one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.meetings.meeting import Meeting
from tests.ui.waiting import wait_until_idle
from ui.meetings.follow_up import FollowUpPanel


def test_what_earlier_meetings_left_is_carried_forward_and_edited_in_place(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    wait_until_idle(meeting.window, qtbot)
    assert len(panel.cards) == 1
    card = panel.cards[0]
    assert card.due.text() == "Atrasada desde el 01/10/2026"
    assert panel.summary.text() == "1 resolución pendiente, 1 atrasada"
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


def test_tab_comes_from_the_head_to_the_resolutions(meeting: Meeting, qtbot: QtBot) -> None:
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
