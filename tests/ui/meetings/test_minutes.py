"""The minutes: each text is saved when it is left, and nothing that two wrote is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.waiting import wait_until_idle
from ui.form.conflict_box import Side


def _minutes_are_saved_when_their_text_is_left(meeting: Meeting, qtbot: QtBot) -> None:
    minutes = meeting.minutes
    text = minutes.items[1].text
    text.setFocus()
    QTest.keyClicks(text, "Se aprueba el informe.")
    minutes.closing.text.setFocus()
    key = minutes.items[1].record_id
    wait_until_idle(meeting.window, qtbot)
    assert meeting.value("agenda_item", key, "minutes") == "Se aprueba el informe."
    assert meeting.pane.tabs.tabText(3) == "Acta (1/3)"
    assert text.toPlainText() == "Se aprueba el informe."


def _minutes_that_both_wrote_are_decided_below_their_text(meeting: Meeting) -> None:
    minutes = meeting.minutes
    key = meeting.keys["Segunda"]
    part = minutes.closing
    QTest.keyClicks(part.text, "Se levanta la sesion.")
    write_meanwhile(meeting, Draft("meeting", key, {"closing": "Sin cierre."}))
    assert part.text.toPlainText() == "Se levanta la sesion."
    assert not minutes.flush()
    assert [value.text() for value in part.conflict.values] == ["Se levanta la sesion.", "Sin cierre."]
    part.conflict.choose(Side.MINE)
    assert meeting.value("meeting", key, "closing") == "Se levanta la sesion."
    assert part.conflict.isHidden()
    assert minutes.flush()


def test_what_is_left_during_a_long_writing_is_saved_after_it(meeting: Meeting, qtbot: QtBot) -> None:
    minutes = meeting.minutes
    text, key = minutes.items[1].text, minutes.items[1].record_id
    with held_writing(meeting.window, qtbot):
        text.setFocus()
        QTest.keyClicks(text, "Se aprueba el informe.")
        minutes.closing.text.setFocus()
        assert meeting.window.dialog is None, "nobody is told to wait who has only gone on"
    assert meeting.value("agenda_item", key, "minutes") == "Se aprueba el informe."


def _the_way_to_a_resolution_comes_after_the_text_of_its_item(meeting: Meeting) -> None:
    first, second = meeting.minutes.items[:2]
    first.text.setFocus()
    QTest.keyClick(first.text, Qt.Key.Key_Tab)
    adding = meeting.window.focusWidget()
    assert adding is not None
    assert (adding.parentWidget(), first.isAncestorOf(adding)) == (first, True)
    QTest.keyClick(adding, Qt.Key.Key_Tab)
    assert meeting.window.focusWidget() is second.text


def test_texts_of_the_minutes_are_kept(meeting: Meeting, qtbot: QtBot) -> None:
    _the_way_to_a_resolution_comes_after_the_text_of_its_item(meeting)
    wait_until_idle(meeting.window, qtbot)
    _minutes_are_saved_when_their_text_is_left(meeting, qtbot)
    wait_until_idle(meeting.window, qtbot)
    _minutes_that_both_wrote_are_decided_below_their_text(meeting)
