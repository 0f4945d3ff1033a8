"""What a tab of a meeting holds is printed from it, as it is written there."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.rendering.outline import as_text
from tests.ui.meetings.meeting import Meeting
from tests.ui.menus import lines_of, press_menu_key, right_click_on
from tests.ui.waiting import press, wait_until_idle
from ui.meetings.papers import printing_button
from ui.paper.report_dialog import ReportDialog

PAPERS = {
    "agenda": "Orden del día",
    "attendance": "Convocatoria y asistencia",
    "resolutions": "Resoluciones",
    "follow_up": "Seguimiento de resoluciones",
}


def _shown(meeting: Meeting, qtbot: QtBot) -> str:
    """Return what the paper that is shown says, and close it."""
    dialog = next(each for each in meeting.window.findChildren(ReportDialog) if each.isVisible())
    wait_until_idle(dialog, qtbot)
    assert dialog.made is not None
    said = as_text(dialog.made.document)
    dialog.reject()
    return said


def _each_tab_is_printed_from_it_through_the_preview_and_by_its_menu(meeting: Meeting, qtbot: QtBot) -> None:
    for tab, title in PAPERS.items():
        panel = meeting.panel(tab)
        seen: QWidget | None = getattr(panel, "table", None) or getattr(panel, "roll", None)
        menu = press_menu_key(seen) if seen is not None else right_click_on(panel)
        assert "Imprimir…" in lines_of(menu), tab
        button = panel.printing  # type: ignore[attr-defined]  # each of these tabs has one
        assert button.isVisible(), tab
        assert button.accessibleName() == "Imprimir…", tab
        button.click()
        said = _shown(meeting, qtbot)
        assert said.startswith(f"# {title}\n"), tab
        assert "Segunda reunión" in said, tab


def _what_is_being_written_is_on_the_paper(meeting: Meeting, qtbot: QtBot) -> None:
    agenda = meeting.agenda
    agenda.show_part(agenda.rows()[0].id)
    QTest.keyClicks(agenda.saver.boxes["name"].editor.input(), "Bienvenida")
    agenda.printing.click()
    assert "Bienvenida |" in _shown(meeting, qtbot)


def _without_a_meeting_nothing_is_shown(meeting: Meeting) -> None:
    panel = meeting.agenda
    panel.owner = None
    printing_button(panel, "agenda").click()
    assert not [each for each in meeting.window.findChildren(ReportDialog) if each.isVisible()]


def _ctrl_p_prints_the_tab_that_is_seen_and_the_list_from_the_first(meeting: Meeting, qtbot: QtBot) -> None:
    meeting.panel("attendance")
    press(meeting.window, "print", qtbot)
    assert PAPERS["attendance"] in _shown(meeting, qtbot)
    meeting.pane.show_tab("form")
    press(meeting.window, "print", qtbot)
    assert "Reuniones" in _shown(meeting, qtbot).splitlines()[0]


def test_the_tabs_of_a_meeting_are_printed(meeting: Meeting, qtbot: QtBot) -> None:
    _each_tab_is_printed_from_it_through_the_preview_and_by_its_menu(meeting, qtbot)
    _ctrl_p_prints_the_tab_that_is_seen_and_the_list_from_the_first(meeting, qtbot)
    _what_is_being_written_is_on_the_paper(meeting, qtbot)
    _without_a_meeting_nothing_is_shown(meeting)
