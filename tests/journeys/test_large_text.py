"""With large letters a record still says what it is, and what can be done with it."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from tests.ui.seeing import frame_of, pane_of, workspace_of
from tests.ui.walking import settle
from ui.frame.window import Window
from ui.meetings.follow_up import FollowUpPanel
from ui.meetings.pane import MeetingPane

NAME = "Tercera reunión de la Comisión Directiva (ejemplo)"

large = pytest.mark.parametrize("look", [("pt", 150), ("pt", 200)], ids=["pt at 150 %", "pt at 200 %"], indirect=True)


def show_meeting(window: Window, qtbot: QtBot) -> MeetingPane:
    found = list_ids(workspace_of(window).store, Query("meeting", filters=(Filter("name", Operator.EQUALS, NAME),)))
    frame_of(window).show_record("meeting", found[0])
    settle(window, qtbot)
    pane = pane_of(window)
    assert isinstance(pane, MeetingPane)
    return pane


@large
def test_the_title_of_a_meeting_is_read_and_its_buttons_keep_their_names(look: Window, qtbot: QtBot) -> None:
    pane = show_meeting(look, qtbot)
    said = " ".join(line.strip() for line in pane.heading.shown(pane.heading.width()))
    assert said.startswith("Tercera reunión de la Comisión")
    assert (pane.edit_button.accessibleName(), pane.dossier_button.accessibleName()) == ("Editar", "Dossiê…")
    assert pane.edit_button.toolTip() == "Editar (F2)"


@large
def test_a_resolution_that_is_carried_forward_stands_within_its_page(look: Window, qtbot: QtBot) -> None:
    pane = show_meeting(look, qtbot)
    pane.show_tab("follow_up")
    settle(look, qtbot)
    panel = pane.panels["follow_up"]
    assert isinstance(panel, FollowUpPanel)
    assert panel.cards
    room = panel.area.viewport().width()
    assert [card for card in panel.cards if card.mapTo(panel.area, QPoint(card.width(), 0)).x() > room] == []
