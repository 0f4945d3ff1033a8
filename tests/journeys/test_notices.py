"""The notice below is read and answered in any width, and gives the keyboard back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fitting import misfits
from tests.ui.seeing import frame_of, names_of, news_of, open_record, pane_of, room_of
from tests.ui.waiting import press, wait_until_idle
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


def take_back(window: Window, qtbot: QtBot) -> None:
    """Click «Deshacer» of the notice that is shown."""
    said = news_of(window)
    [button] = [each for each in frame_of(window).status.notices.buttons if each.text() == "Deshacer"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until_idle(window, qtbot)
    assert news_of(window) != said


def test_the_keyboard_is_in_the_list_again_once_a_deletion_is_taken_back_there(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    opened.activateWindow()
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[1])
    table.setFocus()
    before = names_of(opened)
    press(opened, "delete", qtbot)
    assert names_of(opened) != before
    take_back(opened, qtbot)
    assert names_of(opened) == before
    assert table.hasFocus()


def test_the_keyboard_is_on_the_page_again_once_a_change_is_taken_back_there(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane = pane_of(opened)
    pane.edit_button.click()
    opened.activateWindow()
    pane.form.boxes["notes"].fill("Llamar antes")
    press(opened, "save_record", qtbot)
    assert not pane.editing
    assert pane.page.hasFocus()
    take_back(opened, qtbot)
    assert pane.page.hasFocus()


def test_the_keyboard_goes_on_in_the_room_where_it_cannot_go_back(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    opened.activateWindow()
    notices, line = frame_of(opened).status.notices, frame_of(opened).top.line
    line.setFocus()
    notices.tell(Notice("Se eliminó Azul.", buttons=(NoticeButton("Deshacer", line.hide),)))
    QTest.mouseClick(notices.buttons[0], Qt.MouseButton.LeftButton)
    notices.clear()
    assert room_of(opened).list.table.hasFocus()
