"""What every editor of a field can do, whatever its kind."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.words.fields import Kind
from tests.ui.form.editors.making import make, make_as, type_in
from ui.form.editors.dates import DateEditor
from ui.form.editors.editor import Desk
from ui.form.editors.money import MoneyEditor
from ui.form.editors.typed import TypedEditor


def test_yesterday_is_the_day_before_that_of_the_desk(desk: Desk, window: QWidget) -> None:
    editor = make_as(DateEditor, Kind.DATE, replace(desk, today=lambda: date(2026, 3, 1)), window)
    type_in(editor, "ayer")
    assert editor.value() == date(2026, 2, 28)
    assert editor.line.text() == "28/02/2026"


def test_yesterday_is_no_date_where_no_day_is_known(desk: Desk, window: QWidget) -> None:
    editor = make_as(DateEditor, Kind.DATE, desk, window)
    type_in(editor, "ayer")
    assert editor.value() is None
    assert editor.problem() is not None
    assert editor.line.text() == "ayer"


def test_what_is_put_back_stands_as_it_was_and_is_heard_when_it_is_the_person(desk: Desk, window: QWidget) -> None:
    editor = make_as(TypedEditor, Kind.INTEGER, desk, window)
    type_in(editor, "doce")
    wrong = editor.written()
    heard: list[str] = []
    editor.changed.connect(lambda: heard.append(editor.line.text()))
    editor.set_value(7)
    editor.put(wrong)
    assert editor.line.text() == "doce"
    assert heard == []
    editor.write(wrong)
    assert heard == ["doce"]


def test_a_field_is_heard_with_its_name_and_what_it_is_for(desk: Desk, window: QWidget) -> None:
    editor = make_as(TypedEditor, Kind.TEXT, desk, window)
    editor.name_input("Sitio web", "La dirección completa")
    assert editor.line.accessibleName() == "Sitio web"
    assert editor.line.accessibleDescription() == "La dirección completa"


def test_a_field_says_where_it_stands_and_what_is_wrong_with_it(desk: Desk, window: QWidget) -> None:
    editor = make(Kind.TEXT, desk, window)
    editor.tell(place="fila 3 de Sedes", fault="Falta el nombre.")
    label = desk.words(editor.info.field.label)
    assert editor.input().accessibleName() == f"{label}, fila 3 de Sedes"
    assert "Falta el nombre." in editor.input().accessibleDescription()
    editor.tell()
    assert editor.input().accessibleName() == label
    assert "Falta" not in editor.input().accessibleDescription()


def test_what_is_pressed_beside_a_field_says_of_which_it_is(desk: Desk, window: QWidget) -> None:
    editor = make(Kind.DATE, desk, window)
    assert isinstance(editor, DateEditor)
    editor.name_input("Desde, fila 2 de Cargos", "")
    assert editor.button.accessibleName() == "Elegir en el calendario"
    assert editor.button.accessibleDescription() == "Desde, fila 2 de Cargos"


def test_a_currency_says_of_which_amount_it_is(desk: Desk, window: QWidget) -> None:
    editor = make(Kind.MONEY, desk, window)
    assert isinstance(editor, MoneyEditor)
    editor.name_input("Costo", "")
    assert editor.currency.accessibleName() == "Moneda de «Costo»"
