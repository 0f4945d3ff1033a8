"""An adoption is dropped from its page, and the page offers it no more."""

from pytestqt.qtbot import QtBot

from app.records.reading import list_rows
from db.values import PartialDate
from tests.make import TODAY, add, add_city
from tests.ui.seeing import news_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.experiences.leave_dialog import LeaveDialog
from ui.frame.window import Window
from ui.look.plain import PushButton


def test_an_adoption_is_dropped_on_a_day_for_a_reason(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    practice = add(workspace.store, "experience", name="Huertas")
    city = add_city(workspace.store, "Azul")
    key = add(workspace.store, "adoption", experience_id=practice, municipality_id=city)
    workspace.record_wanted.emit("adoption", key)
    wait_until_idle(opened, qtbot)
    (button,) = (each for each in pane_of(opened).findChildren(PushButton) if each.accessibleName() == "Abandonar…")
    assert not button.isHidden()
    button.click()
    wait_until_idle(opened, qtbot)
    dialog = opened.findChild(LeaveDialog)
    assert dialog is not None
    assert dialog.form.value("dropped_on") == PartialDate.of(TODAY)
    dialog.form.boxes["dropped_on"].fill(None)
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert dialog.form.boxes["dropped_on"].fault.text().startswith("Falta cuándo se dejó.")
    dialog.form.boxes["dropped_on"].fill(PartialDate(2026, 10))
    dialog.form.boxes["dropped_why"].fill("Sin fondos")
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert list_rows(workspace.store, "adoption", ("dropped_on", "dropped_why"), [key]) == [
        (PartialDate(2026, 10), "Sin fondos")
    ]
    assert news_of(opened) == "Se abandonó «Huertas – Azul»."
    assert button.isHidden()
    assert not opened.commands["leave"].isEnabled()
    press(opened, "undo", qtbot)
    wait_until_idle(opened, qtbot)
    assert not button.isHidden()
