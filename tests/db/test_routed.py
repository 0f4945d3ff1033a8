"""What is told of a record on its route: the next step, the last one, and for how long it waits."""

from datetime import date, timedelta

import pytest

from app.records.catalog import Filter, Operator, Query
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.namesakes import read_titles
from app.records.reading import list_ids, list_rows
from db.base import entity_of
from db.deadline_state import DEADLINES
from db.routed import Routed, is_of_ended
from db.store import Store
from db.values import RecordKey
from tests.make import TODAY, add

SHOWN = ("next_step", "waiting_days", "last_step", "last_step_on")
KINDS = {"recommendation": "Consorcios", "focem_proposal": "Saneamiento", "declaration": "Carta"}


def step(store: Store, record: RecordKey, name: str, **values: object) -> str:
    return add(store, "step", record=record, name=name, **values)


@pytest.mark.parametrize("entity", KINDS)
def test_it_waits_since_the_last_step_that_was_done(store: Store, entity: str) -> None:
    record = RecordKey(entity, add(store, entity, name=KINDS[entity]))
    other = RecordKey(entity, add(store, entity, name="Otra"))
    step(store, record, "Aprobada", state="done", done_on=date(2026, 10, 1))
    step(store, record, "Elevada", state="done", done_on=date(2026, 11, 2))
    step(store, record, "Omitida", state="skipped")
    step(store, record, "Tratada")
    step(store, record, "Decidida")
    step(store, other, "Ajena")
    shown = list_rows(store, entity, SHOWN, [record.id, other.id])
    assert shown == [
        ("Tratada", (TODAY - date(2026, 11, 2)).days, "Elevada", date(2026, 11, 2)),
        ("Ajena", None, None, None),
    ]


def test_without_steps_or_with_all_of_them_done_nothing_is_waited_for(store: Store) -> None:
    bare = add(store, "recommendation", name="Sin pasos")
    done = add(store, "recommendation", name="Respondida")
    step(store, RecordKey("recommendation", done), "Decidida", state="done", done_on=date(2026, 11, 2))
    shown = list_rows(store, "recommendation", SHOWN, [bare, done])
    assert shown == [(None, None, None, None), (None, None, "Decidida", date(2026, 11, 2))]


def test_it_is_late_once_the_day_of_its_next_step_is_past(store: Store) -> None:
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    late, ahead, done = (add(store, "declaration", name=name) for name in ("Tarde", "A tiempo", "Hecha"))
    step(store, RecordKey("declaration", late), "Enviada", due_on=yesterday)
    step(store, RecordKey("declaration", ahead), "Enviada", due_on=tomorrow)
    step(store, RecordKey("declaration", ahead), "Respuesta", due_on=yesterday)
    step(store, RecordKey("declaration", done), "Enviada", state="done", done_on=TODAY, due_on=yesterday)
    wanted = Query("declaration", filters=(Filter("is_late", Operator.EQUALS, value=True),))
    assert list_ids(store, wanted) == [late]
    assert list_rows(store, "declaration", ("is_late",), [ahead, done]) == [(False,), (False,)]


ENDS = {"recommendation": {"result": "accepted"}, "declaration": {"outcome": "La aprobaron."}}


@pytest.mark.parametrize("entity", ENDS)
def test_what_has_ended_waits_for_nothing_and_none_of_its_steps_is_late(store: Store, entity: str) -> None:
    yesterday = TODAY - timedelta(days=1)
    open_one, ended = (add(store, entity, name=name) for name in ("Abierta", "Cerrada"))
    steps = [step(store, RecordKey(entity, key), "Elevada", due_on=yesterday) for key in (open_one, ended)]
    said = ("is_late", "next_step", "next_step_on")
    assert list_rows(store, entity, said, [ended]) == [(True, "Elevada", yesterday)]
    save_record(store, Draft(entity, ended, ENDS[entity]))
    assert list_rows(store, entity, said, [open_one, ended]) == [
        (True, "Elevada", yesterday),
        (False, None, None),
    ]
    assert list_rows(store, "step", ("overdue",), steps) == [(True,), (False,)]
    assert list_ids(store, Query(DEADLINES, filters=(Filter("state", Operator.EQUALS, "overdue"),))) == steps[:1]


def test_only_kinds_that_can_end_are_asked_whether_they_have() -> None:
    steps = entity_of("step").__table__.columns
    said = str(is_of_ended(steps.record_entity, steps.record_id))
    named = {kind.__tablename__ for kind in Routed.__subclasses__() if f", {kind.__tablename__} AS " in said}
    assert named == {"adoption", "declaration", "project", "recommendation"}


def test_a_step_is_called_as_its_reader_calls_its_stage_until_it_has_a_name_of_its_own(store: Store) -> None:
    stage = add(store, "stage", route="declaration", name="Aprobación", name_pt="Aprovação")
    letter = add(store, "declaration", name="Carta")
    record = RecordKey("declaration", letter)
    done = step(store, record, "Aprobación", stage_id=stage, state="done", done_on=TODAY)
    coming = step(store, record, "Aprovação", stage_id=stage)
    shown = ("last_step", "next_step")
    for language, called in (("es", "Aprobación"), ("pt", "Aprovação"), ("en", "Aprobación")):
        spoken = store.speaking(language)
        assert list_rows(spoken, "declaration", shown, [letter]) == [(called, called)]
        with spoken.reading() as session:
            assert read_titles(session, "step", [done, coming]) == dict.fromkeys((done, coming), called)
    save_record(store, Draft("step", done, {"name": "Firma"}))
    assert list_rows(store.speaking("pt"), "declaration", shown, [letter]) == [("Firma", "Aprovação")]
