"""Who is convened and who came: the roll, the quorum, who stands in for whom, guests."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from tests.app.meetings.board import add_country
from tests.ui.meetings.meeting import Meeting
from tests.ui.waiting import wait_until_idle
from ui.form.editors.picking import PickLine
from ui.look.theme import Role
from ui.meetings.attendance import AttendancePanel
from ui.meetings.guest import GuestDialog


def roll(panel: AttendancePanel) -> list[tuple[str, str]]:
    return [(line.name, line.state) for group in panel.groups for line in group.lines]


def test_convoking_brings_who_sits_on_the_body(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    attendance.convoking.click()
    assert [name for name, _ in roll(attendance)] == ["Rosario", "Canelones", "Montevideo"]
    assert [group.title for group in attendance.groups] == ["Argentina", "Uruguay"]
    assert meeting.value("meeting", meeting.keys["Segunda"], "state") == "convened"
    wait_until_idle(meeting.window, qtbot)
    assert attendance.quorum.text() == "Quórum: regla sin registrar"
    assert not attendance.quorum_rule.isHidden()


def _countries_come_by_their_persons_and_one_without_is_said(meeting: Meeting, qtbot: QtBot) -> None:
    body = meeting.keys["Comisión"]
    add_country(meeting.store, body, "PY", "Elena Prueba", "Fabio Muestra")
    add_country(meeting.store, body, "BR")
    attendance = meeting.attendance
    attendance.convoking.click()
    wait_until_idle(meeting.window, qtbot)
    group = next(each for each in attendance.groups if each.key == "PY")
    assert [(line.name, line.person) for line in group.lines] == [
        ("Integrante", "Elena Prueba"),
        ("Suplente de Elena Prueba", "Fabio Muestra"),
    ]
    assert not attendance.nameless.isHidden()
    assert attendance.nameless.said.text() == "Sin persona que convocar: Brasil"


def _attendance_is_marked_with_letters_and_counted_for_the_quorum(meeting: Meeting, qtbot: QtBot) -> None:
    rule = Draft("body", meeting.keys["Comisión"], {"quorum_rule": "majority"})
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, rule).changes)
    attendance = meeting.attendance
    attendance.convoke()
    wait_until_idle(meeting.window, qtbot)
    assert attendance.quorum.text() == "Quórum: hacen falta 2"
    attendance.roll.select(attendance.groups[0].lines[0].record.id)
    QTest.keyClick(attendance.roll, Qt.Key.Key_P)
    wait_until_idle(meeting.window, qtbot)
    assert "no alcanzado" in attendance.quorum.text()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_P, Qt.Key.Key_Down, Qt.Key.Key_J):
        QTest.keyClick(attendance.roll, key)
    assert [state for _, state in roll(attendance)] == ["present", "present", "excused"]
    assert attendance.counts.text() == "2 presentes · 1 justificada"
    wait_until_idle(meeting.window, qtbot)
    assert attendance.quorum.text() == "Quórum: alcanzado (hacen falta 2; hay 2)"


def _whoever_is_represented_says_by_whom(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    attendance.convoke()
    key = attendance.groups[0].lines[0].record.id
    attendance.mark([key], "represented")
    box = attendance.saver.boxes["represented_by"]
    assert box.isVisible()
    QTest.keyClicks(box.editor.input(), "Montevideo")
    assert attendance.flush()
    assert meeting.value("attendance", key, "represented_by") == "Montevideo"


def _a_guest_is_added_to_the_roll(meeting: Meeting) -> None:
    attendance = meeting.attendance
    attendance.convoke()
    assert meeting.window.workspace is not None
    assert attendance.owner is not None
    dialog = GuestDialog(meeting.window.workspace, attendance.owner, meeting.window)
    dialog.accept()
    assert "Falta quién asiste" in dialog.form.boxes["municipality_id"].fault.text()
    dialog.form.fill({"municipality_id": meeting.keys["São Leopoldo"]})
    dialog.accept()
    dialog.deleteLater()
    assert attendance.groups[-1].title == "Invitados"
    assert attendance.groups[-1].lines[0].name == "São Leopoldo"


def test_no_attendance_is_warned_about_before_the_day(meeting: Meeting, qtbot: QtBot) -> None:
    rule = Draft("body", meeting.keys["Comisión"], {"quorum_rule": "majority"})
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, rule).changes)
    attendance = meeting.attendance
    attendance.convoke()
    attendance.mark([attendance.groups[0].lines[0].record.id], "present")
    wait_until_idle(meeting.window, qtbot)
    assert "no alcanzado" in attendance.quorum.text()
    assert attendance.quorum.property("role") == Role.QUIET.value
    day = Draft("meeting", meeting.keys["Segunda"], {"starts_on": meeting.store.today()})
    meeting.window.workspace.write(lambda: save_record(meeting.store, day).changes)
    wait_until_idle(meeting.window, qtbot)
    assert "no alcanzado" in attendance.quorum.text()
    assert attendance.quorum.property("role") == Role.CAUTION.value


def _nothing_is_wrong_while_a_person_is_still_being_chosen(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    attendance.convoke()
    wait_until_idle(meeting.window, qtbot)
    box = attendance.saver.boxes["person_id"]
    line = box.editor.input()
    assert isinstance(line, PickLine)
    line.setFocus()
    QTest.keyClicks(line, "Nadie")
    qtbot.waitUntil(line.popup.isVisible)
    wait_until_idle(meeting.window, qtbot)
    assert box.fault.isHidden()
    line.fold()
    attendance.roll.setFocus()
    wait_until_idle(meeting.window, qtbot)
    assert not box.fault.isHidden()


def test_a_roll_is_marked_and_grows(meeting: Meeting, qtbot: QtBot) -> None:
    _attendance_is_marked_with_letters_and_counted_for_the_quorum(meeting, qtbot)
    _whoever_is_represented_says_by_whom(meeting, qtbot)
    _a_guest_is_added_to_the_roll(meeting)
    wait_until_idle(meeting.window, qtbot)
    _nothing_is_wrong_while_a_person_is_still_being_chosen(meeting, qtbot)


def test_a_roll_tells_namesakes_apart_and_says_which_country_has_no_person(meeting: Meeting, qtbot: QtBot) -> None:
    other = Draft("municipality", None, {"short_name": "Rosario", "country": "UY", "subdivision": "UY-CO"})
    save_record(meeting.store, other)
    _countries_come_by_their_persons_and_one_without_is_said(meeting, qtbot)
    names = [name for name, _ in roll(meeting.attendance) if name.startswith("Rosario")]
    assert names == ["Rosario · Santa Fe"], "a city is told from its namesake"
