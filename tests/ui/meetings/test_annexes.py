"""The annexes of a meeting: the files of all its parts, in the order that the person gives them."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting, lines
from tests.ui.menus import choose, lines_of, right_click, right_click_on
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.look.plain import ToolButton
from ui.meetings.annexes import AnnexesPanel
from ui.room.file_details import FileDetailsDialog


def attach_papers(meeting: Meeting, folder: Path, qtbot: QtBot, *names: str) -> AnnexesPanel:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    for name in names:
        (folder / name).write_text(name)
    panel.file_actions.add([folder / name for name in names])
    wait_until_idle(meeting.window, qtbot)
    return panel


def take_all_away(meeting: Meeting, panel: AnnexesPanel, qtbot: QtBot) -> None:
    """Leave the meeting without files for what is asked next."""
    for each in panel.files:
        panel.file_actions.remove(each.file.id)
        wait_until_idle(meeting.window, qtbot)
    assert lines(panel) == []


def test_files_of_an_item_are_annexes_of_the_meeting(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "informe.txt"
    paper.write_text("Informe")
    agenda = meeting.agenda
    agenda.files.file_actions.add([paper])
    wait_until_idle(meeting.window, qtbot)
    assert lines(agenda)[0][5] == "1"
    assert [file.name for file in agenda.files.files] == ["informe.txt"]
    annexes = meeting.panel("annexes")
    assert isinstance(annexes, AnnexesPanel)
    assert lines(annexes)[0][1:4] == ("informe.txt", "", "1. Apertura")


def _annexes_keep_the_order_that_the_person_gives_them(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    papers = []
    for name in ("uno.txt", "dos.txt"):
        (tmp_path / name).write_text(name)
        papers.append(tmp_path / name)
    panel.file_actions.add(papers)
    wait_until_idle(meeting.window, qtbot)
    assert len(lines(panel)) == 2
    panel.table.select(panel.files[0].file.id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[1] for cells in lines(panel)] == ["dos.txt", "uno.txt"]
    panel.file_actions.remove(panel.files[0].file.id)
    wait_until_idle(meeting.window, qtbot)
    assert [cells[1] for cells in lines(panel)] == ["uno.txt"]
    take_all_away(meeting, panel, qtbot)


def _going_through_the_annexes_during_a_writing_shows_what_each_is_called(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = attach_papers(meeting, tmp_path, qtbot, "uno.txt", "dos.txt")
    with held_writing(meeting.window, qtbot):
        for each in panel.files:
            panel.table.select(each.file.id)
            assert panel.saver.boxes["name"].editor.value() == each.file.name
    panel.table.select(panel.files[1].file.id)
    panel.saver.boxes["description"].fill("La segunda")
    assert panel.flush()
    wait_until_idle(meeting.window, qtbot)
    assert [cells[2] for cells in lines(panel)] == ["", "La segunda"]
    take_all_away(meeting, panel, qtbot)


def _an_annex_that_is_found_is_shown_among_the_annexes_of_its_meeting(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = attach_papers(meeting, tmp_path, qtbot, "uno.txt", "protocolo.txt")
    workspace = workspace_of(meeting.window)
    [key] = list_ids(workspace.store, Query("document", words="protocolo"))
    frame_of(meeting.window).show_room("ciudades")
    workspace.record_wanted.emit("document", key)
    wait_until_idle(meeting.window, qtbot)
    assert frame_of(meeting.window).current == "reuniones"
    assert meeting.pane.parts.shown is panel
    assert panel.table.current_key() == key


def _a_file_is_described_from_its_menu_and_its_bar(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    panel = meeting.panel("annexes")
    assert isinstance(panel, AnnexesPanel)
    (tmp_path / "acta.txt").write_text("acta")
    panel.file_actions.add([tmp_path / "acta.txt"])
    wait_until_idle(meeting.window, qtbot)
    choose(right_click(panel.table, 0), "Datos del archivo…")
    assert meeting.window.focusWidget() is panel.saver.boxes["description"].editor.input()
    QTest.keyClicks(meeting.window.focusWidget(), "Acta firmada")
    assert panel.flush()
    wait_until_idle(meeting.window, qtbot)
    assert [cells[2] for cells in lines(panel)] == ["Acta firmada"]
    take_all_away(meeting, panel, qtbot)


def test_a_file_of_an_item_is_described_in_a_dialog_and_that_is_taken_back(
    meeting: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "informe.txt").write_text("Informe")
    strip = meeting.agenda.files
    strip.file_actions.add([tmp_path / "informe.txt"])
    wait_until_idle(meeting.window, qtbot)
    chip = next(each for each in strip.findChildren(QFrame) if each.findChild(ToolButton) is not None)
    assert lines_of(right_click_on(chip))[2] == "Datos del archivo…"
    choose(right_click_on(chip), "Datos del archivo…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FileDetailsDialog)
    dialog.form.boxes["description"].fill("Informe de gestión")
    dialog.form.boxes["dated"].fill(date(2026, 5, 4))
    dialog.accepting.click()
    wait_until_idle(meeting.window, qtbot)
    assert [(each.description, each.dated) for each in strip.files] == [("Informe de gestión", date(2026, 5, 4))]
    meeting.window.commands["undo"].trigger()
    wait_until_idle(meeting.window, qtbot)
    assert [(each.description, each.dated) for each in strip.files] == [("", None)]


def test_annexes_are_ordered_described_and_found(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    _annexes_keep_the_order_that_the_person_gives_them(meeting, tmp_path, qtbot)
    _going_through_the_annexes_during_a_writing_shows_what_each_is_called(meeting, tmp_path, qtbot)
    _a_file_is_described_from_its_menu_and_its_bar(meeting, tmp_path, qtbot)
    _an_annex_that_is_found_is_shown_among_the_annexes_of_its_meeting(meeting, tmp_path, qtbot)
