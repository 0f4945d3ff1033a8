"""A page of one term: the one that runs at first, then the one that was chosen, for as long as it is there."""

from pytestqt.qtbot import QtBot

from app.records.editing import Draft, delete_records, save_record
from db.values import PartialDate
from tests.make import add
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.conditions import Condition
from ui.room.tabs import TabbedRoom
from ui.units.overview import OverviewPage


def test_the_term_that_was_chosen_stays_until_it_is_gone(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    first = add(store, "period", name="2026-2027", starts=PartialDate(2026, 7))
    other = add(store, "period", name="2020-2021", starts=PartialDate(2020), ends=PartialDate(2021))
    frame_of(opened).show_room("unidades")
    wait_until_idle(opened, qtbot)
    room = frame_of(opened).page
    assert isinstance(room, TabbedRoom)
    page = room.room
    assert isinstance(page, OverviewPage)
    assert (page.chooser.term.period_id if page.chooser.term else None) == first
    assert page.conditions() == frozenset()
    assert not page.printing.isEnabled()
    page.chooser.box.setCurrentIndex(1)
    page.chooser.box.activated.emit(1)
    unit = Draft("body", None, {"name": "Unidad de Cultura", "kind": "thematic_unit"})
    workspace_of(opened).write(lambda: save_record(store, unit).changes)
    wait_until_idle(opened, qtbot)
    assert (page.chooser.term.period_id if page.chooser.term else None) == other
    assert page.conditions() == frozenset({Condition.LIST})
    assert page.printing.isEnabled()
    workspace_of(opened).write(lambda: delete_records(store, "period", [other]))
    wait_until_idle(opened, qtbot)
    assert (page.chooser.term.period_id if page.chooser.term else None) == first
