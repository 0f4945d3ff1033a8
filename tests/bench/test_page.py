"""A record as a page to read, in a file of 100,000 contacts: the first one, and from one to the next."""

from functools import partial
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from app.screens import layout_of
from app.words.words import Words
from tests.bench.large import make_large
from tests.bench.measure import tell_plain, timed
from ui.look.theme import Theme
from ui.reading.page import ReadingPage
from ui.work.preferences import Preferences
from ui.work.workspace import Workspace

TURNS = 9


def open_page(workspace: Workspace, entity: str, qtbot: QtBot) -> ReadingPage:
    """Return a page that shows nothing yet."""
    layout = layout_of(entity)
    assert layout is not None
    page = ReadingPage(workspace, layout)
    qtbot.addWidget(page)
    page.resize(840, 650)
    page.show()
    return page


def show(page: ReadingPage, key: str) -> None:
    """Show a record, and paint what is known of it at once."""
    page.show_record(key)
    page.grab()


@pytest.mark.bench
def test_page(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    """Measure head and fields to painted; what belongs to the record comes after it, beside the window."""
    Theme(qapp)
    store = make_large(tmp_path / "grande.enlace", 1000, 100_000)
    workspace = Workspace(store, Words("es"), Preferences(tmp_path, system_locale="es"), print)
    for entity in ("person", "municipality"):
        keys = list_ids(store, Query(entity))[:TURNS]
        first, following = [], []
        for key in keys:
            first.append(timed(partial(show, open_page(workspace, entity, qtbot), key)))
            qtbot.waitUntil(lambda: not workspace.runner.busy, timeout=60_000)
        page = open_page(workspace, entity, qtbot)
        for key in keys:
            following.append(timed(partial(show, page, key)))
            qtbot.waitUntil(lambda: not workspace.runner.busy, timeout=60_000)
        tell_plain(f"page of a {entity} in a file of 100,000 contacts, first", median(first), "ms", "≤ 50 ms")
        tell_plain(f"page of a {entity} in a file of 100,000 contacts, next", median(following), "ms", "≤ 50 ms")
    workspace.close()
