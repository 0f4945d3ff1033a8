"""A dialog is opened and let go of by one function."""

import re

import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.house.sources import ROOT, code_files
from ui.look.opening import open_dialog


def test_a_dialog_is_let_go_of_once_it_is_done(qtbot: QtBot) -> None:
    dialog = QDialog()
    assert open_dialog(dialog) is dialog
    assert dialog.isVisible()
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_no_dialog_is_opened_in_another_way() -> None:
    by_hand = re.compile(r"\.finished\.connect\([\w.]*\bdeleteLater\)")
    found = [str(path) for path in code_files("ui") if by_hand.search((ROOT / path).read_text(encoding="utf-8"))]
    assert found == ["ui/look/opening.py"]
