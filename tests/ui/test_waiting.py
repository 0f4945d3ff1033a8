"""What the tests of the window wait for: neither the file nor a command says that an operation has ended."""

from threading import Event

from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from app.records.editing import Draft, save_record
from app.records.history import undo, undo_title
from tests.make import add_city, said
from tests.ui.seeing import names_of, room_of, workspace_of
from tests.ui.waiting import is_idle, press, wait_until_idle
from ui.frame.window import Window
from ui.work.run import Advance, Job


def test_a_window_is_not_idle_between_the_change_of_its_file_and_its_refresh(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    saved = save_record(store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"}))
    workspace_of(opened).apply(saved.changes)
    wait_until_idle(opened, qtbot)
    changed, gate = Event(), Event()

    def work(_: Advance) -> Changes:
        changes = undo(store)
        changed.set()
        gate.wait(20)
        return changes

    shown: list[Job] = []
    workspace_of(opened).runner.shown.connect(shown.append)
    workspace_of(opened).write_beside(work, "Deshaciendo")
    assert opened.commands["undo"].isEnabled(), "as it was before"
    assert changed.wait(20)
    assert said(undo_title(store)) != "Alta de ciudad «Azul»", "the file is changed already"
    assert not is_idle(opened)
    qtbot.waitUntil(lambda: bool(shown))
    assert not is_idle(opened), "nor when it lasts so long that it is shown"
    assert "Azul" in names_of(opened)
    gate.set()
    wait_until_idle(opened, qtbot)
    assert "Azul" not in names_of(opened)


def test_a_window_is_not_idle_while_what_was_typed_is_still_to_be_looked_for(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).list.words_line.setText("cordoba")
    assert not is_idle(opened)
    wait_until_idle(opened, qtbot)
    assert names_of(opened) == ["Córdoba"]


def test_a_command_that_was_pressed_has_done_its_work(opened: Window, qtbot: QtBot) -> None:
    add_city(workspace_of(opened).store, "Azul")
    opened.choose_language("pt")
    press(opened, "undo", qtbot)
    assert is_idle(opened)
    assert "Azul" not in names_of(opened)
    assert opened.commands["redo"].text() == "Refazer: inclusão de cidade “Azul”"
