"""What the last meeting gives follows the day of the new one, and tells beforehand what that is."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from app.words.fields import PartialDate
from tests.journeys.hands import begin_record, save, type_into
from tests.make import add
from tests.ui.meetings.meeting import Meeting
from tests.ui.seeing import workspace_of
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


def test_one_within_another_takes_its_day_and_place_and_follows_its_own_series(meeting: Meeting, qtbot: QtBot) -> None:
    body = add(meeting.store, "body", name="Foro", kind="forum")
    others = {"body_id": body, "place": "Salvador", "starts_on": date(2027, 4, 1)}
    plenary = add(meeting.store, "meeting", name="III Plenaria", series="Plenaria", code="III", **others)
    add(meeting.store, "meeting", name="VIII Reunión", series="Coordinación", code="VIII", **others)
    workspace_of(meeting.window).new_wanted.emit("meeting", {"parent_id": plenary})
    wait_until_idle(meeting.window, qtbot)
    form, strip = meeting.pane.form, meeting.pane.beginning.strip
    assert (form.value("starts_on"), form.value("place")) == (date(2027, 4, 1), "Salvador")
    form.boxes["body_id"].fill(body)
    wait_until_idle(meeting.window, qtbot)
    strip.taking.click()
    assert (form.value("name"), form.value("series"), form.value("code")) == ("IX Reunión", "Coordinación", "IX")
    assert (form.value("starts_on"), form.value("place")) == (date(2027, 4, 1), "Salvador")


def test_another_series_of_the_body_is_taken_by_its_link(meeting: Meeting, qtbot: QtBot) -> None:
    body = add(meeting.store, "body", name="Foro", kind="forum")
    for name, code, day in (("VIII Reunión", "VIII", date(2027, 3, 1)), ("III Plenaria", "III", date(2027, 4, 1))):
        add(meeting.store, "meeting", name=name, series=name.split()[1], code=code, body_id=body, starts_on=day)
    begin_record(meeting.window, "reuniones", qtbot)
    form, strip = meeting.pane.form, meeting.pane.beginning.strip
    form.boxes["body_id"].fill(body)
    wait_until_idle(meeting.window, qtbot)
    assert [link.said for link in strip.series.links] == ["Reunión"]
    strip.series.links[0].click()
    wait_until_idle(meeting.window, qtbot)
    assert (form.value("name"), form.value("series"), form.value("code")) == ("IX Reunión", "Reunión", "IX")
