"""A meeting from its first line to what it leaves for the next one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, read_record
from tests.journeys.hands import begin_file, begin_record, save, type_into, write
from tests.make import add, add_city
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.meetings.agenda import AgendaPanel
from ui.meetings.attendance import AttendancePanel
from ui.meetings.follow_up import FollowUpPanel
from ui.meetings.minutes import MinutesPanel
from ui.meetings.pane import MeetingPane
from ui.meetings.resolutions import ResolutionsPanel


def test_a_meeting_is_prepared_held_and_followed_up(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    begin_file(window, tmp_path, qtbot)
    body = board_with_seats(window)
    first = create(window, body, "Primera reunion", "10/03/2009", qtbot)
    pane = pane_of_meeting(window)
    write_agenda(pane)
    convoke_and_mark(pane, qtbot)
    resolve_second_item(pane)

    create(window, body, "Segunda reunion", "10/06/2009", qtbot)
    pane.show_tab("follow_up")
    follow_up = pane.panels["follow_up"]
    assert isinstance(follow_up, FollowUpPanel)
    wait_until_idle(window, qtbot)
    assert len(follow_up.cards) == 1
    card = follow_up.cards[0]
    assert card.number.text() == "Inciso 1"
    assert card.due.text() == "Atrasada desde el 30/04/2009"
    of_first = Query("resolution", filters=(Filter("meeting_id", Operator.EQUALS, first),))
    assert list_ids(workspace_of(window).store, of_first) == [card.key]


def write_agenda(pane: MeetingPane) -> None:
    agenda = pane.panels["agenda"]
    assert isinstance(agenda, AgendaPanel)
    pane.show_tab("agenda")
    for name, minutes in (("Apertura", "15"), ("Plan de trabajo", "90")):
        agenda.add()
        type_into(agenda.saver.boxes["name"].editor.input(), name)
        type_into(agenda.saver.boxes["duration"].editor.input(), minutes)
        assert agenda.flush()
    hours = [line.cells[1:3] for line in agenda.table.rows.lines]
    assert hours == [("09:30", "Apertura"), ("09:45", "Plan de trabajo")]


def convoke_and_mark(pane: MeetingPane, qtbot: QtBot) -> None:
    attendance = pane.panels["attendance"]
    assert isinstance(attendance, AttendancePanel)
    pane.show_tab("attendance")
    attendance.convoking.click()
    keys = [line.record.id for group in attendance.groups for line in group.lines]
    for key, letter in zip(keys, (Qt.Key.Key_P, Qt.Key.Key_A), strict=True):
        attendance.roll.select(key)
        QTest.keyClick(attendance.roll, letter)
    assert attendance.counts.text() == "1 presente · 1 ausente"
    wait_until_idle(pane, qtbot)
    assert attendance.quorum.text() == "Quórum: regla sin registrar"


def resolve_second_item(pane: MeetingPane) -> None:
    minutes = pane.panels["minutes"]
    resolutions = pane.panels["resolutions"]
    assert isinstance(minutes, MinutesPanel)
    assert isinstance(resolutions, ResolutionsPanel)
    pane.show_tab("minutes")
    item = minutes.items[1].record_id
    type_into(minutes.items[1].text, "Se aprueba el plan.")
    pane.add_resolution(item)
    type_into(resolutions.saver.boxes["text"].editor.input(), "Enviar el plan a las ciudades")
    type_into(resolutions.saver.boxes["number"].editor.input(), "Inciso 1")
    type_into(resolutions.saver.boxes["due_on"].editor.input(), "30/04/2009")
    assert resolutions.flush()
    found = read_record(pane.workspace.store, "agenda_item", item)
    assert found is not None
    assert found.values["minutes"] == "Se aprueba el plan."


def board_with_seats(window: Window) -> str:
    store = workspace_of(window).store
    boards = list_ids(store, Query("body", filters=(Filter("kind", Operator.EQUALS, "board"),)))
    body = boards[0] if boards else add(store, "body", name="Comisión Directiva", kind="board")
    for name, country in (("Canelones", "UY"), ("Rosario", "AR")):
        add(store, "seat", body_id=body, municipality_id=add_city(store, name, country), role="member")
    return body


def create(window: Window, body: str, name: str, day: str, qtbot: QtBot) -> str:
    begin_record(window, "reuniones", qtbot)
    pane = pane_of_meeting(window)
    write(window, "name", name)
    pane.form.fill({"body_id": body})
    write(window, "starts_on", day)
    write(window, "starts_at", "9:30")
    write(window, "place", "Sala de sesiones")
    return save(window, qtbot)


def pane_of_meeting(window: Window) -> MeetingPane:
    pane = getattr(frame_of(window).page, "pane", None)
    assert isinstance(pane, MeetingPane)
    return pane
