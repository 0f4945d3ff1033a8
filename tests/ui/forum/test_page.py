"""The page of the forums: each line leads to its record or its list, and a new file says how it begins."""

import pytest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, save_record
from tests.app.forum.made import Forum, make_forum
from tests.ui.seeing import frame_of, list_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.forum.page import ForumPage
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.paper.report_dialog import ReportDialog
from ui.room.tabs import TabbedRoom


def shown(window: Window, qtbot: QtBot) -> ForumPage:
    """Show the page of the room."""
    frame_of(window).show_room("fccr")
    wait_until_idle(window, qtbot)
    room = frame_of(window).page
    assert isinstance(room, TabbedRoom)
    page = room.room
    assert isinstance(page, ForumPage)
    return page


@pytest.fixture
def forum(opened: Window) -> Forum:
    """Return a small forum in the open file."""
    return make_forum(workspace_of(opened).store)


def test_lines_lead_to_records_and_counts_to_lists(opened: Window, forum: Forum, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    links = {link.said: link for rows in page.parts.values() for row in rows for link in row.links}
    links["1 norma con la cita sin comprobar"].click()
    wait_until_idle(opened, qtbot)
    assert [chip.text.text() for chip in list_of(opened).filters.chips] == ["Comprobada el: sin dato"]
    assert len(list_of(opened).table.rows.ids) == 1
    press(opened, "back", qtbot)
    wait_until_idle(opened, qtbot)
    page = shown(opened, qtbot)
    links = {link.said: link for rows in page.parts.values() for row in rows for link in row.links}
    links["IX Coordinadores"].click()
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "reuniones"
    assert pane_of(opened).id == forum["inner"]


def test_it_is_read_again_when_what_it_shows_changes(opened: Window, forum: Forum, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    store = workspace_of(opened).store
    saved = save_record(store, Draft("recommendation", forum["going"], {"name": "Compras de frontera"}))
    workspace_of(opened).apply(saved.changes)
    wait_until_idle(opened, qtbot)
    assert page.parts["recommendations"][0].links[0].said == "Compras de frontera"


def test_a_file_without_a_forum_offers_to_begin_one(opened: Window, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    buttons = {each.text(): each for each in page.findChildren(PushButton)}
    buttons["Foro nuevo"].click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).form.value("kind") == "forum"


def test_it_is_printed_by_its_report(opened: Window, forum: Forum, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.printing.click()
    wait_until_idle(opened, qtbot)
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.report.name == "fccr"
    dialog.close()
