"""What another operation changes while somebody works behind the tabs of a meeting."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, delete_records
from tests.ui.meetings.meeting import Meeting, write_meanwhile
from tests.ui.waiting import wait_until_idle
from ui.form.conflict_box import Side


def test_a_field_behind_a_tab_that_both_changed_is_decided_there(meeting: Meeting) -> None:
    agenda = meeting.agenda
    item = agenda.table.current_key()
    box = agenda.saver.boxes["presenter"]
    QTest.keyClicks(box.editor.input(), "Ana")
    write_meanwhile(meeting, Draft("agenda_item", item, {"presenter": "Bruno", "duration": 20}))
    assert agenda.saver.boxes["duration"].editor.value() == 20, "what nobody writes in shows what is stored"
    assert not agenda.flush()
    assert [value.text() for value in box.conflict.values] == ["Ana", "Bruno"]
    agenda.table.select(agenda.table.rows.lines[1].key)
    assert agenda.table.current_key() == item, "the choice comes first"
    box.conflict.choose(Side.THEIRS)
    assert box.editor.value() == "Bruno"
    box.conflict.choose(Side.MINE)
    assert meeting.value("agenda_item", item, "presenter") == "Ana"
    assert box.conflict.isHidden()
    assert agenda.flush()


def test_an_item_that_goes_while_it_is_written_in_is_offered_again(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    item = agenda.table.current_key()
    QTest.keyClicks(agenda.saver.boxes["presenter"].editor.input(), "Ana")
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: delete_records(meeting.store, "agenda_item", [item]))
    wait_until_idle(meeting.window, qtbot)
    dialog = agenda.saver.dialog
    assert dialog is not None
    assert dialog.heading.text() == "Otra operación eliminó «Punto del orden del día» mientras tanto."
    dialog.accepting.click()
    assert meeting.value("agenda_item", item, "presenter") == "Ana"
    assert meeting.value("agenda_item", item, "name") == "Apertura"
