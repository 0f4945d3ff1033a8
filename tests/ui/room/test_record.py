"""The record: edited in place, saved, refused beside its field."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.files import open_file
from tests.ui.held import held_writing
from tests.ui.seeing import edit_record, edit_shown, names_of, news_of, pane_of, room_of
from tests.ui.waiting import press
from ui.frame.window import Window
from ui.room.place_line import PlaceLine


def write(window: Window, field: str, text: str) -> None:
    line = pane_of(window).form.boxes[field].editor.input()
    line.setFocus()
    QTest.keyClicks(line, text)


def test_a_new_record_is_saved_and_shown_in_its_place(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {})
    assert pane_of(opened).heading.text() == "Ciudad nueva"
    write(opened, "short_name", "Tandil")
    write(opened, "country", "Argentina")
    pane_of(opened).form.boxes["country"].editor.settled.emit()
    assert pane_of(opened).save()
    assert pane_of(opened).heading.text() == "Tandil"
    assert news_of(opened) == "Se agregó «Tandil»."
    assert room_of(opened).list.table.current_id() == pane_of(opened).id


def test_the_tip_of_a_name_shows_it_as_it_is(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {"short_name": "Azul <b>y</b> Oro", "country": "AR"})
    assert pane_of(opened).save()
    assert (
        pane_of(opened).heading.toolTip() == '<span style="white-space:pre-wrap">Azul &lt;b&gt;y&lt;/b&gt; Oro</span>'
    )


def test_what_is_required_is_asked_for_beside_its_field(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {})
    write(opened, "name", "Municipalidad de Tandil")
    assert not pane_of(opened).save()
    boxes = pane_of(opened).form.boxes
    assert boxes["short_name"].fault.text().startswith("Falta «Nombre».")
    assert boxes["country"].fault.text().startswith("Falta «País».")
    assert boxes["name"].fault.isHidden()


def test_what_is_done_with_a_saved_record_waits_until_a_new_one_is_saved(opened: Window) -> None:
    opened.show_room("convenios")
    room_of(opened).begin_record("agreement", {})
    assert [each.isEnabled() for each in pane_of(opened).own_buttons] == [False, False]
    write(opened, "name", "Marco azul")
    assert pane_of(opened).save()
    assert [each.isEnabled() for each in pane_of(opened).own_buttons] == [True, True]


def test_a_rule_that_is_broken_is_said_beside_its_field_and_nothing_is_saved(opened: Window, qtbot: QtBot) -> None:
    edit_record(opened, "Rosario", qtbot)
    boxes = pane_of(opened).form.boxes
    boxes["latitude"].fill(-32_946_820)
    assert not pane_of(opened).save()
    assert "van juntas" in boxes["longitude"].fault.text()
    assert pane_of(opened).dirty
    pane_of(opened).discard()
    assert not pane_of(opened).dirty
    assert boxes["longitude"].fault.isHidden()


def test_a_fault_in_a_part_is_said_in_its_row(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    edit_record(opened, "Bruno Ficticio", qtbot)
    grid = pane_of(opened).form.parts["contact_points"]
    grid.add()
    grid.rows[0].editors["kind"].set_value("email")
    QTest.keyClicks(grid.rows[0].editors["value"].input(), "bruno arroba ejemplo")
    assert not pane_of(opened).save()
    assert "no es un correo electrónico" in grid.rows[0].fault.text()


def test_the_gazetteer_fills_a_new_city(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {})
    helper = pane_of(opened).helper
    assert isinstance(helper, PlaceLine)
    options = helper.offer("rosario")
    santa_fe = next(option for option in options if option.detail.startswith("Santa Fe · Argentina"))
    helper.take(santa_fe)
    form = pane_of(opened).form
    assert form.value("short_name") == "Rosario"
    assert form.value("country") == "AR"
    assert form.value("subdivision") == "AR-S"
    assert form.value("population_source") == "GeoNames"
    assert form.value("latitude") is not None
    assert not pane_of(opened).save()
    assert "Ya hay una ciudad «Rosario»" in form.boxes["short_name"].fault.text()


def test_the_province_of_a_place_goes_with_the_country_that_is_written_over_it(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {})
    helper = pane_of(opened).helper
    assert isinstance(helper, PlaceLine)
    helper.take(next(each for each in helper.offer("rosario") if each.detail.startswith("Santa Fe · Argentina")))
    form = pane_of(opened).form
    line = form.boxes["country"].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "Uruguay")
    form.boxes["country"].editor.settled.emit()
    assert (form.value("country"), form.value("subdivision")) == ("UY", None)
    form.edits.undo()
    assert (form.value("country"), form.value("subdivision")) == ("AR", "AR-S")


def test_undo_shows_in_the_record(opened: Window, qtbot: QtBot) -> None:
    edit_record(opened, "Rosario", qtbot)
    pane_of(opened).form.boxes["name"].fill("Municipalidad de Rosario")
    pane_of(opened).save()
    press(opened, "undo", qtbot)
    assert "Municipalidad de Rosario" not in pane_of(opened).page.text().split("Historial")[0]
    edit_shown(opened)
    assert pane_of(opened).form.value("name") is None
    assert news_of(opened) == "Se deshizo: cambio en ciudad «Rosario»"


def test_a_record_that_was_undone_away_is_no_longer_shown(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {"short_name": "Tandil", "country": "AR"})
    assert pane_of(opened).save()
    press(opened, "undo", qtbot)
    assert not pane_of(opened).isVisible()
    assert "Tandil" not in names_of(opened)


def test_a_reference_can_be_made_on_the_way(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    edit_record(opened, "Bruno Ficticio", qtbot)
    made: list[str] = []
    from ui.form.new_record import ask_new_record

    assert opened.workspace is not None
    dialog = ask_new_record(opened.workspace, "organisation", "Universidad de la Prueba", made.append)
    assert dialog.form.value("name") == "Universidad de la Prueba"
    dialog.accepting.click()
    assert len(made) == 1
    assert opened.workspace.references.titles("organisation", made) == {made[0]: "Universidad de la Prueba"}


def test_what_was_saved_is_in_the_file(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    edit_record(opened, "Rosario", qtbot)
    pane_of(opened).form.boxes["name"].fill("Municipalidad de Rosario")
    pane_of(opened).save()
    opened.close_file()
    with open_file(tmp_path / "prueba.enlace", None) as store, store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT name FROM municipality WHERE short_name = 'Rosario'")
        assert found.scalar() == "Municipalidad de Rosario"


def test_the_search_for_a_place_begins_empty_with_each_new_city(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("ciudades")
    room = room_of(opened)
    room.begin_record("municipality", {})
    helper = room.record.helper
    assert isinstance(helper, PlaceLine)
    helper.line.setFocus()
    QTest.keyClicks(helper.line, "rosario")
    qtbot.waitUntil(helper.line.popup.isVisible)
    QTest.keyClick(helper.line.popup, Qt.Key.Key_Return)
    assert helper.line.text() == "Rosario"
    assert room.record.form.boxes["subdivision"].editor.value() == "AR-S"
    assert not room.record.paper_button.isEnabled()
    room.record.discard()
    room.begin_record("municipality", {})
    assert helper.line.text() == ""
    room.record.discard()


def test_what_is_given_up_during_a_writing_is_gone_at_once(opened: Window, qtbot: QtBot) -> None:
    edit_record(opened, "Rosario", qtbot)
    pane = pane_of(opened)
    pane.form.boxes["short_name"].fill("Rosarito")
    with held_writing(opened, qtbot):
        pane.bar.discarding.click()
        assert (pane.form.value("short_name"), pane.dirty) == ("Rosario", False)
        assert pane.bar.isHidden()
    assert pane.form.value("short_name") == "Rosario"


def test_an_unchanged_form_has_nothing_to_give_up_and_is_left(opened: Window, qtbot: QtBot) -> None:
    edit_record(opened, "Rosario", qtbot)
    pane = pane_of(opened)
    assert pane.bar.discarding.text() == "Dejar de editar"
    write(opened, "web", "https://rosario.example.org")
    assert pane.bar.discarding.text() == "Descartar"
    pane.bar.discarding.click()
    assert not pane.editing
    edit_record(opened, "Rosario", qtbot)
    pane.bar.discarding.click()
    assert pane.page.isVisible()
    room_of(opened).begin_record("municipality", {})
    assert pane.bar.discarding.text() == "Descartar"
    pane.discard()
