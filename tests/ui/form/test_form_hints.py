"""What is said and proposed in a form: beside its field, once, and taken back as all that is written."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.norms import read_citation_facts
from app.records.catalog import Query
from app.records.drafts import Draft, Rows, new_key
from app.records.editing import save_record
from app.records.reading import list_ids
from db.values import Money
from tests.make import TODAY, add, add_city
from tests.ui.seeing import pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.form.editors.editor import Written
from ui.frame.window import Window
from ui.norms.citation_dialog import CitationDialog


def test_what_follows_is_proposed_once_and_another_norm_of_the_number_is_named(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    other = add(store, "norm", cited_as="Res. 41/04", number="41/04", kind="resolution", name="Controversias")
    workspace_of(opened).new_wanted.emit("norm", {"cited_as": "Dec. 41/2004", "kind": "decision"})
    wait_until_idle(opened, qtbot)
    form = pane_of(opened).form
    assert (form.value("number"), form.value("year")) == ("41/04", 2004)
    hint = form.boxes["verified_as"].hint
    assert [link.said for link in hint.links] == ["Res. 41/04 · Controversias"]
    QTest.keyClicks(form.boxes["verified_as"].editor.input(), "MERCOSUR/CMC/DEC. 41")
    wait_until_idle(opened, qtbot)
    assert (form.value("verified_by"), form.value("verified_on")) == (store.author, TODAY)
    press(opened, "undo", qtbot)
    assert (form.value("verified_by"), form.value("verified_on")) == (None, None), "it stays as the person left it"
    hint.links[0].click()
    wait_until_idle(opened, qtbot)
    asked = pane_of(opened).dialog
    assert asked is not None, "what is written is not lost for a link"
    asked.discarding.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).id == other
    assert list_ids(store, Query("norm")) == [other]


def test_a_dialog_leads_to_a_record_only_when_it_was_left_for_that(opened: Window, qtbot: QtBot) -> None:
    workspace, wanted = workspace_of(opened), list[str]()
    key = add(workspace.store, "norm", cited_as="Dec. 41/04")
    workspace.record_wanted.disconnect()
    workspace.record_wanted.connect(lambda _, record: wanted.append(record))
    facts = read_citation_facts(workspace.store, key)
    assert facts is not None
    dialog = CitationDialog(workspace, facts, opened)
    dialog.open()
    dialog.form.boxes["number"].editor.write(Written("42/04"))
    dialog.hints.record_wanted.emit("norm", key)
    assert dialog.question is not None
    dialog.question.cancelling.click()
    dialog.reject()
    dialog.question.discarding.click()
    assert wanted == [], "it was left with its own button"
    dialog.hints.record_wanted.emit("norm", key)
    dialog.question.discarding.click()
    assert wanted == [key]
    dialog.deleteLater()


def test_what_a_partner_breaks_is_said_beside_the_partner_and_leads_to_the_other_project(
    opened: Window, qtbot: QtBot
) -> None:
    store = workspace_of(opened).store
    call, city = add(store, "call", name="Sur", take_part_most=1), add_city(store, "Tandil")
    partner = Draft("project_partner", new_key(), {"municipality_id": city})
    values = {"name": "Pozos", "call_id": call}
    other = save_record(store, Draft("project", None, values, {"partners": Rows((partner,))})).id
    workspace_of(opened).new_wanted.emit("project", {"name": "Riego", "call_id": call})
    wait_until_idle(opened, qtbot)
    grid = pane_of(opened).form.parts["partners"]
    grid.add()
    row = grid.rows[0]
    row.editors["municipality_id"].write(Written(city))
    wait_until_idle(opened, qtbot)
    assert [link.said for link in row.hint.links] == ["Pozos"]
    assert not row.card.isHidden()
    row.editors["municipality_id"].write(Written(None))
    wait_until_idle(opened, qtbot)
    assert row.hint.isHidden()
    row.editors["municipality_id"].write(Written(city))
    wait_until_idle(opened, qtbot)
    row.hint.links[0].click()
    wait_until_idle(opened, qtbot)
    asked = pane_of(opened).dialog
    assert asked is not None
    asked.discarding.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).id == other


def test_a_new_amount_begins_with_what_the_project_asks(opened: Window, qtbot: QtBot) -> None:
    values = {"name": "Riego", "amount": Money(24_000_00, "USD"), "own_share": 45_000}
    workspace_of(opened).new_wanted.emit("project", values)
    wait_until_idle(opened, qtbot)
    grid = pane_of(opened).form.parts["fundings"]
    for _ in range(2):
        grid.add()
    said = [(row.editors["kind"].value(), row.editors["amount"].value()) for row in grid.rows]
    assert said == [("asked", Money(13_200_00, "USD")), (None, None)]
    assert len(grid.changes().added) == 1
