"""What leads somewhere ends where one can go on, with the keyboard there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.meetings import Missing
from app.records.catalog import Query
from app.records.reading import list_ids
from tests.make import add
from tests.ui.meetings.meeting import Meeting, meeting
from tests.ui.seeing import frame_of, open_record, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.look.link import Link
from ui.look.plain import PushButton
from ui.look.problem import ProblemDialog

__all__ = ["meeting"]


def stands_at_rule(window: Window, key: str) -> bool:
    pane = pane_of(window)
    rule = pane.form.boxes["quorum_rule"].editor.input()
    return (pane.entity.name, pane.id, pane.editing) == ("body", key, True) and window.focusWidget() is rule


def test_what_asks_for_the_rule_of_quorum_ends_at_its_field(meeting: Meeting, qtbot: QtBot) -> None:
    body = meeting.keys["Comisión"]
    attendance = meeting.attendance
    attendance.convoke()
    wait_until_idle(meeting.window, qtbot)
    attendance.quorum_rule.click()
    wait_until_idle(meeting.window, qtbot)
    assert stands_at_rule(meeting.window, body)


def test_what_the_dossier_lacks_elsewhere_ends_at_its_field(meeting: Meeting, qtbot: QtBot) -> None:
    body = meeting.keys["Comisión"]
    meeting.pane.go_to(Missing("La regla", "body", body, "quorum_rule"))
    wait_until_idle(meeting.window, qtbot)
    assert stands_at_rule(meeting.window, body)


def test_a_page_names_what_has_no_rows_yet_and_begins_the_first(opened: Window, qtbot: QtBot) -> None:
    body = list_ids(workspace_of(opened).store, Query("body"))[0]
    workspace_of(opened).record_wanted.emit("body", body)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    buttons = pane.page.findChildren(PushButton)
    adding = next(each for each in buttons if each.accessibleName() == "Agregar: Integrantes")
    adding.click()
    wait_until_idle(opened, qtbot)
    assert pane.editing
    assert [row.new for row in pane.form.parts["seats"].rows] == [True]
    assert opened.focusWidget() is pane.form.parts["seats"].rows[0].first.input()
    assert not pane.dirty


def test_a_page_adds_a_row_to_those_that_there_are(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    open_record(opened, "Bruno Ficticio", qtbot)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    buttons = pane.page.findChildren(QAbstractButton)
    adding = next(each for each in buttons if each.accessibleName() == "Agregar: Cargos")
    before = len(pane.record.parts["tenures"]) if pane.record else 0
    adding.click()
    wait_until_idle(opened, qtbot)
    assert before > 0
    assert [row.new for row in pane.form.parts["tenures"].rows] == [False] * before + [True]
    assert pane.form.parts["tenures"].rows[-1].card.isAncestorOf(opened.focusWidget())


def test_whoever_opens_a_record_by_the_search_has_the_keyboard_in_it(opened: Window, qtbot: QtBot) -> None:
    press(opened, "search", qtbot)
    line = frame_of(opened).top.line
    QTest.keyClicks(line, "bruno")
    wait_until_idle(opened, qtbot)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert pane.heading.text() == "Bruno Ficticio"
    assert opened.focusWidget() is pane.page


def test_whoever_follows_a_link_to_a_room_not_seen_yet_has_the_keyboard_in_its_record(
    opened: Window, qtbot: QtBot
) -> None:
    opened.show_room("contactos")
    open_record(opened, "Bruno Ficticio", qtbot)
    wait_until_idle(opened, qtbot)
    link = next(each for each in pane_of(opened).page.findChildren(Link) if "Intendencia" in each.said)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    pane = pane_of(opened)
    assert pane.entity.name == "post"
    assert opened.focusWidget() is pane.page


def test_a_refused_deletion_leads_to_what_still_needs_the_record(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    press(opened, "delete", qtbot)
    wait_until_idle(opened, qtbot)
    dialog = opened.dialog
    assert isinstance(dialog, ProblemDialog)
    assert "No se puede eliminar «Rosario»: figura en Cargos (1)." in dialog.box.text.text()
    [link] = dialog.box.links
    assert link.said == "Cargo: Intendencia"
    with qtbot.waitSignal(dialog.finished):
        link.click()
    wait_until_idle(opened, qtbot)
    assert (pane_of(opened).entity.name, pane_of(opened).heading.text()) == ("post", "Intendencia")


def test_an_item_of_an_agenda_that_is_needed_leads_to_the_resolution_that_cites_it(
    meeting: Meeting, qtbot: QtBot
) -> None:
    agenda = meeting.agenda
    item = agenda.rows()[0].id
    resolution = add(meeting.store, "resolution", meeting_id=meeting.pane.id, text="Convocar", agenda_item_id=item)
    agenda.remove(item)
    dialog = meeting.window.dialog
    assert isinstance(dialog, ProblemDialog)
    dialog.box.links[0].click()
    wait_until_idle(meeting.window, qtbot)
    assert frame_of(meeting.window).current == "resoluciones"
    assert pane_of(meeting.window).id == resolution
