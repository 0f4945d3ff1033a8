"""Agreements are renewed from their list, one with the end that is proposed or another, several by their own months."""

from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_rows
from db.values import PartialDate
from tests.make import add
from tests.ui.seeing import list_of, news_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.agreements.renew_dialog import RenewDialog
from ui.form.editors.editor import Written
from ui.frame.window import Window
from ui.look.plain import Label

ENDS = PartialDate(2026, 12, 17)


def asked(window: Window, qtbot: QtBot) -> RenewDialog:
    press(window, "renew", qtbot)
    wait_until_idle(window, qtbot)
    dialog = window.findChild(RenewDialog)
    assert dialog is not None
    return dialog


def test_one_is_asked_until_when_and_several_are_renewed_by_their_months(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    keys = [add(workspace.store, "agreement", name=name, ends=ENDS, renews_by=12) for name in ("Uno", "Dos")]
    workspace.record_wanted.emit("agreement", keys[0])
    wait_until_idle(opened, qtbot)
    dialog = asked(opened, qtbot)
    assert dialog.form.value("ends") == PartialDate(2027, 12, 17)
    dialog.form.boxes["ends"].editor.write(Written(PartialDate(2025)))
    dialog.accept()
    assert dialog.form.boxes["ends"].fault.text().startswith("No es posterior al vencimiento de ahora (17/12/2026).")
    dialog.form.boxes["ends"].editor.write(Written(PartialDate(2030)))
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert list_rows(workspace.store, "agreement", ("ends",), keys) == [(PartialDate(2030),), (ENDS,)]
    add(workspace.store, "agreement", name="Sin meses", ends=ENDS)
    workspace.show_list(Query("agreement"))
    wait_until_idle(opened, qtbot)
    list_of(opened).table.selectAll()
    wait_until_idle(opened, qtbot)
    dialog = asked(opened, qtbot)
    said = "1 convenio queda como está: no tiene vencimiento o no dice por cuántos meses se renueva."
    assert said in [label.text().split("\n")[-1] for label in dialog.findChildren(Label)]
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert list_rows(workspace.store, "agreement", ("ends",), keys) == [
        (PartialDate(2031),),
        (PartialDate(2027, 12, 17),),
    ]
    assert "Se renovaron 2 convenios." in news_of(opened)


def test_a_project_is_begun_from_its_call(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    call = add(workspace.store, "call", name="Sur", months=12)
    workspace.record_wanted.emit("call", call)
    wait_until_idle(opened, qtbot)
    press(opened, "begin_project", qtbot)
    wait_until_idle(opened, qtbot)
    form = pane_of(opened).form
    assert (form.entity.name, form.value("call_id"), form.value("months")) == ("project", call, 12)
