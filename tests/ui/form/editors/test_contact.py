"""A contact in a row of a form: its kind is guessed while it is typed, and its phone is written as everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.ui.form.conftest import form
from ui.form.editors.typed import TypedEditor
from ui.form.form import Form
from ui.form.part_row import PartRow

__all__ = ["form"]


def new_row(form: Form) -> PartRow:
    """Add a contact."""
    grid = form.parts["contact_points"]
    grid.adding.click()
    return grid.rows[-1]


def type_value(row: PartRow, text: str) -> None:
    """Type what the row holds, as whoever has the keyboard there."""
    QTest.keyClicks(row.editors["value"].input(), text)


def leave(row: PartRow) -> None:
    """Let the keyboard go on from the field."""
    editor = row.editors["value"]
    assert isinstance(editor, TypedEditor)
    editor.line.editingFinished.emit()


def choose_kind(row: PartRow, kind: str) -> None:
    """Choose a kind by hand."""
    row.editors["kind"].set_value(kind)
    row.editors["kind"].changed.emit()
    row.editors["kind"].settled.emit()


def shown(row: PartRow) -> tuple[object, str]:
    """Return the kind of a row, and the text of its value."""
    editor = row.editors["value"]
    assert isinstance(editor, TypedEditor)
    return row.editors["kind"].value(), editor.line.text()


def test_a_new_contact_begins_with_what_it_is_and_its_kind_follows(form: Form) -> None:
    form.activateWindow()
    row = new_row(form)
    assert row.editors["value"].input().hasFocus()
    type_value(row, "ana")
    assert shown(row)[0] is None
    type_value(row, "@example.org")
    assert shown(row) == ("email", "ana@example.org")
    assert [draft.values for draft in form.draft().parts["contact_points"].added] == [
        {"kind": "email", "value": "ana@example.org"}
    ]


def test_a_kind_that_was_chosen_by_hand_stays(form: Form) -> None:
    row = new_row(form)
    type_value(row, "4332 2288")
    assert shown(row)[0] == "phone"
    choose_kind(row, "fax")
    type_value(row, "9@")
    assert shown(row)[0] == "fax"
    stored = form.parts["contact_points"].rows[0]
    type_value(stored, "@example.org")
    assert shown(stored)[0] == "phone"


def test_what_is_typed_and_what_is_guessed_of_it_are_one_step(form: Form) -> None:
    row = new_row(form)
    type_value(row, "ana@example.org")
    form.edits.undo()
    assert shown(row) == (None, "")
    form.edits.redo()
    assert shown(row) == ("email", "ana@example.org")
    form.edits.undo()
    form.edits.undo()
    assert row not in form.parts["contact_points"].rows
    assert not form.edits.undo_said


def test_what_is_typed_back_leaves_no_guess_and_no_step(form: Form) -> None:
    row = new_row(form)
    said = form.edits.undo_said
    type_value(row, "099")
    QTest.keySequence(row.editors["value"].input(), QKeySequence("Ctrl+A"))
    QTest.keyClick(row.editors["value"].input(), Qt.Key.Key_Delete)
    assert shown(row) == (None, "")
    assert form.edits.undo_said == said
    assert row.empty


def test_a_phone_is_written_as_everywhere_once_its_field_is_left(form: Form) -> None:
    assert shown(form.parts["contact_points"].rows[0]) == ("phone", "+598 4332 2288")
    assert not form.dirty
    row = new_row(form)
    type_value(row, "2901 2345")
    leave(row)
    assert shown(row) == ("phone", "+598 2901 2345")
    added = form.draft().parts["contact_points"].added
    assert [draft.values["value"] for draft in added] == ["+59829012345"]


def test_a_kind_chosen_later_writes_what_stands_there_as_its_own(form: Form) -> None:
    row = new_row(form)
    choose_kind(row, "social")
    type_value(row, "099 123 456")
    leave(row)
    assert shown(row) == ("social", "099 123 456")
    choose_kind(row, "mobile")
    assert shown(row) == ("mobile", "+598 99 123 456")
    form.edits.undo()
    assert shown(row) == ("social", "099 123 456")
