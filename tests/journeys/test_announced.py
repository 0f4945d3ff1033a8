"""What comes without the keyboard going there is told to whoever listens with a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import edit_record, frame_of, list_of, news_of, pane_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import PushButton

Announced = list[tuple[str, str]]
"""What was told: the words, and what the widget says at which it was told."""


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Announced:
    """Hear what the window tells Qt, which hands it to the screen readers of the system."""
    told: Announced = []
    hand_on = QAccessible.updateAccessibility

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            at = event.object()
            assert isinstance(at, QWidget)
            assert at.isVisible(), event.message()
            told.append((event.message(), QAccessible.queryAccessibleInterface(at).text(QAccessible.Text.Name)))
        hand_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


def test_what_was_done_is_told(opened: Window, announced: Announced, qtbot: QtBot) -> None:
    opened.show_room("ciudades")
    wait_until_idle(opened, qtbot)
    list_of(opened).table.selectRow(0)
    announced.clear()
    opened.commands["delete"].trigger()
    wait_until_idle(opened, qtbot)
    said = news_of(opened)
    assert said.startswith("Se eliminó")
    assert (said, said) in announced
    QTest.keyClick(opened, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    undo = opened.focusWidget()
    assert isinstance(undo, PushButton)
    assert undo.text() == "Deshacer"


def test_how_many_are_selected_is_told_once_each_time_it_changes(
    opened: Window, announced: Announced, qtbot: QtBot
) -> None:
    opened.show_room("ciudades")
    wait_until_idle(opened, qtbot)
    table = list_of(opened).table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    announced.clear()
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    wait_until_idle(opened, qtbot)
    assert [said for said, _ in announced] == ["2 fichas seleccionadas", "3 fichas seleccionadas"]


@pytest.mark.parametrize(("typed", "said"), [("sao leo", "1 resultado"), ("zzz", "Nada coincide con «zzz».")])
def test_what_the_search_found_is_told(
    opened: Window, announced: Announced, qtbot: QtBot, typed: str, said: str
) -> None:
    top = frame_of(opened).top
    top.take_focus()
    QTest.keyClicks(top.line, typed)
    wait_until_idle(opened, qtbot)
    assert (said, "Resultados de la búsqueda") in announced


def test_what_is_wrong_in_a_form_is_told_when_it_cannot_be_saved(
    opened: Window, announced: Announced, qtbot: QtBot
) -> None:
    opened.show_room("ciudades")
    edit_record(opened, "São Leopoldo", qtbot)
    form = pane_of(opened).form
    for name, text in (("short_name", ""), ("population", "mucha")):
        line = form.boxes[name].editor.input()
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
    announced.clear()
    pane_of(opened).save()
    wait_until_idle(opened, qtbot)
    said = " ".join(text for text, _ in announced)
    assert "Hay 2 datos que corregir:" in said
    assert all(each.accessibleDescription() in said for each in form.faults.links)
