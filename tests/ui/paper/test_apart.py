"""Letters are saved one by one where that is ticked, and their appointment beside them unless it is not wanted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.paper.showing import Open, wait
from tests.ui.waiting import wait_until_idle


def test_letters_are_saved_one_by_one_into_a_folder(
    show: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show("convocation")
    wait(dialog, qtbot)
    assert dialog.made is not None
    letters = [section.title for section in dialog.made.document.sections]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.apart.apart.setChecked(True)
    dialog.buttons["pdf"].click()
    wait_until_idle(dialog, qtbot)
    assert len(list(tmp_path.glob("*.pdf"))) == len(letters)
    assert len(list(tmp_path.glob("*.ics"))) == 1
    assert "La cita: Convocatoria" in dialog.notices.text.text()


def test_without_the_appointment_there_is_the_paper_alone(show: Open, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = show("convocation")
    wait(dialog, qtbot)
    dialog.apart.appointment.setChecked(False)
    dialog.save("pdf", tmp_path / "carta.pdf")
    wait_until_idle(dialog, qtbot)
    assert [path.name for path in tmp_path.glob("carta.*")] == ["carta.pdf"]
    dialog.apart.appointment.setChecked(True)
    dialog.save("pdf", tmp_path / "carta.pdf")
    wait_until_idle(dialog, qtbot)
    assert dialog.notices.text.text() == "Se guardó carta.pdf. La cita: carta.ics."


def test_a_report_of_one_paper_offers_neither(show: Open, qtbot: QtBot) -> None:
    dialog = show("agenda")
    wait(dialog, qtbot)
    assert dialog.apart.isHidden()
