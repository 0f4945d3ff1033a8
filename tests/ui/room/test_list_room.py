"""What can be done with the records of any list: among it, to show them as evidence of the plan."""

from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, read_record
from db.values import RecordKey
from tests.make import add
from tests.ui.seeing import frame_of, list_of, news_of, open_record, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.agenda.tell_dialog import TellDialog
from ui.frame.window import Window
from ui.paper.report_dialog import ReportDialog
from ui.plan.evidence_dialog import EvidenceDialog


def shown_dialog(window: Window) -> EvidenceDialog:
    return next(each for each in window.findChildren(EvidenceDialog) if each.isVisible())


def test_a_record_is_shown_as_evidence_of_an_action_from_its_list(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    line = add(store, "plan_line", number="4", name="Redes")
    action = add(store, "plan_action", line_id=line, name="Encuentros")
    open_record(opened, "Rosario", qtbot)
    rosario = pane_of(opened).id or ""
    press(opened, "show_evidence", qtbot)
    dialog = shown_dialog(opened)
    dialog.form.fill({"action_id": action}, "Acción")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    [key] = list_ids(store, Query("evidence"))
    record = read_record(store, "evidence", key)
    assert record is not None
    assert (record.values["action_id"], record.values["record"]) == (action, RecordKey("municipality", rosario))
    assert news_of(opened) == "Se vinculó como evidencia de «Encuentros»."


def test_evidence_of_nothing_is_refused_beside_its_field(opened: Window, qtbot: QtBot) -> None:
    open_record(opened, "Rosario", qtbot)
    press(opened, "show_evidence", qtbot)
    dialog = shown_dialog(opened)
    dialog.accepting.click()
    assert dialog.isVisible()
    assert not dialog.form.boxes["line_id"].fault.isHidden()
    wait_until_idle(opened, qtbot)
    assert dialog.form.verticalScrollBar().maximum() == 0, "all of it is seen"
    dialog.done(0)


def test_one_publication_is_noted_of_the_selected_activities_and_of_no_kind_that_shows_none(
    opened: Window, qtbot: QtBot
) -> None:
    workspace = workspace_of(opened)
    assert "tell_of" not in room_of(opened).commands()
    ids = [add(workspace.store, "activity", name=name, kind="seminar") for name in ("Seminario", "Taller")]
    opened.show_room("agenda")
    wait_until_idle(opened, qtbot)
    dialog = TellDialog(workspace, "activity", ids, opened)
    dialog.open()
    dialog.accepting.click()
    assert not dialog.form.boxes["medium"].fault.isHidden()
    dialog.form.fill({"name": "Boletín 12", "medium": "bulletin"}, "Difusión")
    dialog.accepting.click()
    wait_until_idle(opened, qtbot)
    assert len(list_ids(workspace.store, Query("dissemination"))) == len(ids)
    assert news_of(opened) == "Se anotó la difusión «Boletín 12» de 2 actividades."
    dialog.deleteLater()


def test_a_list_opens_the_report_of_its_records_with_what_it_is_filtered_by(opened: Window, qtbot: QtBot) -> None:
    published = Filter("state", Operator.EQUALS, "published")
    frame_of(opened).show_query("experiencias", Query("experience", filters=(published,)))
    wait_until_idle(opened, qtbot)
    assert list_of(opened).paper.text() == "Catálogo…"
    list_of(opened).paper.click()
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    wait_until_idle(dialog, qtbot)
    assert dialog.report.name == "catalogue"
    assert {name: check.isChecked() for name, check in dialog.options.checks.items()} == {
        "published": True,
        "granted": False,
        "by_theme": False,
    }
    dialog.reject()
