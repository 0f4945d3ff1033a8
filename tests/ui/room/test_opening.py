"""An attached file that another program opens: its copy does not outlive the open file."""

from pathlib import Path

import pytest

from tests.ui.meetings.meeting import Meeting
from ui.room.opening import open_attachment


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
