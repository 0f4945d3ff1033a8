"""The notice below is read and answered in any width, and gives the keyboard back."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.fitting import misfits
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.notice import Notice, NoticeButton

LONG = "Se guardó Dossier de la LXI reunión de la Comisión Directiva 2026-11-23 (definitivo).pdf. " * 3
looks = pytest.mark.parametrize(
    "look", [("es", 100), ("es", 140), ("pt", 200)], ids=["es", "es at 140 %", "pt at 200 %"], indirect=True
)


@looks
@pytest.mark.parametrize("text", ["Se eliminó Azul.", LONG], ids=["short", "long"])
def test_a_notice_in_a_narrow_window_is_read_and_its_buttons_are_in_sight(
    look: Window, qtbot: QtBot, text: str
) -> None:
    look.resize(1024, 700)
    status = frame_of(look).status
    status.notices.tell(Notice(text, buttons=(NoticeButton("Abrir", str), NoticeButton("Mostrar en la carpeta", str))))
    wait_until_idle(look, qtbot)
    assert not list(misfits(status))
    shown = " ".join(status.notices.text.shown(status.notices.text.width()))
    assert shown == text or (shown.endswith("…") and status.notices.text.toolTip() == text)
    for button in (*status.notices.buttons, status.notices.dismiss):
        assert look.rect().contains(button.rect().translated(button.mapTo(look, QPoint()))), button.text()
