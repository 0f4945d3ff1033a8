"""What the last meeting gives follows the day of the new one, and tells beforehand what that is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from app.words.fields import PartialDate
from tests.journeys.hands import begin_record, save, type_into
from tests.ui.meetings.meeting import Meeting
from tests.ui.waiting import wait_until_idle


def add_term(meeting: Meeting, year: int) -> str:
    """Add the term of a year."""
    written = {"name": str(year), "starts": PartialDate(year), "ends": PartialDate(year)}
    return save_record(meeting.store, Draft("period", None, written)).id


def test_the_term_is_that_of_the_day_of_the_new_meeting(meeting: Meeting, qtbot: QtBot) -> None:
    terms = {year: add_term(meeting, year) for year in (2027, 2028)}
    begin_record(meeting.window, "reuniones", qtbot)
    form, strip = meeting.pane.form, meeting.pane.beginning.strip
    form.boxes["body_id"].fill(meeting.keys["Comisión"])
    wait_until_idle(meeting.window, qtbot)
    assert "la gestión es la de la nueva fecha" in strip.taking.toolTip()
    strip.taking.click()
    day = form.boxes["starts_on"].editor.input()
    for year, term in terms.items():
        type_into(day, f"15/3/{year}")
        QTest.keyClick(day, Qt.Key.Key_Tab)
        wait_until_idle(meeting.window, qtbot)
        assert form.value("period_id") == term
    key = save(meeting.window, qtbot)
    assert meeting.value("meeting", key, "period_id") == terms[2028]
