"""A save on a slow or full disk: nothing that is written meanwhile is lost, and what goes wrong is said in words."""

import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.file.store_problems import Reason, StoreFailure
from app.records.editing import Draft, Saved, save_record
from app.records.reading import read_record
from app.words.fields import RecordKey
from app.words.problems import Problem
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting
from tests.ui.seeing import edit_shown, frame_of, names_of, news_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


@pytest.fixture
def shown(opened: Window, qtbot: QtBot) -> Window:
    """Show the first city in its form."""
    wait_until_idle(opened, qtbot)
    open_record(opened, names_of(opened)[0], qtbot)
    edit_shown(opened)
    return opened


def name_line(window: Window) -> QLineEdit:
    line = pane_of(window).form.boxes["name"].editor.input()
    assert isinstance(line, QLineEdit)
    return line


def type_into(window: Window, text: str) -> None:
    line = name_line(window)
    line.setFocus()
    QTest.keyClicks(line, text)


def make_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(store: object, draft: Draft, *, known: Sequence[Problem]) -> Saved:
        time.sleep(0.3)
        return save_record(store, draft, known=known)  # type: ignore[arg-type]  # handed on as it is

    monkeypatch.setattr("ui.form.save_form.save_record", slow)


def test_what_is_typed_right_after_a_save_goes_on_where_it_was_and_can_be_saved(shown: Window, qtbot: QtBot) -> None:
    shown.activateWindow()
    type_into(shown, "AAA")
    assert pane_of(shown).save()
    QTest.keyClicks(name_line(shown), "bcd")
    assert name_line(shown).text().startswith("AAAbcd")
    assert shown.commands["save_record"].isEnabled(), "the next key may be Ctrl+S"
    wait_until_idle(shown, qtbot)
    assert pane_of(shown).editing, "what was typed after the save keeps the form"
    assert pane_of(shown).save()
    wait_until_idle(shown, qtbot)
    assert not pane_of(shown).editing
    assert pane_of(shown).page.hasFocus()


def test_text_of_an_input_method_comes_after_the_save(shown: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    make_slow(monkeypatch)
    type_into(shown, "XYZ")

    def commit() -> None:
        event = QInputMethodEvent()
        event.setCommitString("á")
        QCoreApplication.postEvent(name_line(shown), event)

    QTimer.singleShot(50, shown, commit)
    assert pane_of(shown).save()
    QCoreApplication.processEvents()
    assert name_line(shown).text().startswith("XYZá")
    assert pane_of(shown).dirty
    key = pane_of(shown).id
    assert key is not None
    found = read_record(workspace_of(shown).store, "municipality", key)
    assert found is not None
    assert str(found.values["name"]).startswith("XYZ")
    pane_of(shown).discard()


def test_a_window_that_is_closed_during_a_save_closes_after_it(
    shown: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    make_slow(monkeypatch)
    type_into(shown, "XYZ")
    closed: list[bool] = []
    QTimer.singleShot(50, shown, lambda: closed.append(shown.close()))
    pane = pane_of(shown)
    assert pane.save()
    assert closed == [False]
    assert pane.dialog is None, "nothing is unsaved"
    qtbot.waitUntil(shown.isHidden)


def test_no_cancel_stands_beside_a_save(shown: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bool]] = []

    def slow(store: object, draft: Draft, *, known: Sequence[Problem]) -> Saved:
        time.sleep(0.6)
        return save_record(store, draft, known=known)  # type: ignore[arg-type]  # handed on as it is

    monkeypatch.setattr("ui.form.save_form.save_record", slow)
    type_into(shown, "XYZ")
    strip = frame_of(shown).status.progress
    QTimer.singleShot(450, shown, lambda: seen.append((strip.title.text(), strip.cancel.isVisible())))
    assert pane_of(shown).save()
    assert seen == [("Guardando", False)]


def test_what_is_written_while_a_record_is_waited_for_asks_first(shown: Window, qtbot: QtBot) -> None:
    table, pane = room_of(shown).list.table, pane_of(shown)
    first, second = table.rows.ids[:2]
    with held_writing(shown, qtbot):
        table.select_id(second)
        room_of(shown).open_selected()
        type_into(shown, "XYZ")
    assert pane.id == first
    assert name_line(shown).text().startswith("XYZ")
    assert pane.dialog is not None
    pane.dialog.cancelling.click()
    assert pane.id == first
    assert table.current_id() == first
    pane.discard()


def test_a_record_that_was_sought_does_not_take_the_place_of_a_new_one(shown: Window, qtbot: QtBot) -> None:
    second = room_of(shown).list.table.rows.ids[1]
    with held_writing(shown, qtbot):
        workspace_of(shown).seeking.show(lambda: RecordKey("municipality", second))
        room_of(shown).commands()["new_record"]()
    assert pane_of(shown).fresh


def test_undo_during_a_long_writing_says_what_to_wait_for(shown: Window, qtbot: QtBot) -> None:
    with held_writing(shown, qtbot):
        workspace_of(shown).undo()
        assert news_of(shown) == "Espere a que termine: Importando."
        assert shown.dialog is None


def test_a_full_disk_is_said_once_and_in_words_wherever_a_field_saves_itself(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Exception] = []

    def full(*_: object) -> Saved:
        raise StoreFailure(Reason.DISK_FULL)

    agenda = meeting.agenda
    workspace = workspace_of(meeting.window)
    monkeypatch.setattr(workspace, "present", shown.append)
    monkeypatch.setattr("ui.room.saving.save_record", full)
    line = agenda.saver.boxes["name"].editor.input()
    line.setFocus()
    QTest.keyClicks(line, "Bienvenida y ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    agenda.table.setFocus()
    wait_until_idle(meeting.window, qtbot)
    assert [type(each).__name__ for each in shown] == ["ProblemError"]
    assert agenda.saver.state.edited, "what was written stays"
    monkeypatch.undo()
    assert agenda.flush()
