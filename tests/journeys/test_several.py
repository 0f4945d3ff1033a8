"""Commands act on what is seen: the record shown, or the selected ones, of which the window says how many they are."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.files import Store, new_file
from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.reading import choose, read_record
from app.reports.record_list import Options
from db.values import PartialDate
from tests.journeys.hands import count, edit
from tests.make import copied_store
from tests.ui.reading.reading import section_of
from tests.ui.seeing import frame_of, names_of, news_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.export_list import ExportDialog
from ui.room.room import Room
from ui.room.unlisted import Absence

CTRL = Qt.KeyboardModifier.ControlModifier
ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
PEOPLE = {
    "Ana Ficticio": ("Azul", "AR"),
    "Bruno Ficticio": ("Salto", "UY"),
    "Márcia Exemplo": ("Pelotas", "BR"),
    "Paulo Exemplo": ("Gramado", "BR"),
}
BRAZIL = Filter("country", Operator.EQUALS, "BR")


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new file with contacts, once for tests to copy: all with a mandate, all but one with an e-mail."""
    path = tmp_path_factory.mktemp("people") / "Red.enlace"
    with new_file(path, None) as store:
        _add_people(store)
    return path


def _add_people(store: Store) -> None:
    for name, (place, country) in PEOPLE.items():
        city = save_record(store, Draft("municipality", None, {"short_name": place, "country": country})).id
        post = save_record(store, Draft("post", None, {"name": "Intendencia", "municipality_id": city})).id
        email = Draft("contact_point", None, {"kind": "email", "value": f"{name.split()[0].lower()}@example.org"})
        parts = {"tenures": Rows((Draft("tenure", None, {"post_id": post}),))}
        if name != "Paulo Exemplo":
            parts["contact_points"] = Rows((email,))
        save_record(store, Draft("person", None, {"name": name}, parts))


