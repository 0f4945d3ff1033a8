"""Line 5 by hand: from an agreement to its project, its partner and money, a step that is late, evidence, and paper."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.plan import show_evidence
from app.records import history
from app.records.catalog import Filter, Operator, Query
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.linked import find_linked
from app.records.reading import list_ids, read_record, search
from app.rendering import render
from app.reports.record_sheet import Options, compose, gather
from app.screens.belonging import SHOWS
from app.words.words import Words
from db.deadline_state import DEADLINES
from db.values import Money, RecordKey
from tests.journeys.hands import begin_record, save, type_into, write
from tests.make import SPANISH, add
from tests.ui.seeing import edit_shown, news_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import PushButton


def input_of(window: Window, part: str, name: str) -> QWidget:
    """Return where a field of the last row of a part is written."""
    return pane_of(window).form.parts[part].rows[-1].editors[name].input()


def test_an_agreement_leads_to_a_project_that_is_followed(opened: Window, tmp_path: Path, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    begin_record(opened, "convenios", qtbot)
    write(opened, "name", "Marco azul")
    agreement = save(opened, qtbot)
    section = next(each for each in pane_of(opened).page.sections if each.name == "project.agreement_id")
    next(each for each in section.findChildren(PushButton) if each.text() == "Agregar").click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).form.value("agreement_id") == agreement
    write(opened, "name", "Huertas azules")
    project = save(opened, qtbot)

    edit_shown(opened)
    parts = pane_of(opened).form.parts
    for part in ("partners", "fundings"):
        parts[part].add()
        wait_until_idle(opened, qtbot)
    type_into(input_of(opened, "partners", "name"), "Cooperativa Costera")
    type_into(input_of(opened, "fundings", "amount"), "USD 50.000")
    parts["fundings"].rows[-1].editors["kind"].set_value("granted")
    save(opened, qtbot)
    saved = read_record(store, "project", project)
    assert saved is not None
    assert [row.values["name"] for row in saved.parts["partners"]] == ["Cooperativa Costera"]
    assert [row.values["amount"] for row in saved.parts["fundings"]] == [Money(50_000_00, "USD")]

    record = RecordKey("project", project)
    step = {"record": record, "name": "Carta aval", "state": "planned"}
    workspace_of(opened).apply(save_record(store, Draft("step", None, step)).changes)
    wait_until_idle(opened, qtbot)
    next(each for each in pane_of(opened).page.findChildren(PushButton) if each.text().startswith("Hecho hoy")).click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened) == "Se hizo el paso «Carta aval»."

    period = add(store, "period", name="2026-2027")
    line = add(store, "plan_line", period_id=period, number="5", name="Convenios")
    show_evidence(store, "project", [project], line_id=line, action_id=None)
    with store.reading() as session:
        assert len(find_linked(session, store, SHOWS, "project", project)) == 1
    late = add(store, "commitment", record=record, text="Rendir cuentas", due_on=store.today().replace(day=1))
    overdue = Query(DEADLINES, filters=(Filter("state", Operator.EQUALS, "overdue"),))
    assert late in list_ids(store, overdue)
    assert [hit.id for hit in search(store, "costera", words=SPANISH)] == [project]
    sheet = compose(gather(store, Options("project", project)), Words("es"))
    assert render(sheet, "pdf", tmp_path / "ficha.pdf", SPANISH).problems == ()
    history.undo(store)
    assert late not in list_ids(store, overdue)
