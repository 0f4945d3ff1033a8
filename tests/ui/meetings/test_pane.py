"""The record of a meeting: its form, what its dossier lacks, the meetings around it."""

from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.meetings import Missing
from app.records.attachments import attach
from app.records.editing import Draft, save_record
from tests.ui.held import held_writing
from tests.ui.meetings.meeting import Meeting
from tests.ui.seeing import frame_of
from tests.ui.waiting import press, wait_until_idle
from ui.look.link import Link


def _what_is_being_written_is_saved_before_the_room_is_left(meeting: Meeting, qtbot: QtBot) -> None:
    minutes = meeting.minutes
    minutes.opening.text.setFocus()
    QTest.keyClicks(minutes.opening.text, "En Canelones")
    meeting.window.show_room("ciudades")
    assert frame_of(meeting.window).current == "ciudades"
    assert meeting.value("meeting", meeting.keys["Segunda"], "opening") == "En Canelones"


def _what_the_dossier_lacks_leads_to_its_place(meeting: Meeting) -> None:
    labels = [gap.label for gap in meeting.pane.lacking.missing]
    assert "La reunión no fue convocada" in labels
    meeting.pane.lacking.wanted.emit(meeting.pane.lacking.missing[labels.index("La reunión no fue convocada")])
    assert meeting.pane.tabs.currentIndex() == 2
    meeting.pane.lacking.wanted.emit(meeting.pane.lacking.missing[labels.index("Falta el lugar")])
    assert meeting.pane.tabs.currentIndex() == 0
    assert meeting.pane.form.boxes["place"].editor.input().hasFocus()


def test_what_names_a_long_file_stands_whole_in_a_narrow_window(meeting: Meeting, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / f"{'Informe de avance de las unidades ' * 5}.pdf"
    paper.write_bytes(b"%PDF-1.4 and no more")
    assert meeting.window.workspace is not None
    meeting.window.resize(1024, 700)
    item = meeting.agenda.table.current_key()
    for entity, key in (("meeting", meeting.keys["Segunda"]), ("agenda_item", item)):
        meeting.window.workspace.write(partial(attach, meeting.store, entity, key, [paper]))
    wait_until_idle(meeting.window, qtbot)
    meeting.pane.lacking.line.links[-1].click()  # the gaps that are counted only are named
    wait_until_idle(meeting.window, qtbot)
    links = [each for each in meeting.window.findChildren(Link) if paper.stem in each.said and each.isVisible()]
    assert len(links) == 3  # of the meeting, of the item, and the file of the item itself
    for each in links:
        assert each.height() >= each.heightForWidth(each.width()) > 2 * each.fontMetrics().height()
        assert each.mapTo(meeting.pane, each.rect().bottomRight()).x() < meeting.pane.width()


def _the_form_is_saved_as_that_of_any_record(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.pane.edit_button.click()
    line = meeting.pane.form.boxes["place"].editor.input()
    line.setFocus()
    QTest.keyClicks(line, "Palacio municipal")
    assert meeting.pane.dirty
    press(meeting.window, "save_record", qtbot)
    assert meeting.value("meeting", meeting.keys["Segunda"], "place") == "Palacio municipal"


def _a_meeting_inside_another_leads_there_and_back(meeting: Meeting, qtbot: QtBot) -> None:
    draft = Draft("meeting", meeting.keys["Reunión"], {"parent_id": meeting.keys["Segunda"]})
    assert meeting.window.workspace is not None
    meeting.window.workspace.write(lambda: save_record(meeting.store, draft).changes)
    assert meeting.pane.family.isVisible()
    meeting.window.workspace.record_wanted.emit("meeting", meeting.keys["Reunión"])
    assert meeting.pane.id == meeting.keys["Reunión"]
    assert meeting.pane.family.isVisible()


def test_a_gap_chosen_during_a_writing_is_gone_to_when_it_has_ended(meeting: Meeting, qtbot: QtBot) -> None:
    item = next(each for each in meeting.agenda.rows() if each.title == "Varios")
    gap = Missing("", "agenda_item", item.id)
    meeting.pane.show_record(meeting.keys["Reunión"])
    meeting.pane.show_tab("form")
    meeting.pane.show_record(meeting.keys["Segunda"])
    wait_until_idle(meeting.window, qtbot)
    with held_writing(meeting.window, qtbot):
        meeting.pane.go_to(gap)
    assert meeting.pane.parts.pages["agenda"].isVisible()
    assert meeting.agenda.table.current_key() == item.id
    frame = frame_of(meeting.window)
    meeting.pane.show_tab("form")
    with held_writing(meeting.window, qtbot):
        meeting.pane.go_to(gap)
        frame.show_record("meeting", meeting.keys["Reunión"])
    assert meeting.pane.id == meeting.keys["Reunión"]
    assert not meeting.pane.parts.pages["agenda"].isVisible()


def test_a_meeting_is_gone_through_saved_and_left(meeting: Meeting, qtbot: QtBot) -> None:
    _what_the_dossier_lacks_leads_to_its_place(meeting)
    meeting.pane.bar.discarding.click()  # nothing is written yet: the page comes back
    _the_form_is_saved_as_that_of_any_record(meeting, qtbot)
    _what_is_being_written_is_saved_before_the_room_is_left(meeting, qtbot)
    meeting.window.show_room("reuniones")
    _a_meeting_inside_another_leads_there_and_back(meeting, qtbot)
