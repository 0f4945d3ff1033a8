"""The bar that leads from record to record, whatever their rooms."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.seeing import frame_of, news_of, pane_of
from tests.ui.today.test_page import today_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


def test_what_is_overdue_is_gone_through_in_the_rooms_of_its_records(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    today_of(opened, qtbot).lines["overdue"].click()
    wait_until_idle(opened, qtbot)
    bar = frame_of(opened).reviewing
    assert frame_of(opened).current == "resoluciones"
    assert pane_of(opened).heading.text().startswith("Inciso 1")
    assert bar.text.text() == "1 de 1 plazo vencido"
    assert not bar.verifying.isVisible()
    assert bar.following.hasFocus()
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Space)
    assert news_of(opened) == "Se recorrió 1 ficha."
