"""An attached file that another program opens: its copy does not outlive the open file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting
from tests.ui.waiting import wait_until_idle
from ui.room.opening import FileOpener


def test_the_copy_that_another_program_opens_goes_with_the_file(
    meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    monkeypatch.setattr("ui.room.opening.open_path", show)
    paper = tmp_path / "informe.txt"
    paper.write_text("Informe")
    strip = meeting.agenda.files
    strip.file_actions.add([paper])
    wait_until_idle(meeting.window, qtbot)
    assert meeting.window.workspace is not None
    FileOpener(meeting.window.workspace, strip).open(strip.files[0])
    assert shown[0].read_text() == "Informe"
    meeting.window.close_file()
    assert not shown[0].exists()


def test_a_file_opened_or_saved_during_a_writing_is_so_when_it_has_ended(
    meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []
    target = tmp_path / "copia.txt"

    def show(path: Path) -> bool:
        shown.append(path.read_text())
        return True

    monkeypatch.setattr("ui.room.opening.open_path", show)
    monkeypatch.setattr("ui.look.saving.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    paper = tmp_path / "informe.txt"
    paper.write_text("Informe")
    strip = meeting.agenda.files
    strip.file_actions.add([paper])
    wait_until_idle(meeting.window, qtbot)
    with held_writing(meeting.window, qtbot):
        strip.file_actions.open(strip.files[0].id)
        strip.file_actions.save_copy(strip.files[0].id)
        assert shown == []
        assert not target.exists()
    assert shown == ["Informe"]
    assert target.read_text() == "Informe"
