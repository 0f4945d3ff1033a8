"""Work in the rooms: a city by the gazetteer, a person with a post, search, history, undo and redo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.journeys.hands import begin_file, begin_record, count, save, write
from tests.ui.seeing import frame_of, names_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.room.place_line import PlaceLine


def test_a_city_is_added_with_the_help_of_the_gazetteer(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "ciudades", qtbot)
    helper = pane_of(window).helper
    assert isinstance(helper, PlaceLine)
    offered = helper.offer("Rosario")
    santa_fe = next(each for each in offered if "Santa Fe" in each.detail)
    assert len(offered) > 1
    helper.take(santa_fe)
    form = pane_of(window).form
    assert form.value("country") == "AR"
    assert form.value("subdivision") == "AR-S"
    assert form.value("latitude") is not None
    save(window, qtbot)
    assert names_of(window) == ["Rosario"]


def test_a_place_that_is_not_in_the_gazetteer_is_typed(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "ciudades", qtbot)
    save_button = pane_of(window).bar.saving
    save_button.click()
    assert "Falta «Nombre»" in pane_of(window).form.boxes["short_name"].fault.text()
    write(window, "short_name", "Villa Nueva del Ejemplo")
    write(window, "country", "Uruguay")
    key = save(window, qtbot)

    assert names_of(window) == ["Villa Nueva del Ejemplo"]
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = frame_of(window).top
    QTest.keyClicks(search.line, "villa nueva")
    wait_until_idle(window, qtbot)
    assert search.results.isVisible()
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert pane_of(window).id == key

    write(window, "name", "Municipio de Villa Nueva")
    save(window, qtbot)
    press(window, "history", qtbot)
    wait_until_idle(window, qtbot)
    assert window.commands["undo"].text() == "Deshacer: cambio en ciudad «Villa Nueva del Ejemplo»"
    press(window, "undo", qtbot)
    assert window.commands["undo"].text() == "Deshacer: alta de ciudad «Villa Nueva del Ejemplo»"
    press(window, "undo", qtbot)
    assert count(window, "municipality") == 0
    assert names_of(window) == []
    assert not window.commands["undo"].isEnabled()
    press(window, "redo", qtbot)
    assert count(window, "municipality") == 1
    assert names_of(window) == ["Villa Nueva del Ejemplo"]


def test_an_unsaved_record_asks_before_it_is_left(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    begin_record(window, "organismos", qtbot)
    write(window, "name", "Red de Ejemplo")
    frame_of(window).rail.chosen.emit("ciudades")
    dialog = pane_of(window).dialog
    assert dialog is not None
    assert frame_of(window).current == "organismos"
    dialog.cancelling.click()
    assert frame_of(window).current == "organismos"
    assert room_of(window).record.dirty
    save(window, qtbot)
    frame_of(window).rail.chosen.emit("ciudades")
    assert frame_of(window).current == "ciudades"
    assert workspace_of(window).writing == ""
