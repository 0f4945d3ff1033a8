"""A note in one line: from anywhere, about what is seen, saved with Enter."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids, read_record
from db.values import RecordKey
from tests.make import TODAY, add_city
from tests.ui.seeing import frame_of, news_of, open_record, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.log.note_dialog import NoteDialog
from ui.look.link import Link
from ui.look.plain import ToolButton


def write(window: Window, line: str, qtbot: QtBot) -> NoteDialog:
    press(window, "note", qtbot)
    dialog = window.dialog
    assert isinstance(dialog, NoteDialog)
    dialog.line.insert(line)  # QTest types no accents
    dialog.line.textEdited.emit(line)
    qtbot.waitUntil(lambda: dialog.understood is not None and dialog.understood.line == line)
    wait_until_idle(window, qtbot)
    return dialog


def last_note(window: Window) -> dict[str, object]:
    store = workspace_of(window).store
    [key] = list_ids(store, Query("interaction"))
    record = read_record(store, "interaction", key)
    assert record is not None
    return dict(record.values)


def test_a_line_and_enter_make_a_note(opened: Window, qtbot: QtBot) -> None:
    frame_of(opened).show_room("reuniones")
    dialog = write(opened, "ayer llamé a Bruno Ficticio -> mandar la ficha mañana", qtbot)
    assert list(dialog.rows) == ["day", "kind", "named", "next"]
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert not dialog.isVisible()
    note = last_note(opened)
    assert (note["day"], note["kind"], note["text"]) == (TODAY - timedelta(1), "call", "Llamé a Bruno Ficticio")
    assert (note["next_step"], note["next_on"]) == ("mandar la ficha", TODAY + timedelta(1))
    [bruno] = list_ids(workspace_of(opened).store, Query("person", words="bruno"))
    assert note["people"] == (bruno,)
    assert news_of(opened) == "Se agregó «Llamé a Bruno Ficticio»."


def test_the_record_that_is_seen_is_named_and_can_be_left_out(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    rosario = RecordKey("municipality", pane_of(opened).id or "")
    dialog = write(opened, "Pidieron el acta", qtbot)
    assert [each.key for each in dialog.named()] == [rosario]
    dialog.rows["named"].findChildren(ToolButton)[0].click()
    assert dialog.named() == ()
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert last_note(opened)["municipalities"] == ()


def test_a_record_that_does_not_speak_is_what_is_spoken_of(opened: Window, qtbot: QtBot) -> None:
    [meeting] = list_ids(workspace_of(opened).store, Query("meeting"))
    workspace_of(opened).record_wanted.emit("meeting", meeting)
    wait_until_idle(opened, qtbot)
    dialog = write(opened, "Se pasa para otro día", qtbot)
    assert "subject" in dialog.rows
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert last_note(opened)["subject"] == RecordKey("meeting", meeting)


def test_which_of_several_namesakes_is_meant_is_asked(opened: Window, qtbot: QtBot) -> None:
    other = add_city(workspace_of(opened).store, "Rosario", "UY", "UY-CO")
    frame_of(opened).show_room("reuniones")
    dialog = write(opened, "Visita a Rosario", qtbot)
    [doubt] = dialog.understood.doubts if dialog.understood is not None else ()
    meant = next(each for each in doubt.choices if each.key.id == other)
    links = dialog.rows[doubt.name].findChildren(Link)
    next(each for each in links if each.said == meant.title).click()
    assert doubt.name not in dialog.rows
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert last_note(opened)["municipalities"] == (other,)


def test_a_namesake_that_was_chosen_goes_with_its_name(opened: Window, qtbot: QtBot) -> None:
    add_city(workspace_of(opened).store, "Rosario", "UY", "UY-CO")
    frame_of(opened).show_room("reuniones")
    dialog = write(opened, "Visita a Rosario", qtbot)
    dialog.rows["Rosario"].findChildren(Link)[0].click()
    assert len(dialog.named()) == 1
    dialog.line.clear()
    dialog.line.insert("Visita a la obra")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert last_note(opened)["municipalities"] == ()


def test_an_empty_line_is_refused_in_the_dialog(opened: Window, qtbot: QtBot) -> None:
    dialog = write(opened, "", qtbot)
    dialog.accepting.click()
    assert dialog.isVisible()
    assert "Qué se habló" in dialog.problems.text.text()
    dialog.reject()


def test_the_whole_form_begins_with_what_was_understood(opened: Window, qtbot: QtBot) -> None:
    dialog = write(opened, "Llamó Bruno Ficticio por la ficha", qtbot)
    dialog.whole.click()
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert (pane.entity.name, pane.fresh) == ("interaction", True)
    assert pane.form.boxes["text"].editor.value() == "Llamó Bruno Ficticio por la ficha"
    [bruno] = list_ids(workspace_of(opened).store, Query("person", words="bruno"))
    assert pane.form.boxes["people"].editor.value() == (bruno,)
    pane.discard()
