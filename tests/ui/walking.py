"""A walk through the whole window: every room with its list, its record and its form, as the screens declare them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.file.files import new_file
from app.file.settings import Settings, save_settings
from app.records.catalog import Filter, Operator
from app.sample import build_sample
from app.screens import SCREENS
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.form.rare_fields import RareFields
from ui.frame.window import Window
from ui.look.theme import Theme
from ui.room.list_room import ListRoom
from ui.room.room import Room
from ui.room.tabs import TabbedRoom
from ui.work.preferences import Preferences
from ui.work.room_page import RoomPage

SIZE = (1280, 720)
DAY = date(2026, 11, 23)
MANY = 10_154
"""Records of a large office, whose number is longer than those of the sample."""


def sample_file(folder: Path) -> Path:
    """Make the sample in `folder`, unless it is there, and return its path."""
    path = folder / "muestra.enlace"
    if not path.exists():
        store = new_file(path, None, author="Ana Ejemplo", clock=lambda: DAY)
        build_sample(store, DAY)
        store.close()
    return path


def show_window(theme: Theme, folder: Path, language: str) -> Window:
    """Show a window of SIZE that speaks `language`, without a file."""
    save_settings(Settings(author="Ana Ejemplo", language=language), folder / "settings")
    window = Window(Preferences(folder / "settings", system_locale=language), theme)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    return window


def walk(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Go through all rooms; at each halt all that is shown has come to rest, and the name of the place is given."""
    for screen in SCREENS:
        window.show_room(screen.name)
        wait_until_idle(window, qtbot)
        page = frame_of(window).page
        yield screen.name
        if isinstance(page, TabbedRoom):
            for at in range(page.tabs.count()):
                page.tabs.setCurrentIndex(at)
                yield from _walk_list(page.room, window, qtbot)
        elif page is not None:
            yield from _walk_list(page, window, qtbot)


def _walk_list(page: RoomPage, window: Window, qtbot: QtBot) -> Iterator[str]:
    if not isinstance(page, ListRoom):
        return
    name, pane = page.list.entity.name, page.list
    wait_until_idle(window, qtbot)
    pane.source.total = MANY
    named = Filter(pane.entity.columns[0], Operator.IS_FILLED)
    pane.ask(replace(pane.query, filters=(named,)))
    wait_until_idle(window, qtbot)
    yield f"{name}: filtered"
    pane.table.selectAll()
    wait_until_idle(window, qtbot)
    yield f"{name}: all selected"
    pane.table.clearSelection()
    if isinstance(page, Room):
        yield from _walk_record(page, window, qtbot)


def _walk_record(room: Room, window: Window, qtbot: QtBot) -> Iterator[str]:
    name = room.facts.entity
    room.show_record(name, room.list.table.rows.ids[0])
    wait_until_idle(window, qtbot)
    yield f"{name}: page"
    for tab in room.record.parts.pages:
        room.record.show_tab(tab)
        wait_until_idle(window, qtbot)
        yield f"{name}: {tab}"
    room.record.tabs.setCurrentIndex(0)
    room.record.edit()
    for rare in room.record.findChildren(RareFields):
        rare.open()
    wait_until_idle(window, qtbot)
    yield f"{name}: form"
    room.record.close_record()
    room.begin_record(name, {})
    wait_until_idle(window, qtbot)
    yield f"{name}: new"
    room.record.close_record()
