"""Context menus stand everywhere a command exists, with what is there to be done at that place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.file.settings import SavedView
from app.records.attachments import attach, attachments
from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from app.records.views import write_query
from app.sheets.importing.importing import Verdict
from tests.ui.conftest import opened
from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.importing.steps import load, plan
from tests.ui.meetings.meeting import Meeting, lines, meeting
from tests.ui.menus import BELOW, choose, lines_of, open_menu, press_menu_key, right_click, right_click_on
from tests.ui.reading.reading import link_to, section_of, shown_in
from tests.ui.seeing import (
    edit_shown,
    frame_of,
    list_of,
    names_of,
    news_of,
    open_record,
    pane_of,
    room_of,
    workspace_of,
)
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard
from ui.look.plain import Menu
from ui.look.spoken import HeadingLabel
from ui.past.dialog import HistoryDialog
from ui.today.page import TodayPage

__all__ = ["meeting", "opened"]


def test_the_menu_of_a_row_deletes_and_opens_it(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    table = list_of(opened).table
    row = names_of(opened).index("Montevideo")
    menu = right_click(table, row)
    wait_until_idle(opened, qtbot)
    said = lines_of(menu)
    assert said[0] == "Abrir"
    assert {"Copiar", "Exportar esta lista…", "Eliminar"} <= set(said)
    assert table.current_id() == table.rows.ids[row]
    choose(right_click(table, row), "Eliminar")
    wait_until_idle(opened, qtbot)
    assert "Montevideo" not in names_of(opened)
    assert "Se eliminó Montevideo" in news_of(opened)


def test_a_row_among_several_selected_keeps_them_and_another_takes_their_place(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    table = list_of(opened).table
    table.selectAll()
    lines_of(right_click(table, 2))
    assert len(table.selected_ids()) == len(table.rows.ids)
    table.clearSelection()
    table.selectRow(0)
    lines_of(right_click(table, 2))
    assert table.selected_ids() == [table.rows.ids[2]]


def test_below_the_rows_a_list_offers_what_needs_none(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    said = lines_of(right_click(list_of(opened).table, BELOW))
    assert "Ficha nueva" in said
    assert "Eliminar" not in said


def test_the_keyboard_opens_the_menu_of_the_row(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    table = list_of(opened).table
    table.setFocus()
    table.select_id(table.rows.ids[1])
    wait_until_idle(opened, qtbot)
    assert "Eliminar" in lines_of(press_menu_key(table))
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "Eliminar" in lines_of(open_menu())


def test_what_a_room_cannot_do_is_shown_switched_off(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("vencimientos")
    wait_until_idle(opened, qtbot)
    menu = right_click(list_of(opened).table, 0)
    wait_until_idle(opened, qtbot)
    said = lines_of(menu)
    assert "Abrir" in said
    assert "[Eliminar]" in said


def test_a_record_offers_what_its_buttons_do(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    said = lines_of(right_click_on(pane_of(opened).heading))
    seeing = ["Copiar la ficha", "Ver en papel", "Usar todo el ancho"]
    assert said == ["Editar", "[Guardar]", "Historial", *seeing, "Eliminar", "Cerrar la ficha (Esc)"]


def test_a_linked_list_opens_and_leads_to_the_list_of_what_is_linked(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    posts = section_of(pane_of(opened).page, "post.municipality_id")
    (key,) = [each.id for each in workspace_of(opened).references.choose("post", "")]
    assert lines_of(right_click_on(posts.heading)) == ["Copiar", "Agregar", "Ir a la lista"]
    choose(right_click_on(posts.heading), "Ir a la lista")
    wait_until_idle(opened, qtbot)
    found = list_of(opened)
    assert found.entity.name == "post"
    assert found.count.text().startswith("1 ")
    assert found.table.rows.ids == [key]


def test_an_attached_file_is_taken_away_by_its_menu(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    (tmp_path / "nota.txt").write_text("x", encoding="utf-8")
    (city,) = list_ids(store, Query("municipality", words="Rosario"))
    attach(store, "municipality", city, [tmp_path / "nota.txt"])
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    page = pane_of(opened).page
    said = lines_of(right_click_on(link_to(page, "nota.txt")))
    assert said == ["Copiar", "Abrir", "Guardar una copia…", "Datos del archivo…", "Quitar"]
    choose(right_click_on(link_to(page, "nota.txt")), "Quitar")
    wait_until_idle(opened, qtbot)
    assert attachments(store, "municipality", city) == ()
    assert lines_of(right_click_on(section_of(page, "document").heading)) == ["Copiar", "Adjuntar…"]


def test_a_change_is_undone_from_the_history_of_its_record(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    edit_shown(opened)
    pane_of(opened).form.boxes["notes"].fill("Con una errata")
    assert pane_of(opened).save()
    wait_until_idle(opened, qtbot)
    changed = next(each for each in shown_in(pane_of(opened).page, HeadingLabel) if "Cambio en" in each.text())
    assert lines_of(right_click_on(changed)) == ["Copiar", "Deshacer esta…", "Volver hasta aquí…"]
    choose(right_click_on(changed), "Deshacer esta…")
    wait_until_idle(opened, qtbot)
    dialog = opened.past.returning.dialog
    assert dialog is not None
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    assert pane_of(opened).form.value("notes") is None


def test_the_history_of_the_file_offers_its_ways_back(opened: Window, qtbot: QtBot) -> None:
    press(opened, "file_history", qtbot)
    dialog = opened.dialog
    assert isinstance(dialog, HistoryDialog)
    said = lines_of(right_click(dialog.changes.table, 1))
    assert [each.strip("[]") for each in said] == ["Deshacer esta…", "Volver hasta aquí…"]
    dialog.close()


def test_filters_are_taken_away_by_their_menu(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    bar = list_of(opened).filters
    bar.add(Filter("country", Operator.EQUALS, "UY"))
    bar.add(Filter("population", Operator.AT_LEAST, 1000))
    wait_until_idle(opened, qtbot)
    assert len(bar.chips) == 2
    choose(right_click_on(bar.chips[0]), "Quitar todos los filtros")
    wait_until_idle(opened, qtbot)
    assert bar.filters == ()
    assert len(names_of(opened)) == 5


def test_a_room_of_the_rail_begins_records_and_shows_and_puts_away_its_views(opened: Window, qtbot: QtBot) -> None:
    view = SavedView(
        "Uruguay & más", write_query(Query("municipality", filters=(Filter("country", Operator.EQUALS, "UY"),)))
    )
    opened.preferences.keep(lambda settings: settings.with_view("municipality", view))
    button = frame_of(opened).rail.buttons["ciudades"]
    said = lines_of(right_click_on(button))
    new = ["Ciudad nueva", "Relación nueva", "Participación nueva"]
    assert said == ["Abrir", *new, "Vistas guardadas", "Quitar una vista", "Achicar"]
    for title, left in (("Vistas guardadas", 1), ("Quitar una vista", 0)):
        menu = right_click_on(button)
        assert menu is not None
        inner = next(each for each in menu.findChildren(Menu) if each.title() == title)
        inner.actions()[0].trigger()
        menu.close()
        wait_until_idle(opened, qtbot)
        assert len(opened.preferences.settings.views.get("municipality", ())) == left
    assert names_of(opened) == ["Canelones", "Montevideo"]


def test_the_items_of_an_agenda_are_moved_by_their_menu(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    QGuiApplication.clipboard().clear()
    said = lines_of(right_click(agenda.table, 0))
    assert said == ["[Subir]", "Bajar", "Quitar", "Agregar punto", "[Pegar]", "Imprimir…"]
    choose(right_click(agenda.table, 0), "Bajar")
    wait_until_idle(meeting.window, qtbot)
    assert lines(agenda)[1][2] == "Apertura"
    assert lines_of(right_click(agenda.table, BELOW)) == ["Agregar punto", "[Pegar]", "Imprimir…"]


def test_the_roll_is_marked_by_its_menu(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.attendance
    QGuiApplication.clipboard().clear()
    assert lines_of(right_click(panel.roll, BELOW)) == ["Convocar", "Agregar invitado…", "[Pegar]", "Imprimir…"]
    panel.convoke()
    wait_until_idle(meeting.window, qtbot)
    key = panel.groups[0].lines[0].record.id
    assert panel.roll.select(key)
    menu = press_menu_key(panel.roll)
    assert menu is not None
    choose(menu, "Presente")
    wait_until_idle(meeting.window, qtbot)
    assert str(meeting.value("attendance", key, "state")) == "present"


def test_the_map_leads_to_the_list(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    room = room_of(opened)
    wait_until_idle(opened, qtbot)
    for key in list(room.list.table.rows.ids):
        room.show_record("municipality", key)
        wait_until_idle(opened, qtbot)
        room.record.edit()
        room.record.form.boxes["latitude"].fill(-34_000_000)
        room.record.form.boxes["longitude"].fill(-58_000_000)
        assert room.record.save()
    opened.show_room("inicio")
    wait_until_idle(opened, qtbot)
    page = frame_of(opened).page
    assert isinstance(page, TodayPage)
    assert page.map is not None
    choose(right_click_on(page.map), "Ir a la lista")
    assert frame_of(opened).current == "ciudades"
    assert workspace is workspace_of(opened)


def test_the_pages_of_a_paper_are_turned_and_saved_by_their_menu(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    press(opened, "print", qtbot)
    dialog = next(each for each in opened.findChildren(QDialog) if hasattr(each, "preview"))
    wait_until_idle(opened, qtbot)
    said = lines_of(right_click_on(dialog.preview.view.viewport()))
    assert {"Página siguiente", "Ancho de la ventana", "Imprimir…", "Guardar como PDF…"} <= set(said)
    dialog.close()


def test_a_sheet_and_its_plan_are_answered_by_their_menus(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    press(opened, "import", qtbot)
    wizard = opened.dialog
    assert isinstance(wizard, ImportWizard)
    load(wizard, cities_sheet(tmp_path), qtbot)
    choose(right_click(wizard.file.table, 1), "Usar como fila de los títulos")
    assert wizard.prepared is not None
    assert wizard.prepared.header.row == 2
    plan(wizard, tmp_path / "padron.xlsx", qtbot)
    row = next(at for at, each in enumerate(wizard.rows.rows.lines) if each.verdict is Verdict.DOUBTFUL)
    said = lines_of(right_click(wizard.rows.table, row))
    assert said[0] == "Es nueva: agregarla (N)"
    assert said[-1] == "Dejarla afuera (Supr)"
    before = wizard.plan
    choose(right_click(wizard.rows.table, row), said[-1])
    wait_until_idle(wizard, qtbot)
    assert wizard.plan is not before
    wizard.reject()


def test_a_field_keeps_the_menu_of_qt_in_the_language_of_the_window(opened: Window, qtbot: QtBot) -> None:
    for language, pasting in (("pt", "Colar"), ("en", "Paste"), ("es", "Pegar")):
        opened.choose_language(language)
        wait_until_idle(opened, qtbot)
        line = QLineEdit("x")
        qtbot.addWidget(line)
        menu = line.createStandardContextMenu()
        texts = " ".join(action.text().replace("&", "") for action in menu.actions())
        assert pasting in texts
        menu.deleteLater()


def test_a_row_inside_a_form_is_taken_away_by_its_menu(opened: Window, qtbot: QtBot) -> None:
    wait_until_idle(opened, qtbot)
    open_record(opened, "Montevideo", qtbot)
    grid = pane_of(opened).form.parts["memberships"]
    grid.adding.click()
    before = len(grid.rows)
    row = grid.rows[-1]
    state = row.editors["state"]
    QGuiApplication.clipboard().clear()
    said = lines_of(right_click_on(state))
    assert said == [*(button.accessibleName() for button in row.buttons), "[Pegar]"]
    choose(right_click_on(state), row.buttons[-1].accessibleName())
    assert len(grid.rows) == before - 1
