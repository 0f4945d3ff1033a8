"""What is dropped on the window begins what it is for, and the place that takes it lights up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.hands import BUTTONS, drag_over, dragged, drop, type_into
from tests.make import copied_store
from tests.ui.meetings.meeting import Meeting, meeting
from tests.ui.seeing import edit_record, open_record, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard
from ui.look.dropping import DropPlace
from ui.meetings.annexes import AnnexesPanel

__all__ = ["meeting"]


def lights(window: Window) -> list[str]:
    """Return the words of the places that are lit up."""
    return [each.light.text.text() for each in window.findChildren(DropPlace) if each.light is not None]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Write a spreadsheet with a city."""
    path = tmp_path / "ciudades.csv"
    path.write_text("Ciudad;País\nAzul;Argentina\n", encoding="utf-8")
    return path


def test_a_spreadsheet_begins_the_import_with_itself(opened: Window, sheet: Path, qtbot: QtBot) -> None:
    drop(opened, dragged(sheet), qtbot)
    wizard = opened.dialog
    assert isinstance(wizard, ImportWizard)
    assert wizard.file.entity == "municipality"
    assert wizard.prepared is not None
    wizard.close()


def test_a_file_of_enlace_is_opened_once_what_is_unsaved_is_settled(
    opened: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "otra"
    folder.mkdir()
    store = copied_store(template, folder)
    other = store.path
    store.close()
    edit_record(opened, "Rosario", qtbot)
    type_into(pane_of(opened).form.boxes["name"].editor.input(), "Otro")
    drop(opened, dragged(other), qtbot)
    dialog = pane_of(opened).dialog
    assert dialog is not None
    dialog.discarding.click()
    wait_until_idle(opened, qtbot)
    assert workspace_of(opened).store.path == other


def test_each_place_lights_up_while_it_is_dragged_over(opened: Window, sheet: Path, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    wait_until_idle(opened, qtbot)
    assert lights(opened) == []
    assert drag_over(opened, dragged(sheet))
    assert lights(opened) == ["Soltar para importar ciudades.csv"]
    QApplication.sendEvent(opened, QDragLeaveEvent())
    assert lights(opened) == []
    page = pane_of(opened).page.viewport()
    assert drag_over(page, dragged(sheet))
    assert lights(opened) == ["Soltar para adjuntar"]
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert lights(opened) == []


@pytest.mark.parametrize("place", ["annexes", "agenda"])
def test_the_annexes_of_a_meeting_and_of_its_items_light_up_and_take_files(
    meeting: Meeting, sheet: Path, place: str, qtbot: QtBot
) -> None:
    agenda = meeting.agenda
    agenda.show_part(agenda.rows()[0].id)
    target = meeting.panel("annexes") if place == "annexes" else meeting.agenda.files
    assert drag_over(target, dragged(sheet))
    assert lights(meeting.window) == ["Soltar para adjuntar"]
    drop(target, dragged(sheet), qtbot)
    assert lights(meeting.window) == []
    annexes = meeting.panel("annexes")
    wait_until_idle(meeting.window, qtbot)
    assert isinstance(annexes, AnnexesPanel)
    [file] = annexes.files
    assert (file.file.name, bool(file.owner)) == ("ciudades.csv", place == "agenda")


def test_what_nothing_is_done_with_is_not_taken(opened: Window, tmp_path: Path, sheet: Path) -> None:
    picture = tmp_path / "foto.png"
    picture.write_bytes(b"")
    for mime in (dragged(picture), dragged(tmp_path), dragged(sheet, picture), QMimeData()):
        assert not drag_over(opened, mime)
    assert lights(opened) == []


def test_a_place_is_dark_again_when_what_it_lit_up_for_is_gone_as_it_is_let_go(
    opened: Window, sheet: Path, qtbot: QtBot
) -> None:
    mime = dragged(sheet)
    assert drag_over(opened, mime)
    sheet.unlink()
    QApplication.sendEvent(opened, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *BUTTONS))
    wait_until_idle(opened, qtbot)
    assert lights(opened) == []
    assert opened.dialog is None


def test_no_spreadsheet_is_taken_while_no_file_is_open(window: Window, sheet: Path) -> None:
    assert not drag_over(window, dragged(sheet))


def test_the_import_takes_another_sheet_and_lights_up(opened: Window, sheet: Path, qtbot: QtBot) -> None:
    opened.commands["import"].trigger()
    wizard = opened.dialog
    assert isinstance(wizard, ImportWizard)
    assert drag_over(wizard.file, dragged(sheet))
    assert lights(opened) == ["Soltar para leer ciudades.csv"]
    drop(wizard.file, dragged(sheet), qtbot)
    assert lights(opened) == []
    assert wizard.prepared is not None
    wizard.close()
