"""The annexes of a meeting: the files of all its parts, in the order that the person gives them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting, lines
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.meetings.annexes import AnnexesPanel


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


def test_annexes_keep_the_order_that_the_person_gives_them(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    papers = []
    for name in ("uno.txt", "dos.txt"):
        (tmp_path / name).write_text(name)
        papers.append(tmp_path / name)
    panel.add(papers)
    wait_until_idle(meeting.window, qtbot)
    assert len(lines(panel)) == 2
    panel.table.select(panel.files[0].file.id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[1] for cells in lines(panel)] == ["dos.txt", "uno.txt"]
    panel.remove(panel.files[0].file.id)
    assert [cells[1] for cells in lines(panel)] == ["uno.txt"]


def test_going_through_the_annexes_during_a_writing_shows_what_each_is_called(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    for name in ("uno.txt", "dos.txt"):
        (tmp_path / name).write_text(name)
    panel.add([tmp_path / "uno.txt", tmp_path / "dos.txt"])
    wait_until_idle(meeting.window, qtbot)
    with held_writing(meeting.window, qtbot):
        for each in panel.files:
            panel.table.select(each.file.id)
            assert panel.saver.boxes["name"].editor.value() == each.file.name
    panel.table.select(panel.files[1].file.id)
    panel.saver.boxes["description"].fill("La segunda")
    assert panel.flush()
    wait_until_idle(meeting.window, qtbot)
    assert [cells[2] for cells in lines(panel)] == ["", "La segunda"]


def test_an_annex_that_is_found_is_shown_among_the_annexes_of_its_meeting(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    for name in ("uno.txt", "protocolo.txt"):
        (tmp_path / name).write_text(name)
    panel.add([tmp_path / "uno.txt", tmp_path / "protocolo.txt"])
    wait_until_idle(meeting.window, qtbot)
    workspace = workspace_of(meeting.window)
    [key] = list_ids(workspace.store, Query("document", words="protocolo"))
    frame_of(meeting.window).show_room("ciudades")
    workspace.record_wanted.emit("document", key)
    wait_until_idle(meeting.window, qtbot)
    assert frame_of(meeting.window).current == "reuniones"
    assert meeting.pane.parts.shown is panel
    assert panel.table.current_key() == key
