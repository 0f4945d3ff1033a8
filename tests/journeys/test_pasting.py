"""Rows of a spreadsheet are pasted into a form, an agenda and a roll, in one step, and what is in doubt is said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.records.reading import read_record
from tests.journeys.hands import save
from tests.ui.form.seats import SEATS, seats_of, shown
from tests.ui.meetings.meeting import Meeting, lines, meeting
from tests.ui.menus import BELOW, choose, lines_of, right_click
from tests.ui.seeing import edit_shown, frame_of, news_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window

__all__ = ["meeting"]

ROLL = """Ciudad\tAsistencia\tNotas
Rosario\tPresente\t
Canelones\tvino tarde\tllamar
Córdoba\tAusente\t
Atlántida\tPresente\t
"""
CONTROL = Qt.KeyboardModifier.ControlModifier


def paste(window: Window, text: str, where: QWidget, qtbot: QtBot) -> None:
    """Copy `text` as a spreadsheet does and press Ctrl+V where the keyboard is put."""
    QGuiApplication.clipboard().setText(text)
    where.setFocus()
    QTest.keyClick(where, Qt.Key.Key_V, CONTROL)
    wait_until_idle(window, qtbot)


def undo(window: Window, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Z) -> None:
    """Press Ctrl+Z where the keyboard is."""
    QTest.keyClick(window.focusWidget(), key, CONTROL)
    wait_until_idle(window, qtbot)


def test_seats_are_pasted_as_one_step_and_an_unknown_city_waits_to_be_decided(opened: Window, qtbot: QtBot) -> None:
    grid = seats_of(opened, "Comisión Directiva", qtbot)
    grid.adding.click()
    paste(opened, SEATS, grid.rows[0].first.input(), qtbot)
    assert [(known, role) for known, role, _ in shown(grid)] == [(True, "chair"), (False, "alternate"), (True, None)]
    assert shown(grid)[1][2] == "Montevideu"
    assert grid.pasted.text().splitlines()[:2] == [
        "Se pegaron 3 filas.",
        "fila 3, columna A: «Montevideu» no figura en el archivo.",
    ]
    assert "fila 4, columna B: «Presidente honorario» no es ninguna de las opciones." in grid.pasted.text()
    assert "Montevideu" in grid.rows[1].fault.text()
    assert opened.focusWidget() is grid.rows[1].first.input()
    assert grid.pasted.visibleRegion().boundingRect() == grid.pasted.rect(), "what is said of them is in sight"
    undo(opened, qtbot)
    assert shown(grid) == [(False, None, "")]
    undo(opened, qtbot, Qt.Key.Key_Y)
    assert len(grid.rows) == 3
    assert grid.rows[0].editors["starts"].value() is not None


def test_contacts_are_pasted_with_their_kinds_and_saved(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    key = next(hit.id for hit in workspace.references.choose("person", "Ana Prueba"))
    frame_of(opened).show_record("person", key)
    wait_until_idle(opened, qtbot)
    edit_shown(opened)
    grid = pane_of(opened).form.parts["contact_points"]
    paste(opened, "ana@ejemplo.org\tPersonal\n+54 341 480-2222\tDespacho\n", grid.adding, qtbot)
    save(opened, qtbot)
    record = read_record(workspace.store, "person", key)
    assert record is not None
    points = [(row.values["kind"], row.values["value"], row.values["label"]) for row in record.parts["contact_points"]]
    assert points == [("email", "ana@ejemplo.org", "Personal"), ("phone", "+543414802222", "Despacho")]


def test_one_text_is_pasted_as_always(opened: Window, qtbot: QtBot) -> None:
    grid = seats_of(opened, "Comisión Directiva", qtbot)
    grid.adding.click()
    line = grid.rows[0].first.input()
    paste(opened, "Canelones", line, qtbot)
    assert len(grid.rows) == 1
    assert shown(grid)[0][2].startswith("Canelones")
    assert grid.pasted.isHidden()


def test_the_tables_of_a_meeting_paste_by_their_menus(meeting: Meeting, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    assert "[Pegar]" in lines_of(right_click(meeting.agenda.table, 0))
    QGuiApplication.clipboard().setText("Bienvenida\nBalance")
    for row in (0, BELOW):
        choose(right_click(meeting.agenda.table, row), "Pegar")
        wait_until_idle(meeting.window, qtbot)
    assert [line[2] for line in lines(meeting.agenda)][3:] == ["Bienvenida", "Balance"] * 2
    QGuiApplication.clipboard().setText("Rosario")
    roll = meeting.attendance
    choose(right_click(roll.roll, BELOW), "Pegar")
    wait_until_idle(meeting.window, qtbot)
    assert [line.name.split(" · ")[0] for group in roll.groups for line in group.lines] == ["Rosario"]
    assert "Pegar" in lines_of(right_click(roll.roll, BELOW))


def test_an_agenda_is_pasted_and_taken_back_as_one(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    text = "1\tBienvenida\t10\tAna Prueba Ejemplo\n2\tBalance\tmedia hora\tLucía Nadie\n"
    paste(meeting.window, text, agenda.table, qtbot)
    assert [(line[2], line[3], line[4]) for line in lines(agenda)][3:] == [
        ("Bienvenida", "10", "Ana Prueba Ejemplo"),
        ("Balance", "", "Lucía Nadie"),
    ]
    said = agenda.pasting.note.text().splitlines()
    assert said[0] == "Se pegaron 2 filas."
    assert [line.split(":")[0] for line in said[1:]] == ["fila 2, columna C", "fila 2, columna D"]
    assert news_of(meeting.window) == "Se pegaron 2 filas."
    assert agenda.table.current_key() == agenda.rows()[3].id
    last = agenda.rows()[-1]
    assert last.values["description"] == "Duración (min): media hora"
    assert not agenda.pasting.note.isHidden()
    undo(meeting.window, qtbot)
    assert len(lines(agenda)) == 3
    assert agenda.pasting.note.isHidden(), "what was taken back was not pasted"


def test_rows_pasted_where_one_of_them_is_written_are_rows(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    before = [line[2] for line in lines(agenda)]
    for name in ("name", "duration", "presenter"):
        agenda.table.select(agenda.rows()[0].id)
        paste(meeting.window, "Bienvenida\t10\nBalance\t20\n", agenda.saver.boxes[name].editor.input(), qtbot)
        assert [(line[2], line[3]) for line in lines(agenda)][-2:] == [("Bienvenida", "10"), ("Balance", "20")]
    assert [line[2] for line in lines(agenda)] == [*before, *["Bienvenida", "Balance"] * 3]
    panel = meeting.attendance
    paste(meeting.window, ROLL, panel.roll, qtbot)
    panel.roll.select(panel.groups[0].lines[0].record.id)
    text = "Ciudad\tAsistencia\nRosario\tAusente\nCórdoba\tPresente\n"
    paste(meeting.window, text, panel.saver.boxes["notes"].editor.input(), qtbot)
    states = {line.name.split(" · ")[0]: line.state for group in panel.groups for line in group.lines}
    assert (states["Rosario"], states["Córdoba"]) == ("absent", "present")


def test_a_roll_is_marked_and_completed_by_what_is_pasted(meeting: Meeting, qtbot: QtBot) -> None:
    panel = meeting.attendance
    panel.convoke()
    wait_until_idle(meeting.window, qtbot)
    paste(meeting.window, ROLL, panel.roll, qtbot)
    roll = [line for group in panel.groups for line in group.lines]
    assert len(roll) == 4
    found = {line.name.split(" · ")[0]: line for line in roll}
    assert {name: line.state for name, line in found.items()} == {
        "Rosario": "present",
        "Canelones": "convened",
        "Montevideo": "convened",
        "Córdoba": "absent",
    }
    assert found["Canelones"].record.values["notes"] == "llamar\nAsistencia: vino tarde"
    said = panel.pasting.note.text()
    assert said.startswith("Se pegaron 3 filas.")
    assert "fila 5, columna A: «Atlántida» no figura en el archivo." in said
    assert "1 fila no se pegó." in said
    undo(meeting.window, qtbot)
    states = [line.state for group in panel.groups for line in group.lines]
    assert states == ["convened"] * 3


def people_on(meeting: Meeting) -> list[tuple[str, str, str]]:
    """Return the roll: each delegation, who attends, and its state."""
    return [(line.name, line.person, line.state) for group in meeting.attendance.groups for line in group.lines]


def test_each_person_of_a_city_is_on_the_roll_and_a_city_that_is_named_twice_once(
    meeting: Meeting, qtbot: QtBot
) -> None:
    panel = meeting.attendance
    panel.convoke()
    wait_until_idle(meeting.window, qtbot)
    both = "Ciudad\tPersona\nRosario\tAna Prueba Ejemplo\nRosario\tBruno Ficticio\n"
    paste(meeting.window, both, panel.roll, qtbot)
    roll = [line for line in people_on(meeting) if line[0].startswith("Rosario")]
    assert [person for _, person, _ in roll] == ["Ana Prueba Ejemplo", "Bruno Ficticio"]
    later = "Ciudad\tPersona\tAsistencia\nRosario\tBruno Ficticio\tAusente\n"
    paste(meeting.window, later, panel.roll, qtbot)
    roll = [line for line in people_on(meeting) if line[0].startswith("Rosario")]
    assert [line[1:] for line in roll] == [("Ana Prueba Ejemplo", "convened"), ("Bruno Ficticio", "absent")]
    twice = "Ciudad\tAsistencia\tNotas\nCórdoba\tPresente\tuna\nCórdoba\tAusente\totra\n"
    paste(meeting.window, twice, panel.roll, qtbot)
    assert [state for name, _, state in people_on(meeting) if name.startswith("Córdoba")] == ["absent"]
    [cordoba] = [line for group in panel.groups for line in group.lines if line.name.startswith("Córdoba")]
    assert cordoba.record.values["notes"] == "una\notra"


def test_what_a_new_city_proposes_gives_way_to_what_is_pasted(opened: Window, qtbot: QtBot) -> None:
    frame_of(opened).begin_record("municipality", {"short_name": "Azul", "country": "AR"})
    wait_until_idle(opened, qtbot)
    grid = pane_of(opened).form.parts["memberships"]
    assert [row.editors["state"].value() for row in grid.rows] == ["member"]
    paste(opened, "Postulante\t2001\nMiembro\t2003", grid.adding, qtbot)
    assert [row.editors["state"].value() for row in grid.rows] == ["applicant", "member"]
    undo(opened, qtbot)
    assert [row.editors["state"].value() for row in grid.rows] == ["member"]
    assert not grid.edited
