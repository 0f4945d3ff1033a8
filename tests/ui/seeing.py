"""What tests look at in a window: the room that is shown, its record, its list and its news."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.make import CATALOG
from tests.ui.waiting import wait_until_idle
from ui.frame.frame import Frame
from ui.frame.window import Window
from ui.room.list_room import ListRoom
from ui.room.listing import ListPane
from ui.room.record import RecordPane
from ui.room.room import Room
from ui.room.tabs import TabbedRoom
from ui.work.workspace import Workspace


def workspace_of(window: Window) -> Workspace:
    """Return the open file of the window."""
    assert window.workspace is not None
    return window.workspace


def frame_of(window: Window) -> Frame:
    """Return what stands around the rooms."""
    assert window.frame is not None
    return window.frame


def room_of(window: Window) -> Room:
    """Return the room that is shown, behind its tab when it has some."""
    page = frame_of(window).page
    room = page.room if isinstance(page, TabbedRoom) else page
    assert isinstance(room, Room)
    return room


def show_first_list(window: Window) -> None:
    """Turn to the first list of the room, past the pages that stand before the lists."""
    page = frame_of(window).page
    if isinstance(page, TabbedRoom):
        names = [each.name for each in page.offered]
        page.tabs.setCurrentIndex(next(at for at, each in enumerate(names) if each in CATALOG))


def list_of(window: Window) -> ListPane:
    """Return the list that is shown, of a room with records or without."""
    page = frame_of(window).page
    room = page.room if isinstance(page, TabbedRoom) else page
    assert isinstance(room, ListRoom)
    return room.list


def pane_of(window: Window) -> RecordPane:
    """Return the record beside the list."""
    return room_of(window).record


def names_of(window: Window) -> list[str]:
    """Return the first column of the list."""
    table = room_of(window).list.table
    return [table.rows.text(row, 0) for row in range(table.rows.rowCount())]


def news_of(window: Window) -> str:
    """Return the quiet news of the bar below."""
    return frame_of(window).status.notices.text.text()


def open_record(window: Window, name: str, qtbot: QtBot) -> None:
    """Show the record of that name, once the list has it."""
    table = room_of(window).list.table
    wait_until_idle(window, qtbot)
    key = table.rows.ids[names_of(window).index(name)]
    room_of(window).show_record(room_of(window).facts.entity, key)
    assert pane_of(window).id == key


def edit_record(window: Window, name: str, qtbot: QtBot) -> None:
    """Show the record of that name, and turn it into its form."""
    open_record(window, name, qtbot)
    edit_shown(window)


def edit_shown(window: Window) -> None:
    """Turn the record that is read into its form, as the button does."""
    pane = pane_of(window)
    assert pane.edit_button.isVisible()
    pane.edit_button.click()
    assert pane.editing


def open_row(window: Window, row: int, qtbot: QtBot) -> None:
    """Open the record of a row of the list, as with Enter, and wait until it is shown."""
    table = room_of(window).list.table
    table.select_id(table.rows.ids[row])
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_until_idle(window, qtbot)
    assert pane_of(window).id == table.rows.ids[row]


def count_of(window: Window) -> str:
    """Return how many records the list says that it has."""
    return room_of(window).list.count.text()
