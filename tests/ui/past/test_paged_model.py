"""A long history is read page by page, as far as somebody scrolls."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.records import history
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.reading import choose
from tests.ui.past.reading import open_history
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.past.dialog import HistoryDialog
from ui.past.paged_model import Line, PagedModel
from ui.work.run import Advance, Job


def test_a_long_history_is_read_as_far_as_somebody_scrolls(
    opened: Window, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.past.paged_model.PAGE", 5)
    key = choose(store, "municipality", "Azul")[0].id
    for at in range(40):
        save_record(store, Draft("municipality", key, {"notes": str(at)}))
    dialog = open_history(opened, qtbot)
    model, table = dialog.changes.model, dialog.changes.table
    done = [each.number for each in history.operations(store)]
    qtbot.waitUntil(lambda: len(model.lines) * table.rowHeight(0) > table.viewport().height())
    wait_until_idle(dialog, qtbot)
    assert len(model.lines) < len(done)

    def scrolled() -> bool:
        table.scrollToBottom()
        return len(model.lines) == len(done)

    qtbot.waitUntil(scrolled)
    assert [line.key for line in model.lines] == done
    dialog.done(0)


def test_a_page_that_was_cancelled_can_be_read_after_all(
    dialog: HistoryDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.past.paged_model.PAGE", 1)
    waiting = Event()

    def read(below: int | None, _limit: int, advance: Advance) -> list[Line]:
        if below is not None and not waiting.is_set():
            while True:
                advance(0)
        return whole[:1] if below is None else whole[1:2]

    whole = list(dialog.changes.model.lines)
    model = PagedModel(("",) * 5, frozenset(), dialog.runner, "Buscando")
    model.ask(read)
    qtbot.waitUntil(model.canFetchMore)
    jobs: list[Job] = []
    dialog.runner.shown.connect(jobs.append)
    model.fetchMore()
    assert not model.canFetchMore()
    qtbot.waitUntil(lambda: bool(jobs))
    jobs[0].cancel()
    qtbot.waitUntil(model.canFetchMore)
    waiting.set()
    model.fetchMore()
    qtbot.waitUntil(lambda: model.lines == whole[:2])
