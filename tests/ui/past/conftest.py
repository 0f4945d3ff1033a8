"""A file with a past, and the window of its history."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.records.drafts import Draft
from app.records.editing import save_record
from tests.make import add_city
from tests.ui.past.reading import open_history
from ui.frame.window import Window
from ui.past.dialog import HistoryDialog


@pytest.fixture
def store(opened: Window) -> Store:
    """Return the open file: Beto wrote over a field of what Ana wrote."""
    assert opened.workspace is not None
    store = opened.workspace.store
    city = add_city(store, "Azul")
    save_record(store, Draft("municipality", city, {"name": "Municipalidad de Azul", "notes": "una nota"}))
    store.author = "Beto Ficticio"
    save_record(store, Draft("municipality", city, {"name": "Intendencia de Azul"}))
    return store


@pytest.fixture
def dialog(opened: Window, store: Store, qtbot: QtBot) -> Iterator[HistoryDialog]:
    """Open the history from the menu."""
    made = open_history(opened, qtbot)
    yield made
    made.done(0)
