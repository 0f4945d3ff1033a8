"""Steps on the page of a record: begun from the stages of its route, and ticked one after another."""

from pytestqt.qtbot import QtBot

from app.records.catalog import Order, Query
from app.records.editing import Draft, save_record
from app.records.fulfilling import left_to_do
from app.records.hints.project import PRESENTING
from app.records.reading import list_ids, list_rows
from app.words.fields import RecordKey
from tests.make import TODAY, add
from tests.ui.seeing import news_of, open_record, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.reading.step_dialog import StepDialog
from ui.room.fulfil_dialog import FulfilDialog


def button(window: Window, text: str) -> PushButton:
    page = pane_of(window).page
    section = next(each for each in page.sections if each.name == "step.record")
    return next(each for each in section.findChildren(PushButton) if each.text() == text)


def steps(window: Window) -> list[tuple[object, ...]]:
    store = workspace_of(window).store
    keys = list_ids(store, Query("step", order=(Order("order"),)))
    return list_rows(store, "step", ("name", "state", "done_on"), keys)


def test_the_steps_of_a_city_are_begun_and_ticked_on_its_page(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    for name in ("Nota de solicitud", "Ficha de ingreso"):
        add(store, "stage", route="admission", name=name)
    open_record(opened, "Canelones", qtbot)
    wait_until_idle(opened, qtbot)
    button(opened, "Empezar los pasos").click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "Se empezaron los pasos de «Canelones»."
    button(opened, "Hecho hoy: Nota de solicitud").click()
    wait_until_idle(opened, qtbot)
    assert steps(opened) == [("Nota de solicitud", "done", TODAY), ("Ficha de ingreso", "planned", None)]
    button(opened, "Hecho hoy: Ficha de ingreso").click()
    wait_until_idle(opened, qtbot)
    assert [state for _, state, _ in steps(opened)] == ["done", "done"]


def test_a_step_of_a_project_asks_for_the_state_that_follows(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    stage = save_record(workspace.store, Draft("stage", PRESENTING, {"route": "project", "name": "Presentación"})).id
    project = add(workspace.store, "project", name="Riego", state="drafted")
    add(workspace.store, "step", record=RecordKey("project", project), name="Presentación", stage_id=stage)
    workspace.record_wanted.emit("project", project)
    wait_until_idle(opened, qtbot)
    button(opened, "Hecho hoy: Presentación").click()
    wait_until_idle(opened, qtbot)
    dialog = opened.findChild(StepDialog)
    assert dialog is not None
    assert steps(opened) == [("Presentación", "planned", None)], "nothing is done silently"
    assert dialog.following.states.currentText() == "Presentado"
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert steps(opened) == [("Presentación", "done", TODAY)]
    assert list_rows(workspace.store, "project", ("state",), [project]) == [("presented",)]


def test_one_step_of_a_project_that_is_marked_as_done_asks_for_it_too(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    store = workspace.store
    stage = save_record(store, Draft("stage", PRESENTING, {"route": "project", "name": "Presentación"})).id
    project = add(store, "project", name="Riego", state="drafted")
    of = RecordKey("project", project)
    one, two = (add(store, "step", record=of, name="Presentación", stage_id=stage) for _ in range(2))
    several = FulfilDialog(workspace, ("step", [one, two]), left_to_do(store, "step", [one, two]), opened)
    assert several.following.of_record() == {}, "of several the page of the project says it"
    several.deleteLater()
    dialog = FulfilDialog(workspace, ("step", [one]), left_to_do(store, "step", [one]), opened)
    dialog.show()
    assert dialog.following.states.isVisible()
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert list_rows(store, "project", ("state",), [project]) == [("presented",)]
