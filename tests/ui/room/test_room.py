"""A room: the record follows its list, many records are edited at once, the list is exported as it is seen."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Order, Query
from tests.ui.room.asked import ARGENTINA
from tests.ui.seeing import edit_shown, frame_of, names_of, news_of, open_row, pane_of, room_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.export_list import ExportDialog, write_list
from ui.paper.report_dialog import ReportDialog
from ui.room.edit_many import EditManyDialog, write_many
from ui.room.record import RecordPane


def test_a_saved_view_brings_its_filters_and_its_order_back(opened: Window) -> None:
    pane = room_of(opened).list
    pane.ask(Query("municipality", filters=(ARGENTINA,), order=(Order("population", descending=True),)))
    pane.views.save("Argentinas")
    pane.ask(Query("municipality"))
    pane.views.fill()
    action = next(each for each in pane.views.menu().actions() if each.text() == "Argentinas")
    action.trigger()
    assert names_of(opened) == ["Córdoba", "Rosario"]
    assert len(pane.filters.chips) == 1
    pane.views.remove("Argentinas")
    assert opened.preferences.settings.views["municipality"] == ()


def test_filtering_opens_no_record_that_nobody_chose(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("inicio")
    opened.show_room("ciudades")
    table = room_of(opened).list.table
    qtbot.waitUntil(table.hasFocus)
    before = names_of(opened)
    room_of(opened).list.words_line.setText(before[0])
    wait_until_idle(opened, qtbot)
    assert 0 < len(names_of(opened)) < len(before)
    assert table.selected_ids() == []
    assert not opened.findChildren(RecordPane)


def test_a_record_shown_from_elsewhere_is_the_chosen_row(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("inicio")
    opened.show_room("ciudades")
    table = room_of(opened).list.table
    qtbot.waitUntil(table.hasFocus)
    first = table.rows.ids[0]
    frame_of(opened).show_record("municipality", first)
    assert pane_of(opened).id == first
    assert table.selected_ids() == [first]


def test_the_record_follows_the_row(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    open_row(opened, 0, qtbot)
    assert pane_of(opened).heading.text() == "Canelones"
    QTest.keyClick(table, Qt.Key.Key_Down)
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"
    assert pane_of(opened).isVisible()
    QTest.keyClick(pane_of(opened), Qt.Key.Key_Escape)
    assert not pane_of(opened).isVisible()


def test_another_row_is_not_shown_before_what_was_written_is_settled(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    open_row(opened, 0, qtbot)
    assert pane_of(opened).heading.text() == "Canelones"
    edit_shown(opened)
    QTest.keyClicks(pane_of(opened).form.boxes["name"].editor.input(), "Intendencia de Canelones")
    table.select_id(table.rows.ids[1])
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Canelones"
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"
    pane_of(opened).show_record(table.rows.ids[0])
    edit_shown(opened)
    assert pane_of(opened).form.value("name") == "Intendencia de Canelones"


def test_the_record_may_take_the_whole_width(opened: Window, qtbot: QtBot) -> None:
    open_row(opened, 0, qtbot)
    assert pane_of(opened).id is not None
    pane_of(opened).wide_button.click()
    assert not room_of(opened).list.isVisible()
    pane_of(opened).wide_button.click()
    assert room_of(opened).list.isVisible()


def test_what_is_deleted_comes_back_with_one_press(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[names_of(opened).index("São Leopoldo")])
    table.setFocus()
    wait_until_idle(opened, qtbot)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    wait_until_idle(opened, qtbot)
    assert "São Leopoldo" not in names_of(opened)
    assert news_of(opened) == "Se eliminó São Leopoldo, con 1 situación en la red."
    frame_of(opened).status.notices.buttons[0].click()
    wait_until_idle(opened, qtbot)
    assert "São Leopoldo" in names_of(opened)


def test_what_others_need_is_not_deleted_and_says_why(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[names_of(opened).index("Rosario")])
    room_of(opened).delete_selected()
    wait_until_idle(opened, qtbot)
    assert "figura en Cargos (1)" in opened.dialog.box.text.text()  # type: ignore[union-attr]  # the dialog of problems
    assert "Rosario" in names_of(opened)
    opened.dialog.close()  # type: ignore[union-attr]  # as above


def test_one_field_of_many_records_is_written_at_once_and_undone_at_once(opened: Window, qtbot: QtBot) -> None:
    pane = room_of(opened).list
    pane.filters.add(ARGENTINA)
    pane.table.selectAll()
    room_of(opened).edit_selected()
    dialog = opened.findChild(EditManyDialog)
    assert dialog is not None
    assert dialog.heading.text() == "Editar 2 ciudades"
    dialog.fields.setCurrentIndex(dialog.fields.findData("population_source"))
    dialog.choose_field()
    assert dialog.editor is not None
    qtbot.waitUntil(dialog.editor.isVisible)
    dialog.fields.setFocus()
    QTest.keyClick(dialog.fields, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.editor.input()
    QTest.keyClicks(dialog.editor.input(), "INDEC 2022")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "Se guardó el cambio en 2 ciudades."
    pane.ask(Query("municipality", filters=(Filter("population_source", Operator.EQUALS, "INDEC 2022"),)))
    assert names_of(opened) == ["Córdoba", "Rosario"]
    press(opened, "undo", qtbot)
    assert names_of(opened) == []


def test_nothing_to_change_is_said_quietly(opened: Window, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    table = room_of(opened).list.table
    write_many(opened.workspace, "municipality", table.rows.ids, {"population_source": "Censo"})
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "No había nada que cambiar."


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_list_is_exported_as_it_is_seen(opened: Window, tmp_path: Path, qtbot: QtBot, ending: str) -> None:
    assert opened.workspace is not None
    pane = room_of(opened).list
    pane.filters.add(ARGENTINA)
    seen = pane.seen()
    dialog = ExportDialog(opened.workspace, seen, opened)
    dialog.buttons_by_ending[ending].click()
    assert dialog.ending == ending
    dialog.deleteLater()
    target = tmp_path / f"lista{ending}"
    write_list(opened.workspace, seen, target, opened)
    wait_until_idle(opened, qtbot)
    assert target.exists()
    assert news_of(opened) == f"Se guardó lista{ending}."
    if ending == ".csv":
        lines = target.read_text(encoding="utf-8-sig").replace('"', "").splitlines()
        assert [line.split(";")[0] for line in lines] == ["Nombre", "Córdoba", "Rosario"]


def test_a_new_record_gives_way_to_a_row_that_is_chosen(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {})
    table = room_of(opened).list.table
    table.select_id(table.rows.ids[1])
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"
    assert not pane_of(opened).fresh


def test_a_new_record_stays_while_others_change_the_list(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    open_row(opened, 1, qtbot)
    assert pane_of(opened).heading.text() == "Córdoba"
    room_of(opened).begin_record("municipality", {})
    assert opened.workspace is not None
    write_many(opened.workspace, "municipality", table.rows.ids, {"population_source": "INDEC"})
    wait_until_idle(opened, qtbot)
    assert news_of(opened).startswith("Se guardó el cambio en 5 ")
    assert pane_of(opened).fresh


def test_a_room_that_was_not_seen_shows_what_changed_meanwhile(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    assert "Bruno Ficticio" in names_of(opened)
    opened.show_room("ciudades")
    assert opened.workspace is not None
    people = frame_of(opened).pages["contactos"]
    assert people.isHidden()
    key = opened.workspace.references.choose("person", "Bruno")[0].id
    write_many(opened.workspace, "person", [key], {"treatment": "Sr."})
    wait_until_idle(opened, qtbot)
    assert news_of(opened)
    opened.show_room("contactos")
    room_of(opened).show_record("person", key)
    edit_shown(opened)
    assert pane_of(opened).form.value("treatment") == "Sr."


def test_a_city_is_shown_on_paper(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    room_of(opened).show_record("municipality", table.rows.ids[0])
    pane_of(opened).paper_button.click()
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    wait_until_idle(dialog, qtbot)
    assert dialog.made is not None
    dialog.close()


def test_any_record_is_shown_on_paper(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    assert opened.workspace is not None
    key = opened.workspace.references.choose("person", "Bruno")[0].id
    room_of(opened).show_record("person", key)
    pane_of(opened).paper_button.click()
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    assert list(dialog.options.boxes) == ["record_id"]
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20_000)
    assert dialog.made is not None
    assert dialog.made.document.title == "Ficha de Bruno Ficticio"
    dialog.close()


def test_a_list_is_shown_without_what_shows_a_record_or_a_paper() -> None:
    """Loading that took a sixth of a second more at every start."""
    script = "import sys, ui.room.room, ui.room.tabs; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "ui.room.listing" in loaded
    assert not loaded & {"ui.room.record", "ui.form.form", "ui.reading.page", "ui.paper.report_dialog", "pypdfium2"}
