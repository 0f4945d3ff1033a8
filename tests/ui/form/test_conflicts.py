"""What another operation changes while a form is open neither loses what is typed nor is lost to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.changes import Changes
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import Record, read_record
from tests.ui.seeing import names_of, pane_of, room_of
from ui.form.conflict_box import Side, shortened
from ui.form.form import Form
from ui.form.part_row import PartRow
from ui.frame.window import Window
from ui.room.room import FOLLOW
from ui.work.workspace import Workspace


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def meanwhile(window: Window, work: Callable[[], Changes]) -> None:
    """Let another operation end while the form is open, as an undo or an import does."""
    workspace_of(window).write(work)


def set_meanwhile(window: Window, entity: str, key: str, **values: object) -> None:
    store = workspace_of(window).store
    meanwhile(window, lambda: save_record(store, Draft(entity, key, values)).changes)


def add_point(window: Window, person: str, value: str, kind: str = "email") -> str:
    store = workspace_of(window).store
    saved = save_record(store, Draft("contact_point", None, {"person_id": person, "kind": kind, "value": value}))
    workspace_of(window).apply(saved.changes)
    return saved.id


def stored(window: Window, entity: str, key: str) -> Record:
    found = read_record(workspace_of(window).store, entity, key)
    assert found is not None
    return found


def mails(window: Window, key: str) -> list[object]:
    return [point.values["value"] for point in stored(window, "person", key).parts["contact_points"]]


def show(window: Window, room: str, name: str, qtbot: QtBot) -> Form:
    window.show_room(room)
    qtbot.waitUntil(lambda: name in names_of(window))
    key = room_of(window).list.table.rows.ids[names_of(window).index(name)]
    room_of(window).show_record(room_of(window).facts.entity, key)
    return pane_of(window).form


def write(form: Form, field: str, text: str) -> None:
    line = form.boxes[field].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def label(row: PartRow, text: str) -> None:
    QTest.keyClicks(row.editors["label"].input(), text)


@pytest.fixture
def rosario(opened: Window, qtbot: QtBot) -> Form:
    return show(opened, "ciudades", "Rosario", qtbot)


@pytest.fixture
def bruno(opened: Window, qtbot: QtBot) -> Form:
    form = show(opened, "contactos", "Bruno Ficticio", qtbot)
    assert pane_of(opened).id is not None
    add_point(opened, str(pane_of(opened).id), "uno@example.org")
    add_point(opened, str(pane_of(opened).id), "dos@example.org")
    return form


def test_what_is_typed_stays_and_the_rest_shows_what_is_stored(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Municipalidad de Rosario")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), web="https://rosario.example.org")
    assert rosario.value("name") == "Municipalidad de Rosario"
    assert rosario.value("web") == "https://rosario.example.org"
    assert pane_of(opened).save()
    now = stored(opened, "municipality", str(pane_of(opened).id)).values
    assert (now["name"], now["web"]) == ("Municipalidad de Rosario", "https://rosario.example.org")


@pytest.mark.parametrize("side", Side)
def test_a_field_that_both_changed_is_decided_by_the_person(opened: Window, rosario: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    write(rosario, "name", "Municipalidad de Rosario")
    set_meanwhile(opened, "municipality", key, name="Municipio de Rosario")
    assert not pane_of(opened).save()
    box = rosario.boxes["name"].conflict
    assert box.isVisible()
    assert box.said.text() == "Otra operación cambió «Nombre oficial» mientras tanto."
    assert [value.text() for value in box.values] == ["Municipalidad de Rosario", "Municipio de Rosario"]
    assert [button.accessibleName() for button in box.buttons] == [
        "Suyo: Municipalidad de Rosario",
        "Ahora en el archivo: Municipio de Rosario",
    ]
    assert box.buttons[0].hasFocus()
    assert stored(opened, "municipality", key).values["name"] == "Municipio de Rosario"
    assert not pane_of(opened).save(), "nothing is chosen yet"
    box.choose(side)
    assert pane_of(opened).save()
    wanted = "Municipalidad de Rosario" if side is Side.MINE else "Municipio de Rosario"
    assert stored(opened, "municipality", key).values["name"] == wanted
    assert box.isHidden()


def test_a_choice_can_be_changed_before_it_is_saved(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Mio")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), name="De otros")
    pane_of(opened).save()
    box = rosario.boxes["name"].conflict
    box.buttons[0].setFocus()
    QTest.keyClick(box.buttons[0], Qt.Key.Key_Down)
    assert box.side is None, "to go through the options chooses none"
    QTest.keyClick(box.buttons[1], Qt.Key.Key_Space)
    assert rosario.value("name") == "De otros"
    QTest.keyClick(box.buttons[1], Qt.Key.Key_Up)
    assert rosario.value("name") == "Mio"
    assert pane_of(opened).save()
    assert stored(opened, "municipality", str(pane_of(opened).id)).values["name"] == "Mio"


@pytest.mark.parametrize("side", Side)
def test_fields_that_say_one_thing_are_offered_as_one(opened: Window, rosario: Form, side: Side) -> None:
    key = str(pane_of(opened).id)
    write(rosario, "population", "1200000")
    set_meanwhile(opened, "municipality", key, population_year=2010)
    assert rosario.value("population_year") is None, "the year of another population"
    assert not pane_of(opened).save()
    box = rosario.boxes["population"].conflict
    assert [value.text() for value in box.values] == ["1.200.000 · — · Censo", "1.193.605 · 2010 · Censo"]
    box.choose(side)
    assert pane_of(opened).save()
    now = stored(opened, "municipality", key).values
    wanted = (1_200_000, None) if side is Side.MINE else (1_193_605, 2010)
    assert (now["population"], now["population_year"]) == wanted


def test_the_same_value_typed_by_both_is_no_conflict(opened: Window, rosario: Form) -> None:
    write(rosario, "name", "Municipio de Rosario")
    set_meanwhile(opened, "municipality", str(pane_of(opened).id), name="Municipio de Rosario")
    assert not pane_of(opened).dirty


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


@pytest.mark.parametrize("side", Side)
def test_a_record_that_goes_meanwhile_is_brought_back_or_left_out(
    opened: Window, bruno: Form, side: Side, qtbot: QtBot
) -> None:
    key, store = str(pane_of(opened).id), workspace_of(opened).store
    write(bruno, "name", "Bruno Otro")
    meanwhile(opened, lambda: delete_records(store, "person", [key]))
    qtbot.waitUntil(lambda: "Bruno Ficticio" not in names_of(opened))
    qtbot.wait(FOLLOW + 50)
    assert pane_of(opened).dialog is None, "nobody has left the form"
    assert pane_of(opened).isVisible()
    assert bruno.value("name") == "Bruno Otro"
    assert not pane_of(opened).save()
    assert bruno.gone.isVisible()
    assert bruno.gone.buttons[0].hasFocus()
    bruno.gone.choose(side)
    assert pane_of(opened).save()
    if side is Side.MINE:
        now = stored(opened, "person", key)
        assert now.title == "Bruno Otro"
        assert mails(opened, key) == ["uno@example.org", "dos@example.org"]
        assert len(now.parts["tenures"]) == 1
    else:
        assert read_record(store, "person", key) is None
        qtbot.waitUntil(lambda: not pane_of(opened).isVisible())


def test_an_undo_while_a_form_is_open_keeps_what_is_typed(opened: Window, rosario: Form, qtbot: QtBot) -> None:
    write(rosario, "web", "https://rosario.example.org")
    assert pane_of(opened).save()
    write(rosario, "name", "Municipalidad de Rosario")
    workspace_of(opened).undo()
    qtbot.waitUntil(lambda: rosario.value("web") is None)
    assert rosario.value("name") == "Municipalidad de Rosario"
    assert pane_of(opened).save()
    now = stored(opened, "municipality", str(pane_of(opened).id)).values
    assert (now["name"], now["web"]) == ("Municipalidad de Rosario", None)


def test_two_long_texts_are_shown_from_where_they_part() -> None:
    common = "palabra " * 200
    mine, theirs = shortened(f"{common}mía", f"{common}suya")
    assert mine.startswith("…")
    assert (mine.endswith("mía"), theirs.endswith("suya")) == (True, True)
    assert len(mine) <= 404
    assert shortened("a", "b") == ("a", "b")
