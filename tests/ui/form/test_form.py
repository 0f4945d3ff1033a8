"""The form: shows a record, gives back what changed, and says beside each field what is wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.records.conflicts import Conflict, Meanwhile
from app.records.editing import Draft
from app.records.reading import Record
from app.screens.layout import FormLayout, PartSection, Section
from app.words.fields import Field, Kind, UnitIn
from app.words.problems import Place, Problem
from app.words.words import Words
from db.catalog import Catalog
from tests.declaring import declaring
from tests.make import CATALOG
from tests.ui.form.canelones import LAYOUT
from tests.ui.form.references import Cities
from tests.ui.hearing import is_in_tree
from ui.form.conflict_box import Side
from ui.form.editors.decimals import DecimalEditor
from ui.form.editors.editor import Desk
from ui.form.editors.typed import TypedEditor
from ui.form.form import Form
from ui.look.theme import Theme


def write(form: Form, name: str, text: str) -> None:
    editor = form.boxes[name].editor
    assert isinstance(editor, TypedEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)
    editor.settle()


def test_a_measure_shows_the_unit_that_another_field_of_the_form_says(words: Words, qtbot: QtBot) -> None:
    with declaring("municipality", {"population": Field("Meta", Kind.DECIMAL, unit=UnitIn("short_name"))}):
        made = Form(
            FormLayout("municipality", (Section("", ("population", "short_name")),)), Desk(words, Catalog(), Cities())
        )
    qtbot.addWidget(made)
    made.set_record(Record("municipality", "m1", "", {"short_name": "personas", "population": 12_500}))
    editor = made.boxes["population"].editor
    assert isinstance(editor, DecimalEditor)
    assert (editor.line.text(), editor.unit.text()) == ("12,5", "personas")
    write(made, "short_name", "km")
    assert (editor.unit.text(), editor.value()) == ("km", 12_500)


def test_a_record_just_shown_has_nothing_to_save(form: Form) -> None:
    assert not form.dirty
    assert form.draft() == Draft("municipality", "m1", {}, {}, {})


def test_only_what_changed_is_saved(form: Form) -> None:
    write(form, "population", "520.000")
    assert form.dirty
    assert form.draft() == Draft("municipality", "m1", {"population": 520_000}, {}, {"population": 518_154})
    write(form, "population", "518.154")
    assert not form.dirty


def test_a_new_record_brings_what_is_written_and_its_defaults(form: Form) -> None:
    form.set_record(None, {"country": "AR"})
    write(form, "short_name", "Rosario")
    assert form.draft() == Draft("municipality", None, {"short_name": "Rosario", "country": "AR"}, {})


def test_each_field_is_named_for_whoever_cannot_see_it(form: Form) -> None:
    box = form.boxes["short_name"]
    assert box.label.text() == "Nombre *"
    assert box.label.buddy() is box.editor.input()
    assert box.editor.input().accessibleName() == "Nombre"
    assert box.editor.input().accessibleDescription().startswith("Obligatorio.")


def test_what_is_typed_wrong_is_said_below_its_field_and_goes_when_mended(form: Form) -> None:
    write(form, "population", "mucha")
    box = form.boxes["population"]
    assert box.fault.isVisible()
    assert "mucha" in box.fault.text()
    assert [problem.place.field for problem in form.typed_problems()] == ["population"]
    write(form, "population", "1000")
    assert not box.fault.isVisible()
    assert not form.typed_problems()


def test_a_refusal_stands_beside_its_field_and_takes_the_focus(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.show_problems([Problem("Falta el año.", "Escriba el del censo.", Place(field="population_year"))])
    assert form.boxes["population_year"].fault.text() == "Falta el año. Escriba el del censo."
    qtbot.waitUntil(lambda: form.boxes["population_year"].editor.input().hasFocus())
    assert form.problems.isHidden()


def test_a_refusal_without_field_stands_on_top(form: Form) -> None:
    form.show_problems([Problem("Otra ciudad se llama igual.")])
    assert form.problems.isVisible()
    assert form.problems.text.text() == "Otra ciudad se llama igual."


def test_a_link_above_the_form_leads_to_each_thing_that_is_wrong(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.parts["contact_points"].add()
    key = form.parts["contact_points"].rows[-1].id
    form.show_problems(
        [
            Problem("No es un teléfono.", place=Place(field=f"contact_points.{key}.value")),
            Problem("Falta el año.", place=Place(field="population_year")),
            Problem("Falta «País».", place=Place(field="country")),
        ]
    )
    said = [link.text() for link in form.faults.links]
    assert form.faults.count.text() == "Hay 3 datos que corregir:"
    assert said[:2] == ["País", "Año de la población"]
    assert said[2].endswith("· Número o dirección")
    form.faults.links[1].click()
    qtbot.waitUntil(form.boxes["population_year"].editor.input().hasFocus)
    form.faults.links[2].click()
    qtbot.waitUntil(form.parts["contact_points"].rows[-1].editors["value"].input().hasFocus)


def test_each_link_into_a_row_says_what_is_wrong_there_and_no_more(form: Form) -> None:
    grid = form.parts["contact_points"]
    key = grid.rows[0].id
    said = {"kind": "Falta el tipo.", "value": "No es un teléfono.", "": "Otra fila dice lo mismo."}
    form.show_problems(
        [Problem(text, place=Place(field=f"contact_points.{key}.{name}")) for name, text in said.items()]
    )
    found = {fault.place: fault.said for fault in grid.faults()}
    editors = grid.rows[0].editors
    assert found[editors["value"]] == "No es un teléfono."
    assert found[editors["kind"]] == "Falta el tipo. Otra fila dice lo mismo."
    assert [link.accessibleDescription() for link in form.faults.links] == list(found.values())


def test_what_is_mended_is_led_to_no_more(form: Form, qtbot: QtBot) -> None:
    form.show_problems(
        [
            Problem("Falta el año.", place=Place(field="population_year")),
            Problem("Demasiado.", place=Place(field="population")),
        ]
    )
    write(form, "population_year", "2011")
    assert [link.text() for link in form.faults.links] == ["Población"]
    assert form.faults.count.text() == "Hay un dato que corregir:"
    write(form, "population", "1000")
    assert form.faults.isHidden()
    assert form.top.isHidden()
    qtbot.waitUntil(lambda: form.y() == 0)


def test_what_is_wrong_stands_above_what_is_scrolled(form: Form, qtbot: QtBot) -> None:
    shown = form.window()
    shown.resize(500, 200)
    form.show_problems([Problem("No es una web.", place=Place(field="web")), Problem("Otra ciudad se llama igual.")])
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() > 0)
    for seen in (form.faults, form.problems):
        assert not seen.visibleRegion().isEmpty()
        assert is_in_tree(seen, shown)
    bottom = form.faults.mapTo(shown, form.faults.rect().bottomLeft()).y()
    assert form.y() > bottom


def test_the_provinces_offered_are_those_of_the_country(form: Form) -> None:
    assert form.boxes["subdivision"].editor.country == "UY"
    write(form, "country", "Argentina")
    assert form.boxes["subdivision"].editor.country == "AR"


def test_values_filled_in_for_the_person_are_to_be_saved(form: Form) -> None:
    form.fill({"population": 520_187, "population_year": 2011, "unknown": 1})
    assert form.draft().values == {"population": 520_187, "population_year": 2011}


def test_another_record_takes_the_place_of_the_former(form: Form) -> None:
    write(form, "web", "https://example.org")
    form.show_problems([Problem("Otra ciudad se llama igual.")])
    form.set_record(Record("municipality", "m2", "Rosario", {"short_name": "Rosario", "country": "AR"}))
    assert not form.dirty
    assert form.problems.isHidden()
    assert form.value("web") is None
    assert not form.parts["contact_points"].rows


def test_tab_goes_through_the_fields_in_their_order(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.focus_first()
    inputs = [form.boxes[name].editor.input() for name in ("short_name", "country", "subdivision")]
    qtbot.waitUntil(inputs[0].hasFocus)
    for following in inputs[1:]:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_writing_begins_in_the_first_field_that_is_not_known(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.focus_first({"short_name"})
    qtbot.waitUntil(form.boxes["country"].editor.input().hasFocus)
    form.focus_first(form.boxes)
    qtbot.waitUntil(form.boxes["short_name"].editor.input().hasFocus)


def test_a_narrow_form_sets_its_fields_one_below_the_other(words: Words, qtbot: QtBot) -> None:
    form = Form(FormLayout("municipality", LAYOUT.sections[:1]), Desk(words, CATALOG))
    qtbot.addWidget(form)
    form.resize(700, 500)
    form.show()
    left, right = form.boxes["country"], form.boxes["subdivision"]
    assert left.y() == right.y()
    form.resize(320, 500)
    qtbot.waitUntil(lambda: left.y() < right.y())
    assert left.x() == right.x()


def test_no_name_of_a_layout_can_be_wrong(words: Words) -> None:
    with pytest.raises(KeyError):
        Form(FormLayout("municipality", (Section("", ("mayor",)),)), Desk(words, CATALOG))
    with pytest.raises(KeyError):
        Form(FormLayout("municipality", (PartSection("", "mayors", ("name",)),)), Desk(words, CATALOG))


def test_headings_are_in_the_language_of_the_window(form: Form) -> None:
    headings = [label.text() for label in form.findChildren(QLabel) if label.property("role") == "heading"]
    assert headings == ["Direcciones y vías de contacto"]


def test_what_says_one_thing_with_a_field_is_kept_with_it_though_it_is_not_shown(form: Form) -> None:
    write(form, "population", "520.000")
    mine = {"population": 520_000, "population_year": None, "population_source": None}
    theirs = {"population": 518_154, "population_year": 2011, "population_source": "INE"}
    form.show_conflicts([Conflict(Meanwhile.CHANGED, "Población", mine=mine, theirs=theirs)])
    box = form.boxes["population"].conflict
    assert [value.text() for value in box.values] == ["520.000 · — · —", "518.154 · 2011 · INE"]
    box.choose(Side.MINE)
    assert (form.draft().values, form.draft().read) == (mine, theirs)
    box.choose(Side.THEIRS)
    assert (form.draft().values, form.value("population_year")) == ({}, 2011)


def test_a_new_form_shows_what_a_record_has_that_does_not_say_it(words: Words, qtbot: QtBot) -> None:
    form = Form(FormLayout("experience", (Section("", ("name", "state", "permission")),)), Desk(words, CATALOG))
    qtbot.addWidget(form)
    form.set_record(None)
    assert (form.value("state"), form.value("permission")) == ("draft", "not_asked")
    assert not form.dirty
    write(form, "name", "Huertas")
    assert form.draft().values == {"name": "Huertas", "state": "draft", "permission": "not_asked"}


def test_the_form_says_in_which_language_a_name_is(theme: Theme, qtbot: QtBot) -> None:
    section = Section("", (("name", "acronym"), ("name_pt", "name_en")))
    form = Form(FormLayout("body", (section,)), Desk(Words("es"), CATALOG, Cities()))
    qtbot.addWidget(form)
    assert form.boxes["name"].label.text() == "Nombre en español *"
    assert form.boxes["name"].editor.input().accessibleName() == "Nombre en español"
    assert form.boxes["name_pt"].label.text() == "Nombre en portugués"
