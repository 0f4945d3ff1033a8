"""The files of a record: dropped, attached, saved again, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.seeing import open_record, pane_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.attached import AttachedTab


def test_a_file_that_is_dropped_is_attached_and_can_be_saved_again(
    opened: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("files")
    tab = pane_of(opened).tab_pages["files"]
    assert isinstance(tab, AttachedTab)
    source = tmp_path / "nota.txt"
    source.write_text("Nota firmada", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(source))])
    tab.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait_until_idle(opened, qtbot)
    assert tab.list.count() == 1
    assert tab.list.item(0).text().startswith("nota.txt")
    assert pane_of(opened).tabs.tabText(2) == "Archivos (1)"
    target = str(tmp_path / "copia.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    tab.saving.click()
    assert (tmp_path / "copia.txt").read_text(encoding="utf-8") == "Nota firmada"
    tab.remove()
    wait_until_idle(opened, qtbot)
    assert tab.list.count() == 0
