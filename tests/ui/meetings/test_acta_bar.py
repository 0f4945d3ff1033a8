"""The bar of the acta: it says how far it has come, and what an approved one says is only read until it is reopened."""

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.records.editing import Draft
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.waiting import wait_until_idle
from ui.meetings.acta_bar import ActaBar
from ui.meetings.acta_dialogs import ApproveDialog, ReopenDialog
from ui.room.edit_many import EditManyDialog


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
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "3 puntos del orden del día no tienen texto en el acta: 1. Apertura; 2. Informe" in told
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
    _is_only_read(meeting)
    meeting.agenda.sealing.reopen.click()
    question = meeting.window.findChild(ReopenDialog)
    assert question is not None
    question.accept()
    wait_until_idle(meeting.window, qtbot)
    assert meeting.agenda.adding.isEnabled()
    assert meeting.agenda.sealing.isHidden()
    assert not meeting.minutes.items[0].text.isReadOnly()
    assert bar.state.text().startswith("En corrección")
    assert meeting.minutes.saves_itself
    assert not meeting.pane.form.boxes["name"].editor.findChildren(QLineEdit)[0].isReadOnly()


def _is_only_read(meeting: Meeting) -> None:
    """See that nothing that is sealed takes a change, in the parts and in the form, and that each says why."""
    said: list[str] = []
    workspace = meeting.window.workspace
    assert workspace is not None
    workspace.told.connect(lambda notice: said.append(notice.text))
    attendance = meeting.attendance
    attendance.mark([""], "absent")
    assert said == [attendance.sealing.said.text()]
    assert not attendance.saves_itself
    assert not meeting.minutes.saves_itself
    assert not meeting.minutes.sealing.isHidden()
    assert meeting.resolutions.saves_itself  # what is done about them afterwards
    meeting.pane.edit()
    form = meeting.pane.form
    assert not form.seal.isHidden()
    assert form.boxes["name"].editor.findChildren(QLineEdit)[0].isReadOnly()
    assert not form.boxes["state"].editor.isEnabled()
    assert not form.boxes["notes"].editor.findChildren(QPlainTextEdit)[0].isReadOnly()
    assert not form.boxes["ends_on"].editor.findChildren(QLineEdit)[0].placeholderText()
    _is_told_beforehand(meeting)
    _buttons_stand_where_there_is_room(meeting.minutes.bar)


def _is_told_beforehand(meeting: Meeting) -> None:
    """See that whoever edits many records is told which field is refused, and of no other."""
    workspace = meeting.window.workspace
    assert workspace is not None
    dialog = EditManyDialog(workspace, "meeting", [meeting.keys["Segunda"]], meeting.window)
    for name, hinders in (("starts_on", True), ("convened_on", False)):
        dialog.fields.setCurrentIndex(dialog.fields.findData(name))
        dialog.choose_field()
        assert dialog.sealed.isHidden() is not hinders
    assert "Segunda reunión" in dialog.sealed.text()
    dialog.deleteLater()


def _buttons_stand_where_there_is_room(bar: ActaBar) -> None:
    for width, beside in ((1200, True), (420, False)):
        bar.resize(width, 200)
        bar.fit()
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        assert (bar.reopening.geometry().left() > bar.state.geometry().right()) is beside
