"""The open file that every view shares: one writing at a time, news that can be undone, and nothing left behind."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.line import Line
from app.records.catalog import Query
from app.records.changes import Changes
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.reading import read_record
from app.words.fields import RecordKey
from app.words.problems import ProblemError
from app.words.words import Words
from tests.make import SPANISH, add_city, copied_store
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.notice import Notice
from ui.work.preferences import Preferences
from ui.work.run import Advance
from ui.work.workspace import Workspace


class Counted(QWidget):
    """Counts how often it is painted."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Count."""
        self.paints += 1
        super().paintEvent(event)


@pytest.fixture
def presented() -> list[Exception]:
    """Remember what nothing nearer could show."""
    return []


@pytest.fixture
def workspace(
    qapp: object, template: Path, tmp_path: Path, words: Words, presented: list[Exception]
) -> Iterator[Workspace]:
    """Share an empty file."""
    preferences = Preferences(tmp_path / "settings", system_locale="es")
    made = Workspace(copied_store(template, tmp_path), words, preferences, presented.append)
    yield made
    made.close()


def news_of(workspace: Workspace) -> list[Notice]:
    """Remember the news that are told from now on."""
    told: list[Notice] = []
    workspace.told.connect(told.append)
    return told


def test_what_a_piece_of_writing_touched_reaches_every_view(workspace: Workspace) -> None:
    seen: list[Changes] = []
    workspace.changed.connect(seen.append)
    draft = Draft("municipality", None, {"short_name": "Azul", "country": "AR"})
    changes = workspace.write(lambda: save_record(workspace.store, draft).changes)
    assert seen == [changes]
    assert set(changes.touched) == {"municipality"}
    workspace.apply(Changes())
    assert seen == [changes], "nothing was touched"


def test_while_one_writing_is_under_way_another_is_refused_by_its_name(workspace: Workspace, qtbot: QtBot) -> None:
    gate, written = Event(), Event()

    def work(_: Advance) -> Changes:
        gate.wait(20)
        return Changes()

    def other() -> Changes:
        written.set()
        return Changes()

    assert workspace.write_beside(work, "Importando") is not None
    assert workspace.writing == "Importando"
    with pytest.raises(ProblemError) as caught:
        workspace.write(other)
    assert caught.value.problems[0].say(SPANISH) == "Espere a que termine: Importando."
    assert workspace.write_beside(work, "Exportando") is None
    gate.set()
    qtbot.waitUntil(lambda: not workspace.runner.busy)
    assert workspace.writing == ""
    workspace.write(other)
    assert written.is_set()


def test_an_undo_says_what_it_took_back_and_offers_to_bring_it_again(workspace: Workspace, qtbot: QtBot) -> None:
    key = add_city(workspace.store, "Azul")
    told = news_of(workspace)
    workspace.undo()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "Se deshizo: alta de ciudad «Azul»"
    assert read_record(workspace.store, "municipality", key) is None
    (again,) = told[0].buttons
    assert again.text == "Rehacer"
    again.press()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].text == "Se rehizo: alta de ciudad «Azul»"
    assert [button.text for button in told[1].buttons] == ["Deshacer"]
    assert read_record(workspace.store, "municipality", key) is not None


def test_an_undo_with_nothing_to_undo_is_presented_and_ends_the_writing(
    workspace: Workspace, presented: list[Exception], qtbot: QtBot
) -> None:
    told = news_of(workspace)
    workspace.undo()
    qtbot.waitUntil(lambda: bool(presented))
    assert workspace.writing == ""
    assert told == []


def test_the_copies_that_other_programs_open_go_with_the_file(workspace: Workspace) -> None:
    first, second = workspace.folder_of_copies(), workspace.folder_of_copies()
    assert first != second
    (first / "acta.txt").write_text("Acta")
    workspace.close()
    assert not first.exists()
    assert not second.exists()


def test_references_are_found_and_named_in_the_language_of_the_window(workspace: Workspace) -> None:
    workspace.words = Words("pt")
    key = add_city(workspace.store, "Colonia", "DE")
    (hit,) = workspace.references.choose("municipality", "col")
    assert (hit.id, hit.title, hit.detail) == (key, "Colonia", "Alemanha")
    assert workspace.references.titles("municipality", [key, "nadie"]) == {key: "Colonia"}
    wanted: list[tuple[str, str]] = []
    workspace.record_wanted.connect(lambda entity, id: wanted.append((entity, id)))
    workspace.references.open("municipality", key)
    assert wanted == [("municipality", key)]


def test_a_file_that_is_closed_can_be_opened_again(workspace: Workspace) -> None:
    path = workspace.store.path
    workspace.close()
    Store.open(path).close()


def test_a_short_writing_holds_keys_and_lets_the_window_paint(workspace: Workspace, qtbot: QtBot) -> None:
    window, gate = Counted(), Event()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.paints > 0)
    seen: list[tuple[str, bool, int]] = []
    before = window.paints

    def look() -> None:
        window.update()
        QTimer.singleShot(50, window, gate.set)
        seen.append((workspace.writing, workspace.held, len(order)))

    order: list[str] = []
    QTimer.singleShot(0, window, look)

    def work() -> Changes:
        gate.wait(5)
        order.append("written")
        return Changes()

    workspace.changed.connect(lambda _: order.append("told"))
    workspace.write(work, written=lambda: order.append(workspace.writing))
    assert seen == [("Guardando", True, 0)]
    assert window.paints > before
    assert order == ["written", ""], "the views are told of nothing when nothing was touched"
    assert not workspace.held


def test_a_command_is_as_it_was_while_keys_are_held(opened: Window, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert workspace is not None
    add_city(workspace.store, "Azul")
    workspace.apply(Changes(touched={"municipality": frozenset()}))
    wait_until_idle(opened, qtbot)
    assert opened.commands["undo"].isEnabled()
    gate, seen = Event(), list[bool]()

    def look() -> None:
        seen.append(opened.commands["undo"].isEnabled())
        gate.set()

    QTimer.singleShot(50, opened, look)
    workspace.write(lambda: (gate.wait(5), Changes())[1])
    assert seen == [True], "a key pressed now comes after the writing, and must find its command"


def test_a_line_leads_to_its_list_or_to_its_record(workspace: Workspace) -> None:
    lists: list[tuple[str, object]] = []
    records: list[tuple[str, str]] = []
    workspace.room_wanted.connect(lambda *asked: lists.append(asked))
    workspace.record_wanted.connect(lambda *asked: records.append(asked))
    norms = Query("norm")
    for line in (Line("2 normas", norms), Line("Azul", record=RecordKey("municipality", "1" * 32)), Line("nada")):
        workspace.follow(line)
    assert lists == [("fccr", norms)]
    assert records == [("municipality", "1" * 32)]
