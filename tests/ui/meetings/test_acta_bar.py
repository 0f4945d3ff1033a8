"""The bar of the acta: it says how far it has come, and what an approved one says is only read until it is reopened."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.records.editing import Draft
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.waiting import wait_until_idle
from ui.meetings.acta_dialogs import ApproveDialog, ReopenDialog


def test_the_bar_leads_from_draft_to_approved_and_back(meeting: Meeting, qtbot: QtBot) -> None:
    bar, key = meeting.minutes.bar, meeting.keys["Segunda"]
    assert bar.approving.isHidden()
    write_meanwhile(meeting, Draft("meeting", key, {"state": "held", "starts_on": date(2026, 11, 2), "ends_on": None}))
    wait_until_idle(meeting.window, qtbot)
    assert bar.state.text() == "Borrador"
    bar.correcting.click()
    wait_until_idle(meeting.window, qtbot)
    assert bar.state.text().startswith("En corrección desde")
    bar.approving.click()
    dialog = meeting.window.findChild(ApproveDialog)
    assert dialog is not None
    number = str(dialog.form.value("acta_number"))
    assert number.startswith("01/")
    dialog.accept()
    wait_until_idle(meeting.window, qtbot)
    assert bar.state.text().startswith("Aprobada el")
    assert number in bar.more.text()
    assert meeting.minutes.items[0].text.isReadOnly()
    assert not meeting.agenda.adding.isEnabled()
    assert not meeting.agenda.sealing.isHidden()
    assert not meeting.attendance.convoking.isEnabled()
    resolutions = meeting.resolutions
    assert not resolutions.adding.isEnabled()
    assert not resolutions.sealing.isHidden()
    meeting.agenda.sealing.reopen.click()
    question = meeting.window.findChild(ReopenDialog)
    assert question is not None
    question.accept()
    wait_until_idle(meeting.window, qtbot)
    assert meeting.agenda.adding.isEnabled()
    assert meeting.agenda.sealing.isHidden()
    assert not meeting.minutes.items[0].text.isReadOnly()
    assert bar.state.text().startswith("En corrección")
