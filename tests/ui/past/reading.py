"""What the tests read in the window of the history, and how they open it."""

from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.records.reading import choose, read_record
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.past.changes import WHAT
from ui.past.dialog import HistoryDialog
from ui.past.fields_tree import FieldsTree
from ui.past.verdict import VerdictDialog


def open_history(window: Window, qtbot: QtBot) -> HistoryDialog:
    """Open the history from the menu."""
    press(window, "file_history", qtbot)
    found = window.dialog
    assert isinstance(found, HistoryDialog)
    assert found.changes.model.lines
    return found


def titles(dialog: HistoryDialog) -> list[str]:
    """Return what each operation is called, the newest first."""
    return [line.cells[WHAT] for line in dialog.changes.model.lines]


def choose_change(dialog: HistoryDialog, title: str, which: int = 0) -> None:
    """Choose an operation by its title, the newest of that title unless `which` says otherwise."""
    places = [at for at, found in enumerate(titles(dialog)) if found == title]
    dialog.changes.table.setCurrentIndex(dialog.changes.model.index(places[which], WHAT))


def lines(tree: FieldsTree) -> list[tuple[str, ...]]:
    """Return what a tree shows, a line for each record and each field."""
    found: list[tuple[str, ...]] = []
    for at in range(tree.topLevelItemCount()):
        record = tree.topLevelItem(at)
        assert record is not None
        found.append((record.text(0),))
        found += [cells(record.child(child), tree.columnCount()) for child in range(record.childCount())]
    return found


def cells(item: QTreeWidgetItem | None, count: int) -> tuple[str, ...]:
    """Return the columns of a line."""
    assert item is not None
    return tuple(item.text(column) for column in range(count))


def verdict_of(dialog: HistoryDialog, qtbot: QtBot) -> VerdictDialog:
    """Wait for the verdict on an undo."""
    wait_until_idle(dialog, qtbot)
    found = dialog.returning.dialog
    assert found is not None
    return found


def city(store: Store, name: str = "Azul") -> dict[str, object]:
    """Return the values of the city of that name."""
    [hit] = choose(store, "municipality", name)
    found = read_record(store, "municipality", hit.id)
    assert found is not None
    return dict(found.values)
