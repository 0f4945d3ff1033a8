"""The room of the meetings: the agenda, the roll, the minutes, the resolutions, the follow-up and the annexes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids
from tests.ui.meetings.meeting import ITEMS, Meeting
from tests.ui.seeing import frame_of
from ui.meetings.agenda import AgendaPanel
from ui.meetings.annexes import AnnexesPanel
from ui.meetings.attendance import AttendancePanel
from ui.meetings.follow_up import FollowUpPanel
from ui.meetings.guest import GuestDialog
from ui.meetings.resolutions import ResolutionsPanel
from ui.room.opening import open_attachment


def lines(panel: AgendaPanel | ResolutionsPanel | AnnexesPanel) -> list[tuple[str, ...]]:
    return [line.cells for line in panel.table.rows.lines]


def roll(panel: AttendancePanel) -> list[tuple[str, str]]:
    return [(line.name, line.state) for group in panel.groups for line in group.lines]


def test_the_hours_of_the_agenda_come_from_the_durations(meeting: Meeting) -> None:
    assert [cells[1:4] for cells in lines(meeting.agenda)] == [
        ("09:30", "Apertura", "15"),
        ("09:45", "Informe de gestión", "45"),
        ("10:30", "Varios", ""),
    ]


def test_a_longer_item_moves_those_after_it(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    line = agenda.saver.boxes["duration"].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "60")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: lines(agenda)[1][1] == "10:30")
    said = meeting.window.commands["undo"].text
    qtbot.waitUntil(lambda: said() == "Deshacer: Editar Punto del orden del día: Apertura")


def test_items_are_moved_with_alt_and_the_arrows(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    agenda.take_focus()
    QTest.keyClick(agenda.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[1:3] for cells in lines(agenda)][:2] == [("09:30", "Informe de gestión"), ("10:15", "Apertura")]
    assert agenda.table.rows.lines[agenda.table.currentIndex().row()].cells[2] == "Apertura"
    meeting.window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: lines(agenda)[0][2] == "Apertura")


def test_an_item_is_added_and_taken_away_by_keyboard(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    agenda.add()
    assert lines(agenda)[3][2] == "Punto nuevo"
    line = agenda.saver.boxes["name"].editor.input()
    QTest.keyClicks(line, "Balance anual")
    assert agenda.flush()
    qtbot.waitUntil(lambda: lines(agenda)[3][2] == "Balance anual")
    agenda.table.setFocus()
    QTest.keyClick(agenda.table, Qt.Key.Key_Delete)
    assert len(lines(agenda)) == 3
    assert list_ids(meeting.store, Query("meeting")), "the meeting itself stays"


def test_a_wrong_duration_is_said_beside_it_and_not_saved(meeting: Meeting) -> None:
    agenda = meeting.agenda
    box = agenda.saver.boxes["duration"]
    QTest.keyClick(box.editor.input(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box.editor.input(), "un rato")
    assert not agenda.flush()
    assert box.faulty
    assert lines(agenda)[0][3] == "15"


def test_files_of_an_item_are_annexes_of_the_meeting(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "informe.txt"
    paper.write_text("Informe")
    agenda = meeting.agenda
    agenda.files.add([paper])
    assert lines(agenda)[0][5] == "1"
    assert [file.name for file in agenda.files.files] == ["informe.txt"]
    annexes = meeting.panel("annexes")
    assert isinstance(annexes, AnnexesPanel)
    assert lines(annexes)[0][1:4] == ("informe.txt", "", "1. Apertura")


def test_the_copy_that_another_program_opens_goes_with_the_file(
    meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    monkeypatch.setattr("ui.room.opening.open_path", show)
    paper = tmp_path / "informe.txt"
    paper.write_text("Informe")
    strip = meeting.agenda.files
    strip.add([paper])
    assert meeting.window.workspace is not None
    open_attachment(meeting.window.workspace, strip.files[0])
    assert shown[0].read_text() == "Informe"
    meeting.window.close_file()
    assert not shown[0].exists()


def test_convoking_brings_who_sits_on_the_body(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    attendance.convoking.click()
    assert [name for name, _ in roll(attendance)] == ["Rosario", "Canelones", "Montevideo"]
    assert [group.title for group in attendance.groups] == ["Argentina", "Uruguay"]
    assert meeting.value("meeting", meeting.keys["Segunda"], "state") == "convened"
    qtbot.waitUntil(lambda: attendance.quorum.text() == "Quórum: regla no registrada")
    assert not attendance.quorum_rule.isHidden()


def test_attendance_is_marked_with_letters_and_counted_for_the_quorum(meeting: Meeting, qtbot: QtBot) -> None:
    rule = Draft("body", meeting.keys["Comisión"], {"quorum_rule": "majority"})
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, rule).changes)
    attendance = meeting.attendance
    attendance.convoke()
    attendance.roll.select(attendance.groups[0].lines[0].record.id)
    QTest.keyClick(attendance.roll, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: "no alcanzado" in attendance.quorum.text())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_P, Qt.Key.Key_Down, Qt.Key.Key_J):
        QTest.keyClick(attendance.roll, key)
    assert [state for _, state in roll(attendance)] == ["present", "present", "excused"]
    assert attendance.counts.text() == "2 presentes · 1 con aviso"
    qtbot.waitUntil(lambda: attendance.quorum.text() == "Quórum: 2 de 2, alcanzado")


def test_whoever_is_represented_says_by_whom(meeting: Meeting, qtbot: QtBot) -> None:
    attendance = meeting.attendance
    attendance.convoke()
    key = attendance.groups[0].lines[0].record.id
    attendance.mark([key], "represented")
    box = attendance.saver.boxes["represented_by"]
    assert box.isVisible()
    QTest.keyClicks(box.editor.input(), "Montevideo")
    assert attendance.flush()
    assert meeting.value("attendance", key, "represented_by") == "Montevideo"


def test_a_guest_is_added_to_the_roll(meeting: Meeting) -> None:
    attendance = meeting.attendance
    attendance.convoke()
    assert meeting.window.workspace is not None
    assert attendance.meeting is not None
    dialog = GuestDialog(meeting.window.workspace, attendance.meeting, meeting.window)
    dialog.accept()
    assert "Falta quién asiste" in dialog.form.boxes["municipality_id"].fault.text()
    dialog.form.fill({"municipality_id": meeting.keys["São Leopoldo"]})
    dialog.accept()
    dialog.deleteLater()
    assert attendance.groups[-1].title == "Invitados"
    assert attendance.groups[-1].lines[0].name == "São Leopoldo"


def test_minutes_are_saved_when_their_text_is_left(meeting: Meeting, qtbot: QtBot) -> None:
    minutes = meeting.minutes
    text = minutes.items[1].text
    text.setFocus()
    QTest.keyClicks(text, "Se aprueba el informe.")
    minutes.closing.text.setFocus()
    key = minutes.items[1].record_id
    qtbot.waitUntil(lambda: meeting.value("agenda_item", key, "minutes") == "Se aprueba el informe.")
    assert meeting.pane.tabs.tabText(3) == "Acta (1/3)"
    assert text.toPlainText() == "Se aprueba el informe."


def test_what_is_being_written_is_saved_before_the_room_is_left(meeting: Meeting, qtbot: QtBot) -> None:
    minutes = meeting.minutes
    minutes.opening.text.setFocus()
    QTest.keyClicks(minutes.opening.text, "En Canelones")
    meeting.window.show_room("ciudades")
    assert frame_of(meeting.window).current == "ciudades"
    assert meeting.value("meeting", meeting.keys["Segunda"], "opening") == "En Canelones"


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


def test_what_earlier_meetings_left_is_carried_forward_and_edited_in_place(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.panel("follow_up")
    assert isinstance(panel, FollowUpPanel)
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    card = panel.cards[0]
    assert card.due.text() == "Vencida el 01/10/2026"
    assert panel.summary.text() == "1 resolución pendiente, 1 vencida"
    assert meeting.pane.tabs.tabText(5) == "Seguimiento (1)"
    progress = card.saver.boxes["progress"].editor.input()
    progress.setFocus()
    QTest.keyClicks(progress, "Se enviaron dos")
    panel.setFocus()
    key = meeting.keys["Resolución"]
    qtbot.waitUntil(lambda: meeting.value("resolution", key, "progress") == "Se enviaron dos")
    state = card.saver.boxes["state"].editor
    state.set_value("done")
    state.settled.emit()
    assert meeting.value("resolution", key, "state") == "done"


def test_annexes_keep_the_order_that_the_person_gives_them(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    papers = []
    for name in ("uno.txt", "dos.txt"):
        (tmp_path / name).write_text(name)
        papers.append(tmp_path / name)
    panel.add(papers)
    qtbot.waitUntil(lambda: len(lines(panel)) == 2)
    panel.table.select(panel.files[0].file.id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[1] for cells in lines(panel)] == ["dos.txt", "uno.txt"]
    panel.remove(panel.files[0].file.id)
    assert [cells[1] for cells in lines(panel)] == ["uno.txt"]


def test_what_the_dossier_lacks_leads_to_its_place(meeting: Meeting) -> None:
    labels = [gap.label for gap in meeting.pane.lacking.missing]
    assert "La reunión no fue convocada" in labels
    meeting.pane.lacking.wanted.emit(meeting.pane.lacking.missing[labels.index("La reunión no fue convocada")])
    assert meeting.pane.tabs.currentIndex() == 2
    meeting.pane.lacking.wanted.emit(meeting.pane.lacking.missing[labels.index("Falta el lugar")])
    assert meeting.pane.tabs.currentIndex() == 0
    assert meeting.pane.form.boxes["place"].editor.input().hasFocus()


def test_the_form_is_saved_as_that_of_any_record(meeting: Meeting, qtbot: QtBot) -> None:
    line = meeting.pane.form.boxes["place"].editor.input()
    line.setFocus()
    QTest.keyClicks(line, "Palacio municipal")
    assert meeting.pane.dirty
    qtbot.waitUntil(meeting.window.commands["save_record"].isEnabled)
    meeting.window.commands["save_record"].trigger()
    assert meeting.value("meeting", meeting.keys["Segunda"], "place") == "Palacio municipal"


def test_a_meeting_inside_another_leads_there_and_back(meeting: Meeting, qtbot: QtBot) -> None:
    draft = Draft("meeting", meeting.keys["Reunión"], {"parent_id": meeting.keys["Segunda"]})
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, draft).changes)
    assert meeting.pane.family.isVisible()
    meeting.window.workspace.record_wanted.emit("meeting", meeting.keys["Reunión"])
    assert meeting.pane.id == meeting.keys["Reunión"]
    assert meeting.pane.family.isVisible()
