"""The room of the deadlines: a list that is read, filtered, kept and exported, and whose rows open elsewhere."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator
from db.values import PartialDate
from tests.make import TODAY, add
from tests.ui.held import held_writing
from tests.ui.network import add_person
from tests.ui.seeing import edit_shown, frame_of, list_of, news_of, pane_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.export_list import write_list
from ui.room.fulfil_dialog import FulfilDialog
from ui.room.listing import ListPane


@pytest.fixture
def deadlines(opened: Window) -> ListPane:
    """Add a mandate that ends soon and show the room."""
    assert opened.workspace is not None
    store = opened.workspace.store
    body = add(store, "body", name="Instancia de prueba", kind="board")
    post = add(store, "post", name="Coordinación", body_id=body)
    add_person(store, "Carla Ensayo", post, PartialDate(2026, 12, 18))
    opened.show_room("vencimientos")
    return list_of(opened)


def lines(shown: ListPane) -> list[list[str]]:
    """Return the rows as they are seen."""
    rows = shown.table.rows
    return [[rows.text(row, column) for column in range(len(rows.columns))] for row in range(rows.rowCount())]


RESOLUTION = ["01/10/2026", "Resolución", "Inciso 1 · Enviar las fichas", "", "Plazo vencido"]
MANDATE = ["18/12/2026", "Mandato", "Coordinación · Instancia de prueba", "Carla Ensayo", "En plazo"]


def _it_begins_with_what_is_left_to_do_in_the_order_of_days(deadlines: ListPane) -> None:
    assert lines(deadlines) == [RESOLUTION, MANDATE]
    assert [chip.text.text() for chip in deadlines.filters.chips] == ["Situación: Plazo vencido, En plazo"]
    assert deadlines.count.text() == "2 de 3 vencimientos"
    deadlines.filters.chips[0].removing.click()
    assert [row[4] for row in lines(deadlines)] == ["Cumplido", "Plazo vencido", "En plazo"]


def test_enter_opens_a_resolution_in_its_room_and_a_mandate_with_its_contact(
    opened: Window, deadlines: ListPane
) -> None:
    assert not deadlines.open_button.isEnabled()
    deadlines.table.select_id(deadlines.table.rows.ids[0])
    QTest.keyClick(deadlines.table, Qt.Key.Key_Return)
    assert frame_of(opened).current == "resoluciones"
    edit_shown(opened)
    assert pane_of(opened).form.boxes["text"].editor.value() == "Enviar las fichas"
    opened.show_room("vencimientos")
    deadlines.table.select_id(deadlines.table.rows.ids[1])
    assert deadlines.open_button.isEnabled()
    deadlines.open_button.click()
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Carla Ensayo"


def test_what_is_done_about_a_deadline_shows_in_the_list(opened: Window, deadlines: ListPane, qtbot: QtBot) -> None:
    deadlines.table.select_id(deadlines.table.rows.ids[0])
    deadlines.open_button.click()
    edit_shown(opened)
    pane_of(opened).form.boxes["text"].fill("Enviar las fichas y el mapa")
    assert pane_of(opened).save()
    opened.show_room("vencimientos")
    wait_until_idle(opened, qtbot)
    assert lines(deadlines)[0][2] == "Inciso 1 · Enviar las fichas y el mapa"
    deadlines.table.select_id(deadlines.table.rows.ids[0])
    deadlines.open_button.click()
    edit_shown(opened)
    pane_of(opened).form.boxes["state"].fill("done")
    assert pane_of(opened).save()
    opened.show_room("vencimientos")
    wait_until_idle(opened, qtbot)
    assert lines(deadlines) == [MANDATE]


def test_what_is_selected_is_done_on_the_day_that_is_asked(opened: Window, deadlines: ListPane, qtbot: QtBot) -> None:
    deadlines.table.selectAll()
    press(opened, "fulfil", qtbot)
    (dialog,) = (each for each in opened.findChildren(FulfilDialog) if each.isVisible())
    assert dialog.form.value("met_on") == TODAY
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert lines(deadlines) == [MANDATE]
    assert news_of(opened) == "Se marcó como cumplido: «Inciso 1 · Enviar las fichas»."
    press(opened, "undo", qtbot)
    assert lines(deadlines) == [RESOLUTION, MANDATE]


def _nothing_that_changes_records_is_offered(opened: Window, deadlines: ListPane, qtbot: QtBot) -> None:
    deadlines.table.selectAll()
    wait_until_idle(opened, qtbot)
    assert opened.commands["copy"].isEnabled()
    offered = {name: opened.commands[name].isEnabled() for name in ("new_record", "edit_many", "delete", "history")}
    assert offered == dict.fromkeys(offered, False)
    assert deadlines.new_button.isHidden()
    assert all(opened.commands[name].isEnabled() for name in ("open_record", "export_list", "print", "filter"))
    opened.show_room("ciudades")
    wait_until_idle(opened, qtbot)
    assert opened.commands["new_record"].isEnabled()


def _control_f_asks_for_a_filter_where_there_are_no_words(opened: Window, deadlines: ListPane) -> None:
    assert deadlines.words_line.isHidden()
    opened.commands["filter"].trigger()
    popup = deadlines.filters.popup
    assert popup is not None
    popup.choose_field("kind")
    assert popup.editor is not None
    popup.editor.set_value("tenure")
    popup.choose()
    assert lines(deadlines) == [MANDATE]


def _a_view_is_kept_and_shown_again(opened: Window, deadlines: ListPane) -> None:
    assert opened.workspace is not None
    deadlines.filters.add(Filter("who", Operator.CONTAINS, "carla"))
    deadlines.filters.add(Filter("day", Operator.AT_LEAST, date(2026, 12, 1)))
    deadlines.views.save("De Carla")
    deadlines.filters.changed.emit(())
    assert len(lines(deadlines)) == 3
    (view,) = opened.workspace.preferences.settings.views["due"]
    deadlines.views.show_view(view)
    assert lines(deadlines) == [MANDATE]


def _the_list_goes_to_excel_as_it_is_seen(opened: Window, deadlines: ListPane, tmp_path: Path, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    write_list(opened.workspace, deadlines.seen(), tmp_path / "v.xlsx", opened)
    qtbot.waitUntil(lambda: "v.xlsx" in news_of(opened))
    rows = list(load_workbook(tmp_path / "v.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("Vence el", "Tipo", "Qué vence", "Quién", "Situación")
    assert [row[1:4] for row in rows[1:]] == [tuple(text or None for text in row[1:4]) for row in (RESOLUTION, MANDATE)]
    assert getattr(rows[1][0], "date", lambda: rows[1][0])() == date(2026, 10, 1)


def test_a_deadline_opened_during_a_writing_shows_its_record_when_it_has_ended(
    opened: Window, deadlines: ListPane, qtbot: QtBot
) -> None:
    deadlines.table.select_id(deadlines.table.rows.ids[0])
    with held_writing(opened, qtbot):
        QTest.keyClick(deadlines.table, Qt.Key.Key_Return)
        assert frame_of(opened).current == "vencimientos"
    assert frame_of(opened).current == "resoluciones"
    edit_shown(opened)
    assert pane_of(opened).form.boxes["text"].editor.value() == "Enviar las fichas"


def test_the_list_is_read_exported_filtered_and_kept(
    opened: Window, deadlines: ListPane, tmp_path: Path, qtbot: QtBot
) -> None:
    begun = deadlines.query
    _the_list_goes_to_excel_as_it_is_seen(opened, deadlines, tmp_path, qtbot)
    _nothing_that_changes_records_is_offered(opened, deadlines, qtbot)
    opened.show_room("vencimientos")
    deadlines.table.clearSelection()
    for ask in (
        partial(_it_begins_with_what_is_left_to_do_in_the_order_of_days, deadlines),
        partial(_control_f_asks_for_a_filter_where_there_are_no_words, opened, deadlines),
        partial(_a_view_is_kept_and_shown_again, opened, deadlines),
    ):
        deadlines.ask(begun)
        ask()
