"""What is owed is ticked beside its row on the page of another record."""

from pytestqt.qtbot import QtBot

from app.records.reading import list_rows
from app.words.fields import RecordKey
from tests.make import TODAY, add
from tests.ui.seeing import open_record, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import ToolButton
from ui.room.fulfil_dialog import FulfilDialog

SAID = "Marcar como cumplido…"


def ticks(window: Window) -> list[ToolButton]:
    found = pane_of(window).page.findChildren(ToolButton)
    return [each for each in found if each.accessibleName() == SAID and each.isVisible()]


def test_a_commitment_is_ticked_in_its_row_and_then_no_more(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    open_record(opened, "Canelones", qtbot)
    city = pane_of(opened).id or ""
    of = RecordKey("municipality", city)
    key = add(store, "commitment", text="Mandar las fichas", record=of, due_on=TODAY)
    met = add(store, "commitment", text="Mandar el mapa", record=of, due_on=TODAY, state="met", met_on=TODAY)
    pane_of(opened).page.show_record(city)
    wait_until_idle(opened, qtbot)
    (tick,) = ticks(opened)
    assert tick.accessibleDescription() == "Mandar las fichas"
    tick.click()
    (dialog,) = (each for each in opened.findChildren(FulfilDialog) if each.isVisible())
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert list_rows(store, "commitment", ("state", "met_on"), [key, met]) == [("met", TODAY)] * 2
    assert ticks(opened) == []
