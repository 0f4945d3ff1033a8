"""With large letters a record still says what it is, and what can be done with it."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from tests.ui.seeing import frame_of, list_of, pane_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.meetings.follow_up import FollowUpPanel
from ui.meetings.pane import MeetingPane
from ui.today.page import TodayPage

NAME = "Tercera reunión de la Comisión Directiva (ejemplo)"

large = pytest.mark.parametrize("look", [("pt", 150), ("pt", 200)], ids=["pt at 150 %", "pt at 200 %"], indirect=True)


def show_meeting(window: Window, qtbot: QtBot) -> MeetingPane:
    found = list_ids(workspace_of(window).store, Query("meeting", filters=(Filter("name", Operator.EQUALS, NAME),)))
    frame_of(window).show_record("meeting", found[0])
    wait_until_idle(window, qtbot)
    pane = pane_of(window)
    assert isinstance(pane, MeetingPane)
    return pane


@large
def test_a_meeting_is_called_and_worked_in_as_always(look: Window, qtbot: QtBot) -> None:
    pane = show_meeting(look, qtbot)
    said = " ".join(line.strip() for line in pane.heading.shown(pane.heading.width()))
    assert said.startswith("Tercera reunión de la Comisión")
    assert (pane.edit_button.accessibleName(), pane.dossier_button.accessibleName()) == ("Editar", "Dossiê…")
    assert pane.edit_button.toolTip() == "Editar (F2)"

    pane.show_tab("follow_up")
    wait_until_idle(look, qtbot)
    panel = pane.panels["follow_up"]
    assert isinstance(panel, FollowUpPanel)
    assert panel.cards
    room = panel.area.viewport().width()
    beyond = [card for card in panel.cards if card.mapTo(panel.area, QPoint(card.width(), 0)).x() > room]
    assert beyond == [], "a resolution that is carried forward stands within its page"


@pytest.mark.parametrize("look", [("es", 100)], ids=["es"], indirect=True)
def test_a_record_has_the_width_that_it_had_before_the_letters_grew(look: Window, qtbot: QtBot) -> None:
    look.show_room("contactos")
    wait_until_idle(look, qtbot)
    room_of(look).show_record("person", list_of(look).table.rows.ids[0])
    for wide in (False, True):
        pane_of(look).set_wide(wide=wide)
        wait_until_idle(look, qtbot)
        for step, alone in ((100, True), (-100, wide)):
            look.grow_text(step)
            wait_until_idle(look, qtbot)
            assert room_of(look).splitter.is_alone == alone, (wide, step)
        assert pane_of(look).wide_button.isVisible(), wide


@pytest.mark.parametrize("look", [("es", 200)], ids=["es at 200 %"], indirect=True)
def test_the_map_stands_below_where_it_has_no_room_beside(look: Window, qtbot: QtBot) -> None:
    look.show_room("inicio")
    wait_until_idle(look, qtbot)
    page = frame_of(look).page
    assert isinstance(page, TodayPage)
    assert page.map is not None
    lowest = max(line.mapTo(page, QPoint(0, line.height())).y() for line in page.lines.values())
    assert page.map.isVisible()
    assert page.map.mapTo(page, QPoint()).y() > lowest
    assert page.map.height() > look.fontMetrics().lineSpacing() * 8
    assert page.map.mapTo(page, QPoint(page.map.width(), 0)).x() <= page.width()
    look.grow_text(-100)
    wait_until_idle(look, qtbot)
    page = frame_of(look).page
    assert isinstance(page, TodayPage)
    assert page.map is not None
    furthest = max(line.mapTo(page, QPoint(line.width(), 0)).x() for line in page.lines.values())
    assert page.map.mapTo(page, QPoint()).x() > furthest
