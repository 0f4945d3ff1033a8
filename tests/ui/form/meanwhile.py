"""Forms that are open while another operation changes what they show."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from app.records.editing import Draft, save_record
from app.records.reading import Record, read_record
from tests.ui.seeing import edit_record, pane_of, workspace_of
from ui.form.form import Form
from ui.form.part_row import PartRow
from ui.frame.window import Window


def meanwhile(window: Window, work: Callable[[], Changes]) -> None:
    """Let another operation end while the form is open, as an undo or an import does."""
    workspace_of(window).write(work)


def set_meanwhile(window: Window, entity: str, key: str, **values: object) -> None:
    """Let another operation change values of a record meanwhile."""
    store = workspace_of(window).store
    meanwhile(window, lambda: save_record(store, Draft(entity, key, values)).changes)


def add_point(window: Window, person: str, value: str, kind: str = "email") -> str:
    """Let another operation add a contact to a person, and give its key."""
    store = workspace_of(window).store
    saved = save_record(store, Draft("contact_point", None, {"person_id": person, "kind": kind, "value": value}))
    workspace_of(window).apply(saved.changes)
    return saved.id


def stored(window: Window, entity: str, key: str) -> Record:
    """Return a record as the file has it."""
    found = read_record(workspace_of(window).store, entity, key)
    assert found is not None
    return found


def mails(window: Window, key: str) -> list[object]:
    """Return the contacts of a person as the file has them, in their order."""
    return [point.values["value"] for point in stored(window, "person", key).parts["contact_points"]]


def show(window: Window, room: str, name: str, qtbot: QtBot) -> Form:
    """Show the record of that name in its room, and give its form."""
    window.show_room(room)
    edit_record(window, name, qtbot)
    return pane_of(window).form


def write(form: Form, field: str, text: str) -> None:
    """Type over what a field holds."""
    line = form.boxes[field].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def label(row: PartRow, text: str) -> None:
    """Type what a contact is for."""
    QTest.keyClicks(row.editors["label"].input(), text)
