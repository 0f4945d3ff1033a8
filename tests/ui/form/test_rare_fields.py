"""What is rare stands folded under «Más datos», and comes out when it matters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.records.conflicts import Conflict, Meanwhile
from app.records.editing import Draft, save_record
from app.records.reading import Record
from app.screens.layout import FormLayout, Section
from app.words.problems import Place, Problem
from app.words.words import Words
from tests.journeys.hands import save, write
from tests.make import CATALOG
from tests.ui.form.canelones import laid_out
from tests.ui.form.meanwhile import meanwhile, set_meanwhile, show, stored
from tests.ui.form.references import Cities
from tests.ui.seeing import edit_record, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.editor import Desk
from ui.form.form import Form
from ui.form.rare_fields import RareFields
from ui.frame.window import Window

RARE = ("official_code", "latitude", "longitude")
LAYOUT = FormLayout(
    "municipality",
    (
        Section(
            "",
            ("short_name", ("country", "official_code"), ("latitude", "longitude"), "web"),
            RARE,
        ),
        Section("", ("notes",)),
    ),
)


@pytest.fixture
def city(words: Words) -> Iterator[Form]:
    """Show a city of which nothing rare is known."""
    made = Form(LAYOUT, Desk(words, CATALOG, Cities()))
    with laid_out(made) as shown:
        made.set_record(record("Rosario"))
        shown.show()
        shown.activateWindow()
        yield made


def record(name: str, **values: object) -> Record:
    return Record("municipality", name, name, {"short_name": name, "country": "AR", **values})


def fold_of(form: Form) -> RareFields:
    (fold,) = form.rare
    return fold


def seen(form: Form) -> set[str]:
    return {name for name in RARE if form.boxes[name].isVisible()}


def tab(form: Form) -> QWidget:
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    return form.focusWidget()


def test_rare_fields_stand_folded_at_the_end_of_their_section(city: Form) -> None:
    fold = fold_of(city)
    assert fold.button.text() == "Más datos (3)"
    assert not seen(city)
    assert city.boxes["web"].y() < fold.y() < city.boxes["notes"].y()
    fold.button.click()
    assert seen(city) == set(RARE)
    assert fold.button.y() < city.boxes["official_code"].mapTo(fold, city.boxes["official_code"].rect().topLeft()).y()
    fold.button.click()
    assert not seen(city)


def test_tab_skips_what_is_folded_and_the_keyboard_opens_it(city: Form, qtbot: QtBot) -> None:
    button, web = fold_of(city).button, city.boxes["web"].editor.input()
    web.setFocus()
    qtbot.waitUntil(web.hasFocus)
    assert tab(city) is button
    assert tab(city) is city.boxes["notes"].editor.input()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.hasFocus()
    for name in RARE:
        assert tab(city) is city.boxes[name].editor.input()
    assert tab(city) is city.boxes["notes"].editor.input()


def test_a_screen_reader_hears_what_is_in_there_and_whether_it_is_expanded(city: Form) -> None:
    heard = QAccessible.queryAccessibleInterface(fold_of(city).button)
    assert heard.role() is QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Más datos (3)"
    assert heard.text(QAccessible.Text.Description) == "Código oficial, Latitud, Longitud"
    assert (heard.state().expandable, heard.state().expanded, heard.state().collapsed) == (1, 0, 1)
    heard.actionInterface().doAction(heard.actionInterface().actionNames()[0])
    assert seen(city) == set(RARE)
    assert (heard.state().expanded, heard.state().collapsed) == (1, 0)


def test_a_record_that_has_a_rare_field_shows_it(city: Form) -> None:
    city.set_record(record("Azul", latitude=-36_776_980))
    assert seen(city) == set(RARE)
    city.set_record(record("Tandil"))
    assert not seen(city)


def test_it_stays_as_the_person_left_it_from_record_to_record(city: Form) -> None:
    fold_of(city).button.click()
    city.set_record(record("Tandil"))
    assert seen(city) == set(RARE)
    fold_of(city).button.click()
    city.set_record(record("Azul"))
    assert not seen(city)
    city.set_record(record("Morón", official_code="06568"))
    assert seen(city) == set(RARE)


def test_who_writes_in_a_rare_field_finds_it_in_the_next_record(city: Form, qtbot: QtBot) -> None:
    city.set_record(record("Azul", latitude=-36_776_980))
    line = city.boxes["latitude"].editor.input()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    city.set_record(record("Tandil"))
    assert line.hasFocus()


def test_opening_it_is_no_change(city: Form) -> None:
    fold_of(city).button.click()
    assert not city.dirty
    assert city.edits.undo_said == ""


def test_what_is_folded_is_kept_and_saved(city: Form) -> None:
    city.set_record(record("Azul", official_code="1"))
    line = city.boxes["official_code"].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, "2")
    fold_of(city).button.click()
    assert not seen(city)
    assert city.draft().values == {"official_code": "12"}


def test_what_a_choice_writes_there_is_seen(city: Form) -> None:
    city.fill({"web": "https://rosario.example.org"})
    assert not seen(city)
    city.fill({"latitude": -32_946_820, "longitude": -60_639_320})
    assert seen(city) == set(RARE)


def test_a_step_that_is_taken_back_there_is_seen(city: Form) -> None:
    city.fill({"official_code": "82084"})
    fold_of(city).button.click()
    city.edits.went.connect(city.go_to)
    city.edits.undo()
    assert seen(city) == set(RARE)
    assert city.boxes["official_code"].editor.input().hasFocus()


def test_what_is_gone_to_is_out_of_its_fold(city: Form) -> None:
    city.focus_on("longitude")
    assert seen(city) == set(RARE)
    assert city.boxes["longitude"].editor.input().hasFocus()


def test_a_refusal_of_a_rare_field_is_seen(city: Form, qtbot: QtBot) -> None:
    city.show_problems([Problem("La latitud y la longitud van juntas.", place=Place(field="longitude"))])
    assert city.boxes["longitude"].fault.isVisible()
    qtbot.waitUntil(city.boxes["longitude"].editor.input().hasFocus)


def test_a_text_that_cannot_be_read_is_seen_again_when_it_is_saved(city: Form, qtbot: QtBot) -> None:
    fold_of(city).button.click()
    line = city.boxes["latitude"].editor.input()
    line.setFocus()
    QTest.keyClicks(line, "mucha")
    fold_of(city).button.click()
    city.show_problems(city.typed_problems())
    assert city.boxes["latitude"].fault.isVisible()
    qtbot.waitUntil(line.hasFocus)


def test_a_choice_between_two_values_of_a_rare_field_is_seen(city: Form) -> None:
    conflicts = [
        Conflict(Meanwhile.CHANGED, "Código oficial", mine={"official_code": "1"}, theirs={"official_code": "2"}),
        Conflict(Meanwhile.CHANGED, "Notas", mine={"notes": "Una"}, theirs={"notes": "Otra"}),
    ]
    city.show_conflicts(conflicts)
    box = city.boxes["official_code"].conflict
    assert box.isVisible()
    assert box.buttons[0].hasFocus()


@pytest.fixture
def azul(opened: Window, qtbot: QtBot) -> Form:
    """Show the form of a city of the file of which nothing rare is known."""
    store = workspace_of(opened).store
    meanwhile(
        opened, lambda: save_record(store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"})).changes
    )
    return show(opened, "ciudades", "Azul", qtbot)


def test_a_rare_field_that_another_operation_fills_is_seen(opened: Window, azul: Form) -> None:
    write(opened, "web", "https://azul.example.org")
    assert not azul.boxes["official_code"].isVisible()
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), official_code="06049")
    assert azul.boxes["official_code"].isVisible()


def test_a_city_is_saved_with_what_stands_folded(opened: Window, azul: Form, qtbot: QtBot) -> None:
    azul.focus_on("official_code")
    write(opened, "official_code", "06049")
    fold_of(azul).button.click()
    key = save(opened, qtbot)
    assert stored(opened, "municipality", key).values["official_code"] == "06049"
    edit_record(opened, "Azul", qtbot)
    assert azul.boxes["official_code"].isVisible()


def test_the_page_leads_into_the_fold_of_the_form(opened: Window, azul: Form, qtbot: QtBot) -> None:
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), official_code="06049")
    fold_of(azul).button.click()
    pane_of(opened).read()
    wait_until_idle(opened, qtbot)
    pane_of(opened).page.edit_wanted.emit("geonames_id")
    assert azul.boxes["geonames_id"].editor.input().hasFocus()
