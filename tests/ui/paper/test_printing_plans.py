"""The plan of work is printed from its tabs with the parts that they show, and its actions as any list is."""

from collections.abc import Mapping
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.rendering.outline import as_text
from tests.make import add
from tests.ui.paper.showing import Open, wait
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.report_dialog import ReportDialog
from ui.room.tabs import TabbedRoom

SHEETS: Mapping[str, str] = {"board": "Líneas", "actions": "Acciones", "calendar": "Calendario"}


@pytest.fixture
def planned(opened: Window) -> str:
    """Write a plan for a period that runs, and give the key of that."""
    store = workspace_of(opened).store
    period = add(store, "period", name="2026-2027")
    line = add(store, "plan_line", number="1", name="Redes", period_id=period)
    add(store, "plan_line", number="8", name="Punto que falta", vacant=True, period_id=period)
    add(store, "plan_action", line_id=line, name="Boletín", due_on=date(2026, 12, 31))
    return period


def printed_by_ctrl_p(window: Window, tab: str, qtbot: QtBot) -> ReportDialog:
    """Show a tab of the room of the plan, print, and return the dialog with its pages."""
    window.show_room("plan")
    page = frame_of(window).page
    assert isinstance(page, TabbedRoom)
    page.tabs.setCurrentIndex([each.name for each in page.offered].index(tab))
    press(window, "print", qtbot)
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    wait(dialog, qtbot)
    return dialog


@pytest.mark.parametrize(("tab", "parts"), [("board", {"board", "actions"}), ("calendar", {"calendar"})])
def test_a_tab_is_printed_with_what_it_shows_and_the_rest_can_be_added(
    opened: Window, planned: str, qtbot: QtBot, tab: str, parts: set[str]
) -> None:
    dialog = printed_by_ctrl_p(opened, tab, qtbot)
    assert {name for name, part in dialog.options.parts.items() if part.isChecked()} == parts
    assert dialog.options.boxes["record_id"].editor.value() == planned
    assert dialog.made is not None
    assert [section.sheet for section in dialog.made.document.sections] == [
        SHEETS[name] for name in SHEETS if name in parts
    ]
    for part in dialog.options.parts.values():
        part.setChecked(True)
    dialog.make()
    wait(dialog, qtbot)
    assert [section.sheet for section in dialog.made.document.sections] == list(SHEETS.values())
    dialog.reject()


def test_the_plan_of_no_period_is_printed_too(opened: Window, show: Open, qtbot: QtBot) -> None:
    add(workspace_of(opened).store, "plan_line", number="99", name="Sin gestión")
    dialog = show("plan", record_id=None, parts=frozenset({"board"}))
    assert wait(dialog, qtbot) == 1
    assert dialog.made is not None
    assert dialog.made.document.title == "Plan de trabajo"


def test_the_list_of_actions_is_printed_as_it_is_seen(opened: Window, planned: str, qtbot: QtBot) -> None:
    dialog = printed_by_ctrl_p(opened, "plan_action", qtbot)
    assert dialog.made is not None
    lines = as_text(dialog.made.document).splitlines()
    assert lines[0] == "# Acciones del plan"
    assert [line for line in lines if "Boletín" in line and "1 · Redes" in line and "31/12/2026" in line]
    dialog.reject()


def test_a_period_without_a_plan_has_nothing_to_print(opened: Window, qtbot: QtBot) -> None:
    add(workspace_of(opened).store, "period", name="2026-2027")
    opened.show_room("plan")
    wait_until_idle(opened, qtbot)
    assert not opened.commands["print"].isEnabled()