@pytest.fixture
def contacts(window: Window, people: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """Show the contacts of a new file, two of them of Brazil."""
    window.take_store(copied_store(people, tmp_path), "contactos")
    window.activateWindow()
    wait_until_idle(window, qtbot)
    assert names_of(window) == list(PEOPLE)
    return window


def key_of(window: Window, name: str) -> str:
    return choose(workspace_of(window).store, "person", name)[0].id


def choose_rows(window: Window, qtbot: QtBot, *names: str) -> None:
    """Select the rows of `names`, the first by itself and the others beside it."""
    table = room_of(window).list.table
    table.setFocus()
    table.select_id(key_of(window, names[0]))
    wait_until_idle(window, qtbot)
    add_rows(window, qtbot, *names[1:])


def add_rows(window: Window, qtbot: QtBot, *names: str) -> None:
    """Select the rows of `names` beside those that are selected."""
    table = room_of(window).list.table
    for name in names:
        index = table.rows.index(names_of(window).index(name), 0)
        table.selectionModel().select(index, ADD)
    wait_until_idle(window, qtbot)


def open_rows(window: Window, qtbot: QtBot, *names: str) -> None:
    """Open the record of the first of `names`, go back to the list, and select the others beside it."""
    choose_rows(window, qtbot, names[0])
    QTest.keyClick(room_of(window).list.table, Qt.Key.Key_Return)
    wait_until_idle(window, qtbot)
    assert pane_of(window).heading.text() == names[0]
    room_of(window).list.table.setFocus()
    add_rows(window, qtbot, *names[1:])


def find(window: Window, text: str, qtbot: QtBot) -> None:
    """Open the first answer of the one search, by keyboard."""
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = frame_of(window).top.line
    line.clear()
    QTest.keyClicks(line, text)
    wait_until_idle(window, qtbot)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_until_idle(window, qtbot)


def said_selected(window: Window) -> str:
    """Return what the bar above the list says of the selection; nothing while it is not seen."""
    bar = room_of(window).list.selection
    return bar.said.text() if bar.isVisible() else ""


def said_absent(window: Window) -> str:
    """Return what the line above the list says of the record shown; nothing while it is not seen."""
    line = room_of(window).list.unlisted
    return line.text.text() if line.isVisible() else ""


def said_beside(window: Window) -> str:
    """Return what stands in the place of the record of the selected ones; nothing while a record does."""
    pane = room_of(window)._several  # noqa: SLF001 - what is seen there has no other name
    return pane.heading.text() if pane is not None and pane.isVisible() else ""


def agrees(room: Room) -> bool:
    """Tell whether page and list speak of one record: the selected one is shown, or none is selected."""
    return room.list.table.selected_ids() in ([], [room.shown_id])


def test_what_is_deleted_is_the_record_shown_that_the_filter_hides(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    room.list.filters.add(BRAZIL)
    choose_rows(contacts, qtbot, "Márcia Exemplo")
    find(contacts, "ana ficticio", qtbot)
    assert pane_of(contacts).heading.text() == "Ana Ficticio"
    assert room.list.table.selected_ids() == []
    assert said_absent(contacts) == "El filtro de la lista no deja ver esta ficha."
    press(contacts, "delete", qtbot)
    assert news_of(contacts) == "Se eliminó Ana Ficticio, con 1 vía de contacto y 1 mandato."
    assert names_of(contacts) == ["Márcia Exemplo", "Paulo Exemplo"]
    assert said_absent(contacts) == ""


def test_the_filter_that_hides_the_record_is_put_away_and_lists_it(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    room.list.filters.add(BRAZIL)
    find(contacts, "ana ficticio", qtbot)
    QTest.mouseClick(room.list.unlisted.button, Qt.MouseButton.LeftButton)
    wait_until_idle(contacts, qtbot)
    assert names_of(contacts) == list(PEOPLE)
    assert room.list.table.selected_ids() == [key_of(contacts, "Ana Ficticio")]
    assert pane_of(contacts).heading.text() == "Ana Ficticio"
    assert said_absent(contacts) == ""


def test_whatever_the_list_is_asked_for_page_and_list_speak_of_one_record(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    open_rows(contacts, qtbot, "Ana Ficticio")
    QTest.keyClicks(room.list.words_line, "exemplo")
    wait_until_idle(contacts, qtbot)
    assert pane_of(contacts).heading.text() == "Ana Ficticio"
    assert room.acted_on() == [key_of(contacts, "Ana Ficticio")]
    assert said_absent(contacts)
    assert agrees(room)
    room.list.words_line.clear()
    wait_until_idle(contacts, qtbot)
    assert room.list.table.selected_ids() == [key_of(contacts, "Ana Ficticio")]
    room.list.views.chosen.emit(Query("person", filters=(BRAZIL,)))
    assert agrees(room)
    assert said_absent(contacts)
    QTest.keyClick(pane_of(contacts), Qt.Key.Key_Escape)
    wait_until_idle(contacts, qtbot)
    assert said_absent(contacts) == ""
    assert room.acted_on() == []
    assert not contacts.commands["delete"].isEnabled()


def test_what_an_undo_takes_away_is_neither_shown_nor_selected(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    choose_rows(contacts, qtbot, "Paulo Exemplo")
    press(contacts, "undo", qtbot)
    assert "Paulo Exemplo" not in names_of(contacts)
    assert room.shown_id is None
    assert room.acted_on() == []
    press(contacts, "redo", qtbot)
    assert agrees(room)


def test_what_is_written_in_a_record_that_was_deleted_is_said_to_be_of_none(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    open_rows(contacts, qtbot, "Paulo Exemplo")
    edit(contacts)
    QTest.keyClicks(pane_of(contacts).form.boxes["treatment"].editor.input(), "Sr.")
    store, key = workspace_of(contacts).store, key_of(contacts, "Paulo Exemplo")
    workspace_of(contacts).write(lambda: delete_records(store, "person", [key]))
    assert said_absent(contacts) == Absence.GONE.value[1]
    assert not room.list.unlisted.button.isVisible()
    assert room.acted_on() == []
    pane_of(contacts).close_record(ask=False)


def test_a_new_record_that_the_filter_hides_stays_shown_and_is_the_one_acted_on(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    room.list.filters.add(BRAZIL)
    choose_rows(contacts, qtbot, "Márcia Exemplo")
    press(contacts, "new_record", qtbot)
    assert room.acted_on() == []
    QTest.keyClicks(pane_of(contacts).form.boxes["name"].editor.input(), "Luz Modelo")
    press(contacts, "save_record", qtbot)
    assert said_absent(contacts)
    assert room.acted_on() == [key_of(contacts, "Luz Modelo")]


def test_in_a_narrow_window_and_back_page_and_list_speak_of_one_record(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    contacts.setMinimumSize(300, 300)
    contacts.resize(700, 700)
    wait_until_idle(contacts, qtbot)
    choose_rows(contacts, qtbot, "Ana Ficticio")
    assert room.shown_id is None
    assert room.acted_on() == [key_of(contacts, "Ana Ficticio")]
    find(contacts, "paulo exemplo", qtbot)
    assert not room.list.isVisible()
    contacts.resize(1366, 768)
    wait_until_idle(contacts, qtbot)
    assert pane_of(contacts).heading.text() == "Paulo Exemplo"
    assert room.list.table.selected_ids() == [key_of(contacts, "Paulo Exemplo")]


def test_all_of_a_filtered_list_are_none_of_the_whole(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    room.list.filters.add(BRAZIL)
    room.list.table.setFocus()
    press(contacts, "select_all", qtbot)
    assert said_selected(contacts) == "Las 2 fichas están seleccionadas"
    room.list.filters.remove(BRAZIL)
    wait_until_idle(contacts, qtbot)
    assert names_of(contacts) == list(PEOPLE)
    assert said_selected(contacts) == ""
    for command in ("delete", "edit_many", "verify"):
        assert not contacts.commands[command].isEnabled()


def test_several_are_counted_above_the_list_and_deleted_with_one_press(contacts: Window, qtbot: QtBot) -> None:
    open_rows(contacts, qtbot, "Ana Ficticio", "Márcia Exemplo")
    assert said_selected(contacts) == said_beside(contacts) == "2 fichas seleccionadas"
    assert not room_of(contacts).list.selection.buttons["delete"].isVisible(), "it is said once what can be done"
    beside = room_of(contacts)._several  # noqa: SLF001 - what is seen there has no other name
    assert beside is not None
    beside.buttons["delete"].click()
    wait_until_idle(contacts, qtbot)
    assert news_of(contacts) == "Se eliminaron 2 contactos, con 2 vías de contacto y 2 mandatos."
    assert names_of(contacts) == ["Bruno Ficticio", "Paulo Exemplo"]
    assert (said_selected(contacts), said_beside(contacts)) == ("", "")
    frame_of(contacts).status.notices.buttons[0].click()
    wait_until_idle(contacts, qtbot)
    assert count(contacts, "person") == 4


def test_the_end_of_a_selection_of_several_gives_the_record_back(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    open_rows(contacts, qtbot, "Ana Ficticio", "Paulo Exemplo")
    assert said_beside(contacts)
    assert not pane_of(contacts).isVisible()
    QTest.mouseClick(room.list.selection.cross, Qt.MouseButton.LeftButton)
    wait_until_idle(contacts, qtbot)
    assert (said_selected(contacts), said_beside(contacts)) == ("", "")
    assert pane_of(contacts).isVisible()
    assert room.list.table.selected_ids() == [pane_of(contacts).id]


def test_unsaved_changes_are_asked_about_before_several_take_their_place(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    open_rows(contacts, qtbot, "Ana Ficticio")
    edit(contacts)
    QTest.keyClicks(pane_of(contacts).form.boxes["treatment"].editor.input(), "Dra.")
    room.list.table.setFocus()
    press(contacts, "select_all", qtbot)
    dialog = pane_of(contacts).dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert pane_of(contacts).isVisible()
    assert room.list.table.selected_ids() == [key_of(contacts, "Ana Ficticio")]
    dialog.accepting.click()
    wait_until_idle(contacts, qtbot)
    assert said_beside(contacts) == "Las 4 fichas están seleccionadas"
    saved = read_record(workspace_of(contacts).store, "person", key_of(contacts, "Ana Ficticio"))
    assert saved is not None
    assert saved.values["treatment"] == "Dra."


def test_who_goes_on_editing_keeps_record_and_row(contacts: Window, qtbot: QtBot) -> None:
    room = room_of(contacts)
    open_rows(contacts, qtbot, "Ana Ficticio")
    edit(contacts)
    QTest.keyClicks(pane_of(contacts).form.boxes["treatment"].editor.input(), "Dra.")
    press(contacts, "select_all", qtbot)
    dialog = pane_of(contacts).dialog
    assert dialog is not None
    dialog.cancelling.click()
    wait_until_idle(contacts, qtbot)
    assert pane_of(contacts).form.value("treatment") == "Dra."
    assert agrees(room)
    assert (said_selected(contacts), said_beside(contacts)) == ("", "")
    pane_of(contacts).close_record(ask=False)


def test_several_are_confirmed_with_one_press(contacts: Window, qtbot: QtBot) -> None:
    store = workspace_of(contacts).store
    ana = key_of(contacts, "Ana Ficticio")
    tenure = read_record(store, "person", ana).parts["tenures"][0].id  # type: ignore[union-attr]  # it was just saved
    save_record(store, Draft("tenure", tenure, {"ends": PartialDate(2020)}))
    choose_rows(contacts, qtbot, "Ana Ficticio", "Bruno Ficticio", "Paulo Exemplo")
    press(contacts, "verify", qtbot)
    assert news_of(contacts) == ("Con fecha de hoy se verificó lo vigente: 2 mandatos. 1 ficha no tiene nada vigente.")
    assert said_selected(contacts) == "3 fichas seleccionadas"
    bruno = read_record(store, "person", key_of(contacts, "Bruno Ficticio"))
    assert bruno is not None
    assert isinstance(bruno.parts["tenures"][0].values["verified_on"], date)
    frame_of(contacts).status.notices.buttons[0].click()
    wait_until_idle(contacts, qtbot)
    bruno = read_record(store, "person", key_of(contacts, "Bruno Ficticio"))
    assert bruno is not None
    assert bruno.parts["tenures"][0].values["verified_on"] is None


def test_the_e_mails_of_several_are_copied_as_mail_programs_take_them(contacts: Window, qtbot: QtBot) -> None:
    choose_rows(contacts, qtbot, "Ana Ficticio", "Bruno Ficticio", "Paulo Exemplo")
    press(contacts, "copy_emails", qtbot)
    assert QGuiApplication.clipboard().text() == "ana@example.org; bruno@example.org"
    assert news_of(contacts) == "Se copiaron 2 correos. 1 ficha no tiene."


def test_only_the_selected_are_exported_in_the_order_of_the_list(contacts: Window, qtbot: QtBot) -> None:
    choose_rows(contacts, qtbot, "Paulo Exemplo", "Ana Ficticio")
    press(contacts, "export_selected", qtbot)
    dialog = contacts.findChild(ExportDialog)
    assert dialog is not None
    options = dialog.options
    assert isinstance(options, Options)
    assert options.ids == (key_of(contacts, "Ana Ficticio"), key_of(contacts, "Paulo Exemplo"))
    assert options.columns == room_of(contacts).list.shown_columns()
    dialog.close()


def test_what_is_copied_is_the_record_shown_that_the_filter_hides(contacts: Window, qtbot: QtBot) -> None:
    room_of(contacts).list.filters.add(BRAZIL)
    find(contacts, "ana ficticio", qtbot)
    press(contacts, "copy", qtbot)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Ana Ficticio\t")


def test_a_command_given_at_once_acts_on_the_row_that_was_chosen(contacts: Window, qtbot: QtBot) -> None:
    open_rows(contacts, qtbot, "Ana Ficticio")
    table = room_of(contacts).list.table
    contacts.activateWindow()
    QTest.keyClick(table, Qt.Key.Key_Down)
    room_of(contacts).delete_selected()
    wait_until_idle(contacts, qtbot)
    assert names_of(contacts) == ["Ana Ficticio", "Márcia Exemplo", "Paulo Exemplo"]
    assert agrees(room_of(contacts))


def test_the_history_asked_for_is_that_of_the_one_meant(contacts: Window, qtbot: QtBot) -> None:
    choose_rows(contacts, qtbot, "Ana Ficticio", "Paulo Exemplo")
    assert not contacts.commands["history"].isEnabled()
    contacts.resize(900, 700)
    room_of(contacts).list.table.clearSelection()
    pane_of(contacts).close_record()
    choose_rows(contacts, qtbot, "Paulo Exemplo")
    press(contacts, "history", qtbot)
    assert pane_of(contacts).heading.text() == "Paulo Exemplo"
    history = section_of(pane_of(contacts).page, "history")
    assert not history.heading.visibleRegion().isEmpty()
