"""The kinds of the lines of the plan, from the sample: each of their kinds from its beginning to the paper and back."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.figures import OVERDUE
from app.plan import show_evidence
from app.records import history
from app.records.catalog import Filter, Operator, Query
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.reading import list_ids, list_rows, read_record, search
from app.rendering import render
from app.reports.record_sheet import Options, compose, gather
from app.sheets.importing.importing import make_plan, prepare, read_file, targets_of
from app.sheets.writing.exporting import export_entity
from app.words.words import Words
from db.deadline_state import DEADLINES
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.journeys.hands import save, write
from tests.make import SPANISH, TODAY, add, everything, open_store
from tests.ui.seeing import news_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.form.form_dialog import FormDialog
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.norms.citation_dialog import CitationDialog
from ui.reading.step_dialog import StepDialog

D = TypeVar("D", bound=FormDialog)
LATE = PartialDate(2026, 10)
KINDS: Mapping[str, tuple[str, Mapping[str, object], str]] = {
    "declaration": ("1", {"name": "Carta de las ciudades azules"}, "carta azules"),
    "norm": ("2", {"cited_as": "Dec. 99/26", "name": "Plan de acción azul"}, "99/26"),
    "recommendation": ("2", {"name": "Aguas azules", "name_pt": "Mananciais azuis"}, "mananciais"),
    "focem_proposal": ("3", {"name": "Riberas azules"}, "riberas"),
    "city_relation": ("3", {"kind": "policy", "act": "Acta azul"}, "acta azul"),
    "network_membership": ("4", {"role": "vocalía azul"}, "vocalia azul"),
    "agreement": ("5", {"name": "Memorando azul", "ends": LATE}, "memorando azul"),
    "call": ("5", {"name": "Llamado azul", "closes": LATE}, "llamado azul"),
    "project": ("5", {"name": "Proyecto azul"}, "proyecto azul"),
    "study": ("6", {"name": "Diagnóstico azul", "due_on": LATE}, "diagnóstico azul"),
    "experience": ("7", {"name": "Compost azul"}, "compost azul"),
    "need": ("7", {"name": "Residuos azules", "until": LATE.last_day}, "residuos azules"),
    "body": ("9", {"name": "Unidad azul", "kind": "thematic_unit"}, "unidad azul"),
    "axis": ("9", {"name": "Eje azul"}, "eje azul"),
    "activity": ("10", {"name": "Jornada azul"}, "jornada azul"),
    "dissemination": ("10", {"name": "Nota azul", "medium": "press"}, "nota azul"),
}
"""Of each kind: its line, what a record of it says, and words by which it is sought."""

COMMITTED = ("norm", "city_relation", "network_membership", "agreement", "call", "experience", "body", "axis")
"""The kinds of which a commitment is owed rather than a step: what lapses is owed by nobody."""

OWN_DAY = ("study", "need")
"""The kinds that are due by themselves."""


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Iterator[Store]:
    """Open a copy of the sample."""
    path = tmp_path / "Red.enlace"
    path.write_bytes(sample.read_bytes())
    with open_store(path) as store:
        yield store


def begin(store: Store, entity: str) -> str:
    values = dict(KINDS[entity][1])
    if entity == "city_relation":
        values["municipality_id"], values["other_municipality_id"] = list_ids(store, Query("municipality"))[:2]
    if entity in ("network_membership", "need"):
        values["municipality_id"] = list_ids(store, Query("municipality"))[0]
    if entity == "network_membership":
        values["organisation_id"] = list_ids(store, Query("organisation"))[0]
    return save_record(store, Draft(entity, None, values)).id


def overdue(store: Store) -> int:
    with store.reading() as session:
        return OVERDUE.count(session, TODAY)


def owe(store: Store, record: RecordKey) -> RecordKey:
    """Owe something late of a record, as its kind does; return what is due."""
    if record.entity in OWN_DAY:
        return record
    kind, text = ("commitment", "text") if record.entity in COMMITTED else ("step", "name")
    return RecordKey(kind, add(store, kind, record=record, due_on=LATE.last_day, **{text: "Nota azul"}))


@pytest.mark.parametrize("entity", KINDS)
def test_each_kind_is_shown_due_found_printed_exported_and_taken_back(file: Store, entity: str, tmp_path: Path) -> None:
    line, _, sought = KINDS[entity]
    before, was = overdue(file), everything(file)
    record = RecordKey(entity, begin(file, entity))
    period = list_ids(file, Query("plan_line", filters=(Filter("number", Operator.EQUALS, line),)))[0]
    show_evidence(file, entity, [record.id], line_id=period, action_id=None)
    owed = owe(file, record)
    assert owed.id in list_ids(file, Query(DEADLINES, filters=(Filter("state", Operator.EQUALS, "overdue"),)))
    assert overdue(file) == before + 1
    found = search(file, sought, 5, words=Words("pt"))
    assert record.id in {hit.id for hit in found if hit.entity == entity}
    sheet = compose(gather(file.speaking("pt"), Options(entity, record.id)), Words("pt"))
    assert render(sheet, "pdf", tmp_path / "ficha.pdf", Words("pt")).problems == ()
    written = export_entity(file, entity, tmp_path / "lista.csv", SPANISH)
    prepared = prepare(read_file(tmp_path / "lista.csv"), targets_of(file.catalog, entity))
    counts = make_plan(file, prepared.request(), SPANISH).counts
    assert (counts.same, counts.rows) == (written.count, written.count)
    for _ in range(2 if entity in OWN_DAY else 3):
        history.undo(file)
    assert everything(file)[entity] == was[entity]


def test_organs_are_found_by_their_acronyms(file: Store) -> None:
    found = [hit for hit in search(file, "GMC", 5, words=SPANISH) if hit.entity == "organisation"]
    assert "Grupo Mercado Común" in {hit.title for hit in found}


def button(window: Window, text: str) -> PushButton:
    return next(each for each in pane_of(window).page.findChildren(PushButton) if each.text().startswith(text))


def open_key(window: Window, entity: str, key: str, qtbot: QtBot) -> None:
    workspace_of(window).record_wanted.emit(entity, key)
    wait_until_idle(window, qtbot)


def dialog_of(window: Window, kind: type[D]) -> D:
    return next(each for each in window.findChildren(kind) if each.isVisible())


@pytest.mark.parametrize("look", [("es", 100)], indirect=True)
def test_a_citation_is_checked_and_a_recommendation_of_a_study_goes_its_way(look: Window, qtbot: QtBot) -> None:
    store = workspace_of(look).store
    wait_until_idle(look, qtbot)
    norm = list_ids(store, Query("norm", filters=(Filter("cited_as", Operator.EQUALS, "Res. 59/15"),)))[0]
    open_key(look, "norm", norm, qtbot)
    press(look, "check_citation", qtbot)
    dialog = dialog_of(look, CitationDialog)
    assert dialog.form.value("verified_as") == "MERCOSUR/GMC/RES. Nº 59/15"
    dialog.accepting.click()
    wait_until_idle(look, qtbot)
    assert pane_of(look).head.heading.text() == "MERCOSUR/GMC/RES. Nº 59/15"
    assert list_rows(store, "norm", ("verified_by", "verified_on"), [norm]) == [("Ana Ejemplo", TODAY)]
    press(look, "undo", qtbot)
    assert pane_of(look).head.heading.text() == "Res. 59/15"

    study = list_ids(store, Query("study", filters=(Filter("delivered_on", Operator.IS_EMPTY),)))[0]
    open_key(look, "study", study, qtbot)
    press(look, "deliver", qtbot)
    section = next(each for each in pane_of(look).page.sections if each.name == "recommendation.study_id")
    next(each for each in section.findChildren(PushButton) if each.text() == "Agregar").click()
    wait_until_idle(look, qtbot)
    form = pane_of(look).form
    assert form.value("study_id") == study
    assert form.value("day") == PartialDate.of(TODAY)
    write(look, "name", "Compras azules")
    record = save(look, qtbot)
    button(look, "Empezar los pasos").click()
    wait_until_idle(look, qtbot)
    button(look, "Hecho hoy: Aprobada en el FCCR").click()
    wait_until_idle(look, qtbot)
    button(look, "Con fecha y resultado").click()
    wait_until_idle(look, qtbot)
    step = dialog_of(look, StepDialog)
    step.form.boxes["done_on"].fill(LATE.first_day)
    QTest.keyClicks(step.form.boxes["result"].editor.input(), "Nota enviada")
    wait_until_idle(look, qtbot)
    assert step.form.boxes["done_on"].hint.text.text() == (
        "«Elevada al GMC» figura hecho el 01/10/2026, antes que «Aprobada en el FCCR» (22/11/2026)."
    )
    step.accepting.click()
    wait_until_idle(look, qtbot)
    assert news_of(look) == "Se hizo el paso «Elevada al GMC»."
    assert list_rows(store, "recommendation", ("next_step",), [record]) == [("Tratada por el GMC",)]
    assert "antes que" in pane_of(look).page.text()
    saved = read_record(store, "recommendation", record)
    assert saved is not None
    assert saved.values["study_id"] == study
