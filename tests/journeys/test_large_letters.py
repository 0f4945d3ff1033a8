"""With large letters a meeting can be worked in, on a small screen."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids
from tests.ui.seeing import frame_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import Label
from ui.look.scroll import UpAndDown
from ui.meetings.agenda import AgendaPanel
from ui.meetings.pane import MeetingPane

large = pytest.mark.parametrize("look", [("es", 200)], ids=["es at 200 %"], indirect=True)
LINES = 3
"""Lines of a list that are seen at once."""


def overlaps(panel: QWidget) -> list[tuple[str, str]]:
    """Return the buttons and labels above the list of which one stands on the other."""
    found: list[QPushButton | Label] = [*panel.findChildren(QPushButton), *panel.findChildren(Label)]
    shown = [each for each in found if each.isVisible()]
    places = {each: QRect(each.mapTo(panel, QPoint()), each.size()) for each in shown}
    both = combinations(places, 2)
    return [(one.text(), other.text()) for one, other in both if places[one].intersects(places[other])]


def names_step_back(look: Window, qtbot: QtBot) -> None:
    """Fail unless the names of the rooms step back where the room has no width, and what was chosen stays."""
    rail = frame_of(look).rail
    wide, narrow = (1366, 768), (1024, 700)

    def is_folded(size: tuple[int, int]) -> bool:
        look.resize(*size)
        wait_until_idle(look, qtbot)
        return rail.width() < look.width() / 8

    def is_kept_folded() -> bool:
        return look.preferences.settings.rail_collapsed

    assert [is_folded(size) for size in (wide, narrow, wide)] == [False, True, False]
    assert is_folded(narrow)
    assert not is_kept_folded()
    look.collapse_rail()
    assert not is_folded(narrow), "who wants the names has them"
    assert not is_kept_folded()
    assert [is_folded(size) for size in (wide, narrow)] == [False, True]
    is_folded(wide)
    look.collapse_rail()
    assert is_kept_folded()
    assert [is_folded(size) for size in (narrow, wide)] == [True, True]


@large
def test_the_parts_of_a_meeting_have_their_height_and_are_scrolled_and_the_rail_steps_back(
    look: Window, qtbot: QtBot
) -> None:
    meeting = list_ids(workspace_of(look).store, Query("meeting"))[0]
    workspace_of(look).record_wanted.emit("meeting", meeting)
    wait_until_idle(look, qtbot)
    pane = pane_of(look)
    assert isinstance(pane, MeetingPane)
    agenda = pane.panels["agenda"]
    assert isinstance(agenda, AgendaPanel)
    for name, table in (("attendance", pane.attendance.roll), ("agenda", agenda.table)):
        pane.show_tab(name)
        wait_until_idle(look, qtbot)
        panel = pane.panels[name]
        assert table.viewport().height() >= LINES * table.fontMetrics().height(), name
        assert overlaps(panel) == [], name
        area = pane.stack.currentWidget()
        assert isinstance(area, UpAndDown)
        assert area.verticalScrollBar().maximum() > 0, name
    look.show_room("inicio")
    names_step_back(look, qtbot)


@pytest.mark.parametrize(
    ("look", "size", "rows"),
    [(("pt", 100), (1024, 700), 6), (("es", 150), (1280, 720), 3)],
    ids=["pt at 1024 x 700", "es at 150 %"],
    indirect=["look"],
)
def test_a_roll_beside_its_list_shows_rows_on_a_small_screen(
    look: Window, size: tuple[int, int], rows: int, qtbot: QtBot
) -> None:
    look.resize(*size)
    meeting = list_ids(workspace_of(look).store, Query("meeting"))[0]
    workspace_of(look).record_wanted.emit("meeting", meeting)
    wait_until_idle(look, qtbot)
    pane = pane_of(look)
    assert isinstance(pane, MeetingPane)
    pane.show_tab("attendance")
    wait_until_idle(look, qtbot)
    roll = pane.attendance.roll
    assert roll.rows.rowCount()
    row = roll.visualRect(roll.rows.index(0, 0, roll.rows.index(0, 0))).height()
    assert roll.viewport().visibleRegion().boundingRect().height() >= rows * row
    assert overlaps(pane.attendance) == []
