"""Records shown as evidence of the plan, from either side and many at once."""

from datetime import date

import pytest

from app.plan import can_show, line_for, show_evidence
from app.plan.evidencing import LINE_OF
from app.records import history
from app.records.catalog import Query
from app.records.editing import delete_records
from app.records.reading import list_ids, list_rows, read_record
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import CATALOG, add, said


def add_action(store: Store) -> str:
    line = add(store, "plan_line", number="4", name="Redes")
    return add(store, "plan_action", line_id=line, name="Encuentros")


def add_meetings(store: Store) -> list[str]:
    body = add(store, "body", name="Mesa", kind="board")
    return [add(store, "meeting", name=f"Reunión {day}", body_id=body, starts_on=date(2026, 3, day)) for day in (1, 2)]


def test_many_records_are_evidence_in_one_operation_and_none_twice(store: Store) -> None:
    action, meetings = add_action(store), add_meetings(store)
    show_evidence(store, "meeting", meetings[:1], line_id=None, action_id=action)
    show_evidence(store, "meeting", meetings, line_id=None, action_id=action, note="Con acta")
    assert said(history.undo_title(store)) == "Evidencia de «Encuentros»"
    rows = list_rows(store, "evidence", ("dated", "note"), list_ids(store, Query("evidence")))
    assert sorted(rows, key=str) == [(PartialDate(2026, 3, 1), None), (PartialDate(2026, 3, 2), "Con acta")]
    history.undo(store)
    assert len(list_ids(store, Query("evidence"))) == 1


def test_the_line_of_a_kind_is_that_of_the_plan_of_today(store: Store) -> None:
    assert line_for(store, "adoption") is None
    seven, _ = (add(store, "plan_line", number=number, name=number) for number in ("7", "10"))
    assert [line_for(store, kind) for kind in ("adoption", "need", "meeting")] == [seven, seven, None]
    period = add(store, "period", name="2026", starts=PartialDate(2026), ends=PartialDate(2027))
    add(store, "plan_line", number="7", name="Vacante", vacant=True, period_id=period)
    assert line_for(store, "adoption") is None, "the plan of the period that runs, whose line is vacant"
    assert set(LINE_OF) <= set(CATALOG.stored)
    assert all(can_show(CATALOG, kind) for kind in LINE_OF)


@pytest.mark.parametrize("both", [True, False])
def test_evidence_is_of_a_line_or_of_an_action(store: Store, *, both: bool) -> None:
    action, meetings = add_action(store), add_meetings(store)
    [line] = list_ids(store, Query("plan_line"))
    with pytest.raises(ProblemError) as caught:
        show_evidence(store, "meeting", meetings, line_id=line if both else None, action_id=action if both else None)
    assert caught.value.problems[0].place.field == ("action_id" if both else "line_id")
    assert list_ids(store, Query("evidence")) == []


def test_evidence_stays_when_its_record_is_deleted_and_keeps_what_it_was_called(store: Store) -> None:
    action, meetings = add_action(store), add_meetings(store)
    show_evidence(store, "meeting", meetings[:1], line_id=None, action_id=action)
    delete_records(store, "meeting", meetings[:1])
    [key] = list_ids(store, Query("evidence"))
    record = read_record(store, "evidence", key)
    assert record is not None
    gone = record.values["record"]
    assert isinstance(gone, RecordKey)
    assert gone.called == "Reunión 1"


def test_the_plan_itself_and_what_is_only_listed_show_nothing() -> None:
    shown = {name for name in CATALOG if can_show(CATALOG, name)}
    assert {"meeting", "municipality", "document", "interaction"} <= shown
    assert not shown & {"plan_line", "plan_action", "evidence", "due"}
