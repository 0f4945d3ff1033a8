"""What stands above a record offers what can still be done with it."""

from pytestqt.qtbot import QtBot

from app.words.fields import RecordKey
from tests.make import TODAY, add
from tests.ui.seeing import frame_of, open_record, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.look.plain import PushButton

SAID = "Marcar como cumplido…"


def test_what_is_met_is_not_offered_to_be_ticked_on_its_page(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    open_record(opened, "Canelones", qtbot)
    of = RecordKey("municipality", pane_of(opened).id or "")
    key = add(store, "commitment", text="Mandar las fichas", record=of, due_on=TODAY, state="met", met_on=TODAY)
    frame_of(opened).show_record("commitment", key)
    wait_until_idle(opened, qtbot)
    (button,) = (each for each in pane_of(opened).findChildren(PushButton) if each.accessibleName() == SAID)
    assert button.isHidden()
    assert not opened.commands["fulfil"].isEnabled()
    pane_of(opened).edit()
    pane_of(opened).form.boxes["state"].fill("open")
    pane_of(opened).form.boxes["met_on"].fill(None)
    press(opened, "save_record", qtbot)
    wait_until_idle(opened, qtbot)
    assert not button.isHidden()
    assert opened.commands["fulfil"].isEnabled()
