"""What is lacking is made on the way, and what is wrong is said at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import Record, list_ids, read_many
from tests.journeys.hands import begin_record, save, write
from tests.ui.seeing import edit_shown, frame_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.chips import LinksEditor
from ui.form.editors.picking import PickLine
from ui.form.editors.reference import ReferenceEditor
from ui.form.new_record import NewRecordDialog
from ui.frame.window import Window
from ui.room.place_line import PlaceLine


def records(window: Window, entity: str, words: str = "") -> list[Record]:
    """Return the records of a kind that have these words."""
    store = workspace_of(window).store
    return read_many(store, entity, list_ids(store, Query(entity, words=words)))


def asked_for_new() -> NewRecordDialog:
    """Return the dialog in which a record is made on the way."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewRecordDialog)
    return dialog


def test_a_city_that_is_lacking_is_made_while_it_is_chosen(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("resoluciones")
    wait_until_idle(opened, qtbot)
    workspace_of(opened).new_wanted.emit("resolution", {"text": "Sumar a Azul"})
    wait_until_idle(opened, qtbot)
    city = pane_of(opened).form.boxes["municipality_id"].editor
    assert isinstance(city, ReferenceEditor)
    opened.activateWindow()
    city.line.setFocus()
    QTest.keyClicks(city.line, "Azul")
    qtbot.waitUntil(city.line.popup.isVisible)
    QTest.keyClick(city.line.popup, Qt.Key.Key_Return)
    dialog = asked_for_new()
    assert dialog.form.value("short_name") == "Azul"
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert [link.text() for link in dialog.form.faults.links] == ["País"]
    dialog.form.boxes["country"].fill("AR")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert city.line.text().startswith("Azul")
    [azul] = records(opened, "municipality", "azul")
    assert city.value() == azul.id
    assert [row.values["state"] for row in azul.parts["memberships"]] == ["member"]


def test_what_is_made_for_a_row_in_which_nothing_was_written_stands_in_it(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    [board] = list_ids(store, Query("body", words="comisión directiva"))
    seat = Draft("seat", None, {"municipality_id": list_ids(store, Query("municipality"))[0], "role": "member"})
    save_record(store, Draft("body", board, {}, {"seats": Rows((seat,))}))
    frame_of(opened).show_record("body", board)
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    opened.activateWindow()
    city = pane_of(opened).form.parts["seats"].rows[0].editors["municipality_id"]
    assert isinstance(city, ReferenceEditor)
    city.line.setFocus()
    QTest.keyClick(city.line, Qt.Key.Key_Down)
    qtbot.waitUntil(city.line.popup.isVisible)
    last = city.line.list.completionModel().index(len(city.line.options), 0)
    assert last.data() == "Crear…"
    city.line.popup.setCurrentIndex(last)
    QTest.keyClick(city.line.popup, Qt.Key.Key_Return)
    dialog = asked_for_new()
    dialog.form.boxes["short_name"].fill("Azul")
    dialog.form.boxes["country"].fill("AR")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert city.line.text().startswith("Azul")
    save(opened, qtbot)
    [azul] = records(opened, "municipality", "azul")
    [body] = records(opened, "body", "comisión directiva")
    assert [row.values["municipality_id"] for row in body.parts["seats"]] == [azul.id]


def test_a_post_that_is_made_on_the_way_is_asked_its_function_and_shown_with_its_city(
    opened: Window, qtbot: QtBot
) -> None:
    workspace = workspace_of(opened)
    [person] = list_ids(workspace.store, Query("person", words="Ana Prueba"))
    [city] = list_ids(workspace.store, Query("municipality", words="Rosario"))
    frame_of(opened).show_record("person", person)
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    opened.activateWindow()
    grid = pane_of(opened).form.parts["tenures"]
    grid.add()
    post = grid.rows[-1].editors["post_id"]
    assert isinstance(post, ReferenceEditor)
    post.line.setFocus()
    QTest.keyClicks(post.line, "Enlace")
    qtbot.waitUntil(post.line.popup.isVisible)
    QTest.keyClick(post.line.popup, Qt.Key.Key_Return)
    dialog = asked_for_new()
    dialog.form.boxes["municipality_id"].fill(city)
    dialog.form.boxes["role"].fill("liaison")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert post.line.text() == "Enlace · Rosario"
    [made] = records(opened, "post", "enlace")
    assert made.values["role"] == "liaison"


def last_line_of(line: PickLine) -> QPoint:
    """Return where the line stands that makes what is lacking, in the list that is unfolded."""
    return line.popup.visualRect(line.popup.model().index(len(line.options), 0)).center()


@pytest.mark.parametrize(("entity", "field"), [("resolution", "municipality_id"), ("experience", "municipalities")])
def test_nothing_is_called_wrong_behind_the_dialog_that_makes_what_is_lacking(
    opened: Window, entity: str, field: str, qtbot: QtBot
) -> None:
    frame_of(opened).begin_record(entity, {})
    wait_until_idle(opened, qtbot)
    box = pane_of(opened).form.boxes[field]
    assert isinstance(box.editor, ReferenceEditor | LinksEditor)
    line = box.editor.line
    opened.activateWindow()
    line.setFocus()
    QTest.keyClicks(line, "Azul")
    qtbot.waitUntil(line.popup.isVisible)
    QTest.mouseClick(line.popup.viewport(), Qt.MouseButton.LeftButton, pos=last_line_of(line))
    dialog = asked_for_new()
    wait_until_idle(opened, qtbot)
    assert not box.faulty
    dialog.cancelling.click()
    opened.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    assert not box.faulty
    QTest.keyClick(line, Qt.Key.Key_Tab)
    wait_until_idle(opened, qtbot)
    assert "«Azul»" in box.fault.text(), "who goes on without it is told"


def test_a_new_city_is_proposed_as_a_member_of_the_network(opened: Window, qtbot: QtBot) -> None:
    begin_record(opened, "ciudades", qtbot)
    rows = pane_of(opened).form.parts["memberships"].rows
    assert [(row.editors["state"].value(), row.editors["starts"].value()) for row in rows] == [("member", None)]
    assert rows[0].editors["state"].isVisible()
    assert not pane_of(opened).dirty
    write(opened, "short_name", "Pueblo Nuevo")
    pane_of(opened).form.boxes["country"].fill("UY")
    save(opened, qtbot)
    [made] = records(opened, "municipality", "pueblo")
    assert made.values["membership_state"] == "member"


def test_the_situation_that_is_proposed_can_be_taken_away(opened: Window, qtbot: QtBot) -> None:
    begin_record(opened, "ciudades", qtbot)
    rows = pane_of(opened).form.parts["memberships"]
    rows.remove(rows.rows[0])
    write(opened, "short_name", "Pueblo Nuevo")
    pane_of(opened).form.boxes["country"].fill("UY")
    save(opened, qtbot)
    [made] = records(opened, "municipality", "pueblo")
    assert made.parts["memberships"] == ()


def test_a_place_that_the_gazetteer_lacks_is_written_by_hand(opened: Window, qtbot: QtBot) -> None:
    begin_record(opened, "ciudades", qtbot)
    helper = pane_of(opened).helper
    assert isinstance(helper, PlaceLine)
    opened.activateWindow()
    helper.line.setFocus()
    QTest.keyClicks(helper.line, "Xyzzyville")
    qtbot.waitUntil(helper.line.popup.isVisible)
    lines = helper.line.list.completionModel()
    assert [lines.index(row, 0).data() for row in range(lines.rowCount())] == ["Escribir «Xyzzyville» a mano"]
    QTest.keyClick(helper.line.popup, Qt.Key.Key_Return)
    assert pane_of(opened).form.value("short_name") == "Xyzzyville"
    assert pane_of(opened).form.boxes["country"].editor.input().hasFocus()


@pytest.mark.parametrize("language", ["es", "pt"])
def test_all_that_keeps_a_record_from_being_saved_is_led_to(opened: Window, qtbot: QtBot, language: str) -> None:
    opened.choose_language(language)
    begin_record(opened, "ciudades", qtbot)
    pane = pane_of(opened)
    write(opened, "population", "mucha")
    pane.form.boxes["latitude"].fill(-31_000_000)
    pane.form.rare[0].button.click()
    pane.form.parts["contact_points"].add()
    pane.form.parts["contact_points"].rows[0].editors["kind"].set_value("email")
    assert pane.save() is False
    said = {
        "es": ["Nombre", "País", "Población", "Longitud", "Direcciones y vías de contacto 1 · Número o dirección"],
        "pt": ["Nome", "País", "População", "Longitude", "Endereços e formas de contato 1 · Número ou endereço"],
    }
    assert [link.text() for link in pane.form.faults.links] == said[language]
    assert records(opened, "municipality", "mucha") == []
    opened.activateWindow()
    pane.form.faults.links[3].click()
    qtbot.waitUntil(pane.form.boxes["longitude"].editor.input().hasFocus)
    assert pane.form.boxes["longitude"].isVisible()
