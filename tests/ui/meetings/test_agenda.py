"""The agenda of a meeting: its items in order, their hours and their files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting, lines
from tests.ui.waiting import press, wait_until_idle


def _the_hours_of_the_agenda_come_from_the_durations_and_a_longer_item_moves_those_after_it(
    meeting: Meeting, qtbot: QtBot
) -> None:
    agenda = meeting.agenda
    assert [cells[1:4] for cells in lines(agenda)] == [
        ("09:30", "Apertura", "15"),
        ("09:45", "Informe de gestión", "45"),
        ("10:30", "Varios", ""),
    ]
    line = agenda.saver.boxes["duration"].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "60")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    wait_until_idle(meeting.window, qtbot)
    assert lines(agenda)[1][1] == "10:30", "what comes after it begins later"
    assert meeting.window.commands["undo"].text() == "Deshacer: cambio en punto del orden del día «Apertura»"


def _items_are_moved_with_alt_and_the_arrows(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    agenda.take_focus()
    QTest.keyClick(agenda.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[1:3] for cells in lines(agenda)][:2] == [("09:30", "Informe de gestión"), ("10:15", "Apertura")]
    assert agenda.table.rows.lines[agenda.table.currentIndex().row()].cells[2] == "Apertura"
    press(meeting.window, "undo", qtbot)
    assert lines(agenda)[0][2] == "Apertura"


def _an_item_is_added_and_taken_away_by_keyboard(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    agenda.add()
    assert lines(agenda)[3][2] == "Punto nuevo"
    line = agenda.saver.boxes["name"].editor.input()
    QTest.keyClicks(line, "Balance anual")
    assert agenda.flush()
    wait_until_idle(meeting.window, qtbot)
    assert lines(agenda)[3][2] == "Balance anual"
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


def _going_through_the_agenda_during_a_writing_shows_each_item_with_its_files(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    agenda = meeting.agenda
    keys = [row.id for row in agenda.rows()]
    for name, key in zip(("uno.txt", "dos.txt"), keys, strict=False):
        (tmp_path / name).write_text(name)
        agenda.table.select(key)
        agenda.files.file_actions.add([tmp_path / name])
        wait_until_idle(meeting.window, qtbot)
    with held_writing(meeting.window, qtbot):
        for names, key in zip((["uno.txt"], ["dos.txt"], []), keys, strict=True):
            agenda.table.select(key)
            assert [file.name for file in agenda.files.files] == names
            assert agenda.saver.record_id == key


def test_the_agenda_is_worked_on_by_keyboard(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    _the_hours_of_the_agenda_come_from_the_durations_and_a_longer_item_moves_those_after_it(meeting, qtbot)
    press(meeting.window, "undo", qtbot)
    _items_are_moved_with_alt_and_the_arrows(meeting, qtbot)
    _an_item_is_added_and_taken_away_by_keyboard(meeting, qtbot)
    wait_until_idle(meeting.window, qtbot)
    _going_through_the_agenda_during_a_writing_shows_each_item_with_its_files(meeting, tmp_path, qtbot)
