"""The steps that several journeys share, each done as a person does it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.ui.seeing import frame_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.dialogs.new_file import NewFileDialog
from ui.frame.window import Window
from ui.importing.wizard import COLUMNS, PLAN, RESULT, ImportWizard

BUTTONS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def begin_file(window: Window, folder: Path, qtbot: QtBot, *, name: str = "Red", passphrase: str = "") -> Path:
    """Make a new file by the menu and wait for its rooms."""
    window.commands["new_file"].trigger()
    dialog = window.filing.dialog
    assert isinstance(dialog, NewFileDialog)
    dialog.name.setText(name)
    dialog.place.setText(str(folder))
    dialog.passphrase.setText(passphrase)
    dialog.repeated.setText(passphrase)
    dialog.accepting.click()
    wait_until_idle(window, qtbot)
    assert window.workspace is not None
    window.activateWindow()
    return folder / f"{name}.enlace"


def count(window: Window, entity: str) -> int:
    """Count the records of `entity` in the file."""
    return len(list_ids(workspace_of(window).store, Query(entity)))


def import_sheet(window: Window, path: Path, qtbot: QtBot) -> ImportWizard:
    """Go through the wizard until it says what happened; whoever asks closes it."""
    press(window, "import", qtbot)
    wizard = window.dialog
    assert isinstance(wizard, ImportWizard)
    wizard.load(path)
    wait_until_idle(wizard, qtbot)
    wizard.going_on.click()
    assert wizard.pages.currentIndex() == COLUMNS
    wizard.going_on.click()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == PLAN
    wizard.going_on.click()
    wait_until_idle(window, qtbot)
    assert wizard.pages.currentIndex() == RESULT
    return wizard


def edit(window: Window) -> None:
    """Turn the record that is read into its form by the menu; one that is being edited stays so."""
    if not pane_of(window).editing:
        assert window.commands["edit_record"].isEnabled()
        window.commands["edit_record"].trigger()
    assert pane_of(window).editing


def write(window: Window, field: str, text: str) -> None:
    """Type into a field of the record that is shown, as whoever has the keyboard there."""
    edit(window)
    line = pane_of(window).form.boxes[field].editor.input()
    line.setFocus()
    QTest.keyClicks(line, text)


def save(window: Window, qtbot: QtBot) -> str:
    """Save the record with Ctrl+S and give its key."""
    window.activateWindow()
    wait_until_idle(window, qtbot)
    assert window.commands["save_record"].isEnabled()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle(window, qtbot)
    assert not pane_of(window).dirty
    key = pane_of(window).id
    assert key is not None
    return key


def begin_record(window: Window, room: str, qtbot: QtBot) -> None:
    """Go to a room and begin a record there."""
    window.show_room(room)
    assert frame_of(window).current == room
    room_of(window).list.new_button.click()
    wait_until_idle(window, qtbot)
    assert pane_of(window).fresh


def type_into(widget: QWidget, text: str) -> None:
    """Type over what a field holds."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def dragged(*paths: Path) -> QMimeData:
    """Return what is dragged from a file manager."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(place: QWidget, mime: QMimeData) -> bool:
    """Drag over a place and tell whether it, or what is around it, takes that."""
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *BUTTONS)
    QApplication.sendEvent(place, entered)
    return entered.isAccepted()


def drop(place: QWidget, mime: QMimeData, qtbot: QtBot) -> None:
    """Drag over a place, and let go."""
    drag_over(place, mime)
    QApplication.sendEvent(place, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *BUTTONS))
    wait_until_idle(place, qtbot)
