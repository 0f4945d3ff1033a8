"""What is saved by itself says so, and what is done there at once is told with the way back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.meetings.meeting import ITEMS, Meeting, lines, meeting
from tests.ui.seeing import frame_of, news_of, pane_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window

__all__ = ["meeting"]


def shown(window: Window, tab: str) -> str:
    """Turn to a tab and return what stands below it about saving; empty when nothing does."""
    pane_of(window).show_tab(tab)
    line = pane_of(window).self_saving
    return "" if line.isHidden() else f"{line.text.text()} {line.state.text()}".strip()


def said(meeting: Meeting) -> str:
    """Return what stands below the tab that is shown."""
    return shown(meeting.window, "")


def back(meeting: Meeting, qtbot: QtBot) -> None:
    """Press Deshacer in the notice."""
    button = frame_of(meeting.window).status.notices.buttons[0]
    assert button.text() == "Deshacer"
    button.click()
    wait_until_idle(meeting.window, qtbot)


def undo(meeting: Meeting, qtbot: QtBot) -> None:
    QTest.keyClick(meeting.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle(meeting.window, qtbot)


def test_each_part_that_saves_itself_says_so_and_the_form_does_not(meeting: Meeting, qtbot: QtBot) -> None:
    tabs = {name: shown(meeting.window, name) for name in ("form", *meeting.pane.panels)}
    assert tabs == {"form": "", **dict.fromkeys(meeting.pane.panels, "Se guarda solo")}
    frame_of(meeting.window).show_record("municipality", meeting.keys["Rosario"])
    wait_until_idle(meeting.window, qtbot)
    assert shown(meeting.window, "form") == ""


def test_the_line_follows_what_is_written_until_it_is_saved(meeting: Meeting, qtbot: QtBot) -> None:
    line = meeting.agenda.saver.boxes["name"].editor.input()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, " y saludo")
    assert said(meeting) == "Se guarda solo · al salir del campo"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    wait_until_idle(meeting.window, qtbot)
    assert said(meeting).startswith("Se guarda solo · guardado a las ")
    assert lines(meeting.agenda)[0][2] == "Apertura y saludo"
    meeting.pane.show_record(meeting.keys["Reunión"])
    meeting.pane.show_tab("agenda")
    assert said(meeting) == "Se guarda solo", "what was saved of another meeting is not told of this one"


def test_the_form_that_waits_says_so_behind_its_tab(meeting: Meeting) -> None:
    meeting.pane.edit()
    meeting.pane.form.boxes["place"].fill("Palacio")
    assert meeting.pane.bar.text.text() == "Hay cambios sin guardar."
    meeting.pane.show_tab("agenda")
    assert meeting.pane.bar.text.text() == "La ficha tiene cambios sin guardar."
    assert said(meeting) == "Se guarda solo"


def test_undo_gives_back_an_unsaved_text_of_the_agenda_or_the_minutes_before_anything_of_the_file(
    meeting: Meeting, qtbot: QtBot
) -> None:
    agenda = meeting.agenda
    duration = agenda.saver.boxes["duration"].editor
    duration.input().setFocus()
    QTest.keyClicks(duration.input(), "x")
    agenda.table.setFocus()
    wait_until_idle(meeting.window, qtbot)
    assert meeting.window.commands["undo"].text() == "Deshacer: cambio en «Duración (min)»"
    undo(meeting, qtbot)
    assert (duration.problem(), duration.value()) == (None, 15)
    assert len(lines(agenda)) == len(ITEMS), "the meeting is there as it was"

    minutes = meeting.minutes
    minutes.opening.text.setFocus()
    QTest.keyClicks(minutes.opening.text, "En Canelones")
    assert said(meeting) == "Se guarda solo · al salir del campo"
    wait_until_idle(meeting.window, qtbot)
    assert meeting.window.commands["undo"].text() == "Deshacer: cambio en «Apertura del acta»"
    undo(meeting, qtbot)
    assert minutes.opening.text.toPlainText() == ""
    assert said(meeting) == "Se guarda solo"


def test_what_is_done_at_once_is_told_with_the_way_back(meeting: Meeting, qtbot: QtBot, tmp_path: Path) -> None:
    agenda = meeting.agenda
    agenda.add()
    assert news_of(meeting.window) == "Se agregó «Punto nuevo»."
    agenda.table.select(agenda.rows()[0].id)
    agenda.table.shift(1)
    assert news_of(meeting.window) == "Se cambió el orden en «Orden del día»."
    back(meeting, qtbot)
    assert lines(agenda)[0][2] == "Apertura"
    agenda.remove(agenda.rows()[0].id)
    assert news_of(meeting.window) == "Se eliminó Apertura."
    back(meeting, qtbot)
    assert lines(agenda)[0][2] == "Apertura"

    roll = meeting.attendance
    roll.convoke()
    assert news_of(meeting.window) == "Se convocó la reunión «Segunda reunión»."
    keys = [line.record.id for group in roll.groups for line in group.lines]
    roll.mark(keys[:1], "present")
    assert news_of(meeting.window).startswith("Se marcó la asistencia de ")
    roll.mark(keys, "present")
    assert news_of(meeting.window) == f"Se marcaron {len(keys)} asistencias (presente)."
    back(meeting, qtbot)
    assert [line.state for group in roll.groups for line in group.lines].count("present") == 1
    roll.remove(keys[:1])
    assert news_of(meeting.window).startswith("Se eliminó ")

    path = tmp_path / "nota.txt"
    path.write_text("nota")
    annexes = meeting.pane.panels["annexes"]
    meeting.pane.show_tab("annexes")
    annexes.file_actions.add([path])  # type: ignore[attr-defined]  # the panel of the annexes
    wait_until_idle(meeting.window, qtbot)
    assert news_of(meeting.window) == "Se adjuntó «nota.txt»."
    back(meeting, qtbot)
    assert annexes.files == ()  # type: ignore[attr-defined]  # as above
