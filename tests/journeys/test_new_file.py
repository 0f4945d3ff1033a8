"""A new file: made with a passphrase, closed, opened with it and with no other."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.journeys.hands import begin_file, count
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.dialogs.passphrase import AskPassphrase
from ui.frame.window import Window

WORDS_TO_OPEN = "cuatro lluvias verdes lejos"


def test_an_officer_makes_a_file_and_opens_it_again(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = begin_file(window, tmp_path, qtbot, name="Red 2008", passphrase=WORDS_TO_OPEN)
    assert frame_of(window).status.file.text() == "Red 2008.enlace"
    assert frame_of(window).status.lock.text() == "Con contraseña"
    assert count(window, "body") > 3
    assert count(window, "municipality") == 0
    window.commands["close_file"].trigger()
    assert window.welcome is not None

    window.open_path(path)
    wait_until_idle(window, qtbot)
    asking = window.filing.dialog
    assert isinstance(asking, AskPassphrase)
    before = path.read_bytes()
    QTest.keyClicks(asking.field, "otra cosa")
    asking.accepting.click()
    wait_until_idle(window, qtbot)
    assert not asking.problems.isHidden()
    assert "no abre el archivo" in asking.problems.text.text()
    assert path.read_bytes() == before
    asking.field.clear()
    QTest.keyClicks(asking.field, WORDS_TO_OPEN)
    asking.accepting.click()
    wait_until_idle(window, qtbot)
    assert window.workspace is not None


def test_a_file_that_is_not_ours_is_said_and_left_as_it_is(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "carta.enlace"
    path.write_text("Estimados socios: " * 400)
    before = path.read_bytes()
    window.open_path(path)
    wait_until_idle(window, qtbot)
    dialog = window.filing.dialog
    assert dialog is not None
    assert path.read_bytes() == before
    dialog.close()
