"""The rows that belong to a record: added, moved, taken away, and kept when another operation changes them."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, delete_records, save_record
from app.words.problems import Place, Problem
from tests.make import add
from tests.ui.form.canelones import PHONE
from tests.ui.form.meanwhile import add_point, label, mails, meanwhile, set_meanwhile, stored
from tests.ui.seeing import edit_shown, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.conflict_box import Side
from ui.form.editors.typed import TypedEditor
from ui.form.form import Form
from ui.frame.window import Window


def test_a_refusal_of_a_part_stands_below_its_row(form: Form) -> None:
    form.show_problems([Problem("No es un correo.", place=Place(field="contact_points.p2.value"))])
    rows = form.parts["contact_points"].rows
    assert rows[0].fault.isHidden()
    assert rows[1].fault.text() == "No es un correo."
    rows[1].editors["label"].settled.emit()  # the keyboard goes from the field beside it to the one that was refused
    assert rows[1].fault.text() == "No es un correo."
    assert rows[1].editors["value"].input().property("faulty")
    QTest.keyClicks(rows[1].editors["value"].input(), "x")
    rows[1].editors["value"].settled.emit()
    assert rows[1].fault.isHidden()


def test_rows_are_added_moved_and_taken_away(form: Form) -> None:
    grid = form.parts["contact_points"]
    grid.adding.click()
    assert not form.dirty
    added = grid.rows[2]
    added.editors["kind"].set_value("phone")
    value = added.editors["value"]
    assert isinstance(value, TypedEditor)
    QTest.keyClicks(value.line, "2400 0000")
    grid.rows[2].buttons[0].click()
    grid.rows[0].buttons[-1].click()
    done = form.draft().parts["contact_points"]
    assert [draft.values for draft in done.added] == [{"kind": "phone", "value": "+59824000000"}]
    assert [(draft.id, draft.read) for draft in done.removed] == [("p1", PHONE.values)]
    assert done.order == (done.added[0].id, "p2")
    assert done.changed == ()


def test_the_first_row_cannot_go_up_nor_the_last_down(form: Form) -> None:
    rows = form.parts["contact_points"].rows
    assert [button.isEnabled() for row in rows for button in row.buttons] == [False, True, True, True, False, True]


def test_a_row_that_comes_meanwhile_is_shown_and_stays(opened: Window, bruno: Form) -> None:
    grid = bruno.parts["contact_points"]
    label(grid.rows[0], "Despacho")
    add_point(opened, str(pane_of(opened).id), "+543414802000", "phone")
    assert grid.rows[0].editors["label"].value() == "Despacho"
    assert [row.editors["value"].value() for row in grid.rows][2] == "+543414802000"
    assert pane_of(opened).save()
    assert mails(opened, str(pane_of(opened).id)) == ["uno@example.org", "dos@example.org", "+543414802000"]


@pytest.mark.parametrize("side", Side)
def test_a_row_that_goes_meanwhile_is_brought_back_or_left_out(opened: Window, bruno: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    grid = bruno.parts["contact_points"]
    label(grid.rows[0], "Despacho")
    store, gone = workspace_of(opened).store, grid.rows[0].id
    meanwhile(opened, lambda: delete_records(store, "contact_point", [gone]))
    assert next(row.id for row in grid.rows) == gone, "what is typed stays"
    assert not pane_of(opened).save()
    box = grid.rows[0].conflict
    assert [button.text() for button in box.buttons] == ["Traer de nuevo", "Dejar fuera"]
    box.choose(side)
    assert pane_of(opened).save()
    back = stored(opened, "person", key).parts["contact_points"]
    shown = [(point.values["value"], point.values["label"]) for point in back]
    second = ("dos@example.org", None)
    assert shown == ([("uno@example.org", "Despacho"), second] if side is Side.MINE else [second])
    assert len(grid.rows) == len(shown)


@pytest.mark.parametrize("side", Side)
def test_a_row_that_is_taken_away_is_asked_for_when_another_changed_it(opened: Window, bruno: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    grid = bruno.parts["contact_points"]
    taken = grid.rows[0].id
    grid.remove(grid.rows[0])
    set_meanwhile(opened, "contact_point", taken, label="Despacho")
    assert not pane_of(opened).save()
    (box,) = [each.box for each in grid.removals.values()]
    assert [button.text() for button in box.buttons] == ["Quitar de todos modos", "Dejar lo que hay ahora:"]
    assert box.values[1].text() == "Correo electrónico · uno@example.org · Despacho"
    box.choose(side)
    assert pane_of(opened).save()
    assert mails(opened, key) == (["dos@example.org"] if side is Side.MINE else ["uno@example.org", "dos@example.org"])
    assert [row.editors["value"].value() for row in grid.rows] == mails(opened, key)


def test_a_row_that_nobody_wrote_in_goes_and_the_moved_ones_keep_their_order(opened: Window, bruno: Form) -> None:
    key, grid = str(pane_of(opened).id), bruno.parts["contact_points"]
    third = add_point(opened, key, "tres@example.org")
    grid.shift(grid.rows[2], -1)
    store, gone = workspace_of(opened).store, grid.rows[2].id
    meanwhile(opened, lambda: delete_records(store, "contact_point", [gone]))
    add_point(opened, key, "cuatro@example.org")
    assert [row.id for row in grid.rows][1] == third
    grid.shift(grid.rows[1], -1)
    assert pane_of(opened).save()
    assert mails(opened, key) == ["tres@example.org", "uno@example.org", "cuatro@example.org"]


def test_a_seat_that_becomes_the_presidency_stands_first_once_it_is_saved(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    cities = [add(store, "municipality", short_name=name, country="AR") for name in ("Azul", "Zárate")]
    rows = Rows(tuple(Draft("seat", None, {"municipality_id": city, "role": "member"}) for city in cities))
    key = save_record(store, Draft("body", None, {"name": "Foro", "kind": "forum"}, {"seats": rows})).id
    workspace_of(opened).references.open("body", key)
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    grid = pane_of(opened).form.parts["seats"]
    role = grid.rows[1].editors["role"]
    role.set_value("chair")
    role.changed.emit()
    assert pane_of(opened).save()
    assert [row.editors["municipality_id"].written().title for row in grid.rows] == ["Zárate", "Azul"]
