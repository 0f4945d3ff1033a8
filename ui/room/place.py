"""Where the person is in a room, as plain values: kept while the window is made anew in other words or another size."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView

from app.records.catalog import Query
from ui.look.scroll import scroll_marks, scroll_to
from ui.room.listing import ListPane
from ui.table.selecting import Selection

if TYPE_CHECKING:
    from ui.room.record import RecordPane


@dataclass(frozen=True, slots=True)
class ListPlace:
    """What a list asks for, which of its records are selected, and those with the keyboard and on its first line."""

    query: Query
    selected: Selection
    current: str
    top: str


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """The record that is shown, to be read or in its form, behind which tab, and how far it is scrolled.

    Of a new one, with what it has `begun`.
    """

    key: str
    begun: Mapping[str, object]
    tab: int
    marks: tuple[int, ...]
    is_wide: bool
    editing: bool


@dataclass(frozen=True, slots=True)
class RoomPlace:
    """A list and what stands beside it: a record, that `several` are selected, or nothing."""

    list: ListPlace | None
    record: RecordPlace | None = None
    several: bool = False


def place_of_list(pane: ListPane) -> ListPlace | None:
    """Return where the person is in a list; None for one that nobody has seen yet."""
    table = pane.table
    if not pane.asked:
        return None
    first = table.rowAt(0)
    top = table.rows.ids[first] if 0 <= first < len(table.rows.ids) else ""
    return ListPlace(pane.current_view(), table.selected(), table.current_id() or "", top)


def return_to_list(pane: ListPane, place: ListPlace) -> None:
    """Ask the list for what it had, and go to the same records in it."""
    pane.ask(place.query)
    pane.table.select_again(place.selected)
    if place.current in pane.table.rows.ids:
        index = pane.table.rows.index(pane.table.rows.ids.index(place.current), 0)
        pane.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    QTimer.singleShot(0, pane, partial(_scroll_list, pane, place.top))  # it has its height by then


def place_of_record(pane: "RecordPane", *, is_wide: bool) -> RecordPlace:
    """Return where the person is in the record that is shown."""
    written = {name: box.editor.value() for name, box in pane.form.boxes.items()} if pane.fresh else {}
    begun = {name: value for name, value in written.items() if value not in (None, "", ())}
    return RecordPlace(
        pane.id or "", begun, pane.tabs.currentIndex(), scroll_marks(pane.stack), is_wide, pane.stays_edited
    )


def return_to_record(pane: "RecordPane", place: RecordPlace) -> None:
    """Show the record as it was shown, at the same tab, and scroll to the same place."""
    if place.editing and pane.record is not None:
        pane.edit()
    pane.tabs.setCurrentIndex(place.tab)
    if place.is_wide:
        pane.set_wide(wide=True)
    scroll = partial(_scroll_record, pane, place)
    QTimer.singleShot(0, pane, scroll)
    # What belongs to the record comes later, and the page is as long as it was only then.
    pane.page.beside_shown.connect(lambda: QTimer.singleShot(0, pane, scroll), Qt.ConnectionType.SingleShotConnection)


def _scroll_record(pane: "RecordPane", place: RecordPlace) -> None:
    if (pane.id or "") == place.key:
        scroll_to(pane.stack, place.marks)


def _scroll_list(pane: ListPane, top: str) -> None:
    if top in pane.table.rows.ids:
        index = pane.table.rows.index(pane.table.rows.ids.index(top), 0)
        pane.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)


def stay() -> None:
    """Leave the keyboard where it is."""
