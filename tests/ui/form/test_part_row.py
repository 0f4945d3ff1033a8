"""One row of a record: where the keyboard stops in it, where one begins to write, and what it brings."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.screens.layout import PartSection
from app.words.problems import Problem
from app.words.words import Words
from tests.make import CATALOG
from tests.ui.form.canelones import MAIL
from tests.ui.form.references import Cities
from ui.form.editors.editor import Desk, Editor, Written
from ui.form.form import Form
from ui.form.part_row import PartRow


def seat(words: Words) -> PartRow:
    """Make a new seat of a body."""
    part = next(part for part in CATALOG["body"].parts if part.name == "seats")
    section = PartSection("", "seats", ("municipality_id", "role"), ("starts",))
    return PartRow(part, section, Desk(words, CATALOG, Cities()), None)


def stops_of(row: PartRow) -> Iterator[QWidget]:
    for each in row.stops():
        if isinstance(each, Editor):
            yield from (each.input(), *each.buttons())
        else:
            yield each


def test_the_keyboard_goes_through_the_lines_of_a_row_and_then_its_buttons(form: Form) -> None:
    row = form.parts["contact_points"].rows[0]
    stops = list(stops_of(row))[:6]
    place = f"fila 1 de {form.parts['contact_points'].said}"
    named = [stop.accessibleName() for stop in stops]
    assert named == [
        *(f"{each}, {place}" for each in ("Tipo", "Número o dirección", "Aclaración")),
        "Subir",
        "Bajar",
        "Quitar",
    ]
    assert [stop.accessibleDescription() for stop in stops[3:]] == [place] * 3


def test_a_row_that_moves_is_told_by_its_new_place(form: Form) -> None:
    grid = form.parts["contact_points"]
    row = grid.rows[0]
    grid.shift(row, 1)
    assert row.editors["kind"].input().accessibleName() == f"Tipo, fila 2 de {grid.said}"
    assert grid.rows[0].editors["kind"].input().accessibleName() == f"Tipo, fila 1 de {grid.said}"


def test_a_row_says_which_of_its_fields_are_required(words: Words) -> None:
    made = seat(words)
    made.stand_at(1, "Integrantes")
    told = {name: editor.input().accessibleDescription() for name, editor in made.editors.items()}
    assert {name for name, said in told.items() if "Obligatorio." in said} == {
        name for name, editor in made.editors.items() if editor.info.field.required
    }
    assert "Obligatorio." in told["role"]


def test_a_field_of_a_row_that_is_wrong_says_so_wherever_the_row_goes_until_it_is_right(words: Words) -> None:
    row = seat(words)
    row.stand_at(1, "Integrantes")
    starts = row.editors["starts"]
    starts.put(Written(None, "32/13/2008"))
    row.look_again()
    fault = row.fault.text()
    assert fault
    assert said_wrong(row, fault) == ["starts"]
    row.stand_at(2, "Integrantes")
    assert starts.input().accessibleName() == "Desde, fila 2 de Integrantes"
    assert said_wrong(row, fault) == ["starts"]
    starts.put(Written(None, "2008"))
    row.look_again()
    assert said_wrong(row, fault) == []


def test_what_was_refused_of_a_row_is_said_by_its_field(form: Form) -> None:
    row = form.parts["contact_points"].rows[0]
    row.refuse("label", Problem("No puede ser."))
    assert said_wrong(row, "No puede ser.") == ["label"]
    row.forgive("label")
    assert said_wrong(row, "No puede ser.") == []


def said_wrong(row: PartRow, fault: str) -> list[str]:
    """Return of which fields of a row `fault` is heard."""
    told = {name: editor.input().accessibleDescription() for name, editor in row.editors.items()}
    return [name for name, said in told.items() if fault in said]


def test_the_keyboard_comes_to_what_can_be_pressed_beside_a_field(words: Words) -> None:
    stops = list(stops_of(seat(words)))
    assert [type(each).__name__ for each in stops].count("ToolButton") >= 3, "open, add, and the calendar"


def test_one_begins_to_write_in_the_first_field_but_for_one_that_is_guessed(words: Words, form: Form) -> None:
    made = seat(words)
    assert made.first is made.editors["municipality_id"]
    row = form.parts["contact_points"].rows[0]
    assert row.first is row.editors["value"]


def test_a_new_row_brings_what_is_written_in_it_and_nothing_else(words: Words) -> None:
    made = seat(words)
    assert made.draft().values == {}
    made.editors["role"].set_value("chair")
    assert not made.empty
    assert made.draft().values == {"role": "chair"}


def test_a_row_that_comes_back_is_seen_as_it_was(form: Form) -> None:
    row = form.parts["contact_points"].rows[1]
    row.put_aside()
    assert not row.card.isVisible()
    row.come_back()
    assert row.card.isVisible()
    assert row.editors["value"].value() == MAIL.values["value"]
