"""The steps of a form: what is typed without leaving a field is one, and each is taken back and made again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.records.editing import delete_records
from app.records.reading import Record
from app.words.fields import Kind, Money
from app.words.words import Words
from tests.make import CATALOG
from tests.ui.form.meanwhile import label, meanwhile, set_meanwhile
from tests.ui.form.references import Cities
from tests.ui.seeing import pane_of, workspace_of
from ui.form.editors.editor import Desk
from ui.form.editors.make import make_editor
from ui.form.form import Form
from ui.frame.window import Window


def type_over(form: Form, name: str, text: str) -> None:
    line = form.boxes[name].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_what_is_typed_without_leaving_a_field_is_one_step(form: Form) -> None:
    type_over(form, "population", "520000")
    type_over(form, "population", "530000")
    assert form.edits.undo_said == "cambio en «Población»"
    form.edits.undo()
    assert form.value("population") == 520_000
    form.edits.undo()
    assert form.value("population") == 518_154
    assert form.edits.undo_said == ""
    assert not form.dirty
    form.edits.redo()
    form.edits.redo()
    assert (form.value("population"), form.edits.redo_said) == (530_000, "")


def test_what_is_typed_and_taken_out_again_is_no_step(form: Form) -> None:
    line = form.boxes["population"].editor.input()
    line.setFocus()
    QTest.keyClicks(line, "9")
    assert form.edits.undo_said
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert not form.edits.undo_said


def test_a_text_that_cannot_be_read_comes_back_as_it_was_typed(form: Form) -> None:
    type_over(form, "population", "muchos")
    type_over(form, "population", "520000")
    form.edits.undo()
    box = form.boxes["population"]
    assert box.editor.problem() is not None
    form.edits.undo()
    assert box.editor.problem() is None
    assert not box.faulty


def test_a_new_step_takes_the_place_of_those_that_could_be_made_again(form: Form) -> None:
    type_over(form, "population", "520000")
    form.edits.undo()
    type_over(form, "population", "530000")
    form.edits.redo()
    assert form.value("population") == 530_000


def test_a_row_comes_back_with_what_was_written_in_it(form: Form) -> None:
    grid = form.parts["contact_points"]
    first = grid.rows[0]
    label(first, "Despacho")
    first.buttons[-1].click()
    assert [draft.id for draft in form.draft().parts["contact_points"].removed] == ["p1"]
    form.edits.undo()
    assert [row.id for row in grid.rows] == ["p1", "p2"]
    assert not first.editors["label"].isHidden()
    assert grid.changes().removed == ()
    assert first.editors["label"].value() == "Despacho"
    form.edits.redo()
    assert [row.id for row in grid.rows] == ["p2"]
    form.edits.undo()
    form.edits.undo()
    assert not form.dirty


def test_rows_that_are_added_and_moved_go_back(form: Form) -> None:
    grid = form.parts["contact_points"]
    grid.adding.click()
    grid.rows[1].buttons[0].click()
    assert form.edits.undo_said.startswith("cambio de orden en «")
    assert [row.id for row in grid.rows][:2] == ["p2", "p1"]
    form.edits.undo()
    assert [row.id for row in grid.rows][:2] == ["p1", "p2"]
    assert form.edits.undo_said.startswith("fila nueva en «")
    form.edits.undo()
    assert [row.id for row in grid.rows] == ["p1", "p2"]
    form.edits.redo()
    assert len(grid.rows) == 3


def test_another_record_has_no_steps_of_the_one_before(form: Form) -> None:
    type_over(form, "population", "520000")
    form.set_record(Record("municipality", "m2", "", {"short_name": "Azul"}))
    assert (form.edits.undo_said, form.edits.redo_said) == ("", "")


def test_a_field_that_another_operation_writes_in_loses_its_steps(opened: Window, rosario: Form) -> None:
    type_over(rosario, "population", "520000")
    rosario.edits.undo()
    type_over(rosario, "web", "https://rosario.example.org")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), population=7)
    assert rosario.edits.undo_said == "cambio en «Sitio web»"
    rosario.edits.undo()
    assert rosario.value("population") == 7
    assert not rosario.edits.undo_said


def test_a_row_that_another_operation_deleted_does_not_come_back(opened: Window, bruno: Form) -> None:
    grid = bruno.parts["contact_points"]
    gone = grid.rows[0].id
    grid.rows[0].buttons[-1].click()
    label(grid.rows[0], "Despacho")
    store = workspace_of(opened).store
    meanwhile(opened, lambda: delete_records(store, "contact_point", [gone]))
    bruno.edits.undo()
    bruno.edits.undo()
    assert len(grid.rows) == 1
    assert not bruno.dirty


VALUES = {
    Kind.TEXT: "Azul",
    Kind.LONG_TEXT: "Dos\nlíneas",
    Kind.MONEY: Money(150_000, "UYU"),
    Kind.COUNTRY: "UY",
    Kind.LANGUAGE: "pt",
    Kind.LANGUAGES: "es,pt",
    Kind.BOOLEAN: True,
}


@pytest.mark.parametrize("kind", VALUES)
def test_each_editor_puts_back_what_stood_in_it(kind: Kind, words: Words) -> None:
    info = next(each for entity in CATALOG.values() for each in entity.fields if each.field.kind is kind)
    editor = make_editor(info, Desk(words, CATALOG, Cities()))
    editor.set_value(VALUES[kind])
    kept = editor.written()
    editor.set_value(None)
    assert editor.written() != kept
    told: list[bool] = []
    editor.changed.connect(lambda: told.append(True))
    editor.write(kept)
    assert editor.value() == VALUES[kind]
    assert editor.written() == kept
    assert told == [True]
