"""The agenda is exported as a calendar: of the month, of the list, of what is selected, of one record."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.make import add
from tests.ui.menus import lines_of, right_click
from tests.ui.seeing import frame_of, list_of, news_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.agenda.export import CalendarDialog
from ui.frame.window import Window
from ui.room.tabs import TabbedRoom

DAY = date(2026, 11, 24)


@pytest.fixture
def agenda(opened: Window, qtbot: QtBot) -> Window:
    """Show the room of the agenda with three activities, one of them without a day."""
    store = workspace_of(opened).store
    for name, day in (("Feria", DAY), ("Taller", date(2027, 2, 1)), ("Curso", None)):
        add(store, "activity", name=name, starts_on=day)
    frame_of(opened).show_room("agenda")
    wait_until_idle(opened, qtbot)
    return opened


def exported(window: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at: int = 0) -> list[str]:
    """Export what the choice `at` offers; give the names of the events."""
    path = folder / "agenda.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(window, "export_calendar", qtbot)
    dialog = next(each for each in window.findChildren(CalendarDialog) if each.isVisible())
    dialog.extent.buttons()[at].setChecked(True)
    dialog.accept()
    wait_until_idle(window, qtbot)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.partition(":")[2] for line in lines if line.startswith("SUMMARY")]


def turn_to_list(window: Window, qtbot: QtBot) -> None:
    page = frame_of(window).page
    assert isinstance(page, TabbedRoom)
    page.tabs.setCurrentIndex(1)
    wait_until_idle(window, qtbot)


def test_the_month_and_the_whole_agenda(
    agenda: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert exported(agenda, tmp_path, qtbot, monkeypatch) == ["Feria"]
    assert exported(agenda, tmp_path, qtbot, monkeypatch, at=1) == ["Feria", "Taller"]
    assert "Se guardó agenda.ics. Sin fecha no van al calendario: Curso." in news_of(agenda)


def test_what_is_selected_and_one_record(
    agenda: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to_list(agenda, qtbot)
    table = list_of(agenda).table
    assert exported(agenda, tmp_path, qtbot, monkeypatch) == ["Feria", "Taller"]
    table.select_id(table.rows.ids[0])
    wait_until_idle(agenda, qtbot)
    assert exported(agenda, tmp_path, qtbot, monkeypatch) == ["Taller"]
    assert "Exportar calendario (.ics)…" in lines_of(right_click(table, 0))
