"""The record: edited in place, saved, refused beside its field; what is linked to it, its files, its history."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.file.files import open_file
from tests.ui.seeing import frame_of, names_of, news_of, pane_of, room_of
from ui.frame.window import Window
from ui.room.attached import AttachedTab
from ui.room.linked import LinkedTab
from ui.room.place_line import PlaceLine
from ui.room.record_history import HistoryTab


def open_record(window: Window, name: str, qtbot: QtBot) -> None:
    table = room_of(window).list.table
    qtbot.waitUntil(lambda: name in names_of(window))
    key = table.rows.ids[names_of(window).index(name)]
    room_of(window).show_record(room_of(window).facts.entity, key)
    assert pane_of(window).id == key


def write(window: Window, field: str, text: str) -> None:
    line = pane_of(window).form.boxes[field].editor.input()
    line.setFocus()
    QTest.keyClicks(line, text)


def item_of(tab: HistoryTab, at: int) -> QTreeWidgetItem:
    item = tab.tree.topLevelItem(at)
    assert item is not None
    return item


def rows_of(item: QTreeWidgetItem) -> list[tuple[str, str, str]]:
    children = [child for at in range(item.childCount()) if (child := item.child(at)) is not None]
    return [(child.text(0), child.text(1), child.text(2)) for child in children]


def test_a_new_record_is_saved_and_shown_in_its_place(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {})
    assert pane_of(opened).heading.text() == "Ciudad nueva"
    write(opened, "short_name", "Tandil")
    write(opened, "country", "Argentina")
    pane_of(opened).form.boxes["country"].editor.settled.emit()
    assert pane_of(opened).save()
    assert pane_of(opened).heading.text() == "Tandil"
    assert news_of(opened) == "Se guardó «Tandil»."
    assert room_of(opened).list.table.current_id() == pane_of(opened).id


def test_the_tip_of_a_name_shows_it_as_it_is(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {"short_name": "Azul <b>y</b> Oro", "country": "AR"})
    assert pane_of(opened).save()
    assert pane_of(opened).heading.toolTip() == "<span>Azul &lt;b&gt;y&lt;/b&gt; Oro</span>"


def test_what_is_required_is_asked_for_beside_its_field(opened: Window) -> None:
    room_of(opened).begin_record("municipality", {})
    write(opened, "name", "Municipalidad de Tandil")
    assert not pane_of(opened).save()
    boxes = pane_of(opened).form.boxes
    assert boxes["short_name"].fault.text().startswith("Falta «Nombre».")
    assert boxes["country"].fault.text().startswith("Falta «País».")
    assert boxes["name"].fault.isHidden()


def test_a_rule_that_is_broken_is_said_beside_its_field_and_nothing_is_saved(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
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
    open_record(opened, "Bruno Ficticio", qtbot)
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


def test_what_is_linked_is_listed_and_leads_to_its_room(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    tenures = tab.lists[0]
    assert tenures.heading.text() == "Contactos y mandatos (2)"
    people = {tenures.table.rows.text(row, 0): row for row in range(2)}
    assert set(people) == {"Ana Prueba Ejemplo", "Bruno Ficticio"}
    tenures.open_linked(tenures.table.rows.ids[people["Ana Prueba Ejemplo"]])
    assert frame_of(opened).current == "contactos"
    assert pane_of(opened).heading.text() == "Ana Prueba Ejemplo"


def test_a_linked_record_begins_with_its_link(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    city = pane_of(opened).id
    pane_of(opened).show_tab("linked")
    tab = pane_of(opened).tab_pages["linked"]
    assert isinstance(tab, LinkedTab)
    next(each for each in tab.lists if each.linked.entity == "experience").adding.click()
    assert frame_of(opened).current == "experiencias"
    assert pane_of(opened).form.value("municipalities") == (city,)


def test_a_file_that_is_dropped_is_attached_and_can_be_saved_again(
    opened: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("files")
    tab = pane_of(opened).tab_pages["files"]
    assert isinstance(tab, AttachedTab)
    source = tmp_path / "nota.txt"
    source.write_text("Nota firmada", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(source))])
    tab.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: tab.list.count() == 1)
    assert tab.list.item(0).text().startswith("nota.txt")
    assert pane_of(opened).tabs.tabText(2) == "Archivos (1)"
    target = str(tmp_path / "copia.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    tab.saving.click()
    assert (tmp_path / "copia.txt").read_text(encoding="utf-8") == "Nota firmada"
    tab.remove()
    qtbot.waitUntil(lambda: tab.list.count() == 0)


def test_the_history_says_each_field_before_and_after_in_words(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).form.boxes["government_kind"].fill("municipality")
    assert pane_of(opened).save()
    pane_of(opened).show_tab("history")
    tab = pane_of(opened).tab_pages["history"]
    assert isinstance(tab, HistoryTab)
    newest = item_of(tab, 0)
    assert newest.text(0).endswith("Ana Ejemplo · Editar Ciudad: Rosario")
    assert rows_of(newest) == [("Tipo de gobierno", "—", "Municipio o ciudad")]
    oldest = item_of(tab, 1)
    said = {row[0]: row[2] for row in rows_of(oldest)}
    assert said["País"] == "Argentina"
    assert said["Provincia, estado o departamento"] == "Santa Fe"
    assert said["Situación en la red: Situación"] == "Miembro"
    assert said["Situación en la red: Desde"] == "2001"


def test_the_history_of_a_record_is_told_in_the_language_of_who_looks(opened: Window, qtbot: QtBot) -> None:
    opened.choose_language("en")
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).show_tab("history")
    tab = pane_of(opened).tab_pages["history"]
    assert isinstance(tab, HistoryTab)
    assert item_of(tab, 0).text(0).endswith("Ana Ejemplo · Add City: Rosario")


def test_undo_shows_in_the_record(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    pane_of(opened).form.boxes["name"].fill("Municipalidad de Rosario")
    pane_of(opened).save()
    opened.commands["undo"].trigger()
    qtbot.waitUntil(lambda: pane_of(opened).form.value("name") is None)
    assert news_of(opened) == "Se deshizo: Editar Ciudad: Rosario"


def test_a_record_that_was_undone_away_is_no_longer_shown(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).begin_record("municipality", {"short_name": "Tandil", "country": "AR"})
    assert pane_of(opened).save()
    opened.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not pane_of(opened).isVisible())
    assert "Tandil" not in names_of(opened)


def test_a_reference_can_be_made_on_the_way(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    open_record(opened, "Bruno Ficticio", qtbot)
    made: list[str] = []
    from ui.form.new_record import ask_new_record

    assert opened.workspace is not None
    dialog = ask_new_record(opened.workspace, "organisation", "Universidad de la Prueba", made.append)
    assert dialog.form.value("name") == "Universidad de la Prueba"
    dialog.accepting.click()
    assert len(made) == 1
    assert opened.workspace.references.titles("organisation", made) == {made[0]: "Universidad de la Prueba"}


def test_what_was_saved_is_in_the_file(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
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
