"""What is owed is ticked as done on a day: one or many, of one kind or of all that have deadlines."""

from datetime import date

import pytest
from sqlalchemy import select

from app.records import history
from app.records.fulfilling import can_be_met, fulfil, left_to_do
from app.records.reading import list_rows
from app.words.problems import ProblemError
from db.deadline_state import DEADLINES
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import CATALOG, TODAY, add, add_city, everything, said

DAY = date(2026, 11, 20)


@pytest.fixture
def of(store: Store) -> RecordKey:
    """Return an organisation of which something is owed."""
    return RecordKey("organisation", add(store, "organisation", name="Secretaría"))


def commitment(store: Store, of: RecordKey, text: str = "Mandar el acta", **values: object) -> str:
    """Owe something by a day."""
    return add(store, "commitment", text=text, record=of, due_on=TODAY, **values)


def test_one_bears_its_name_and_is_undone_at_once(store: Store, of: RecordKey) -> None:
    key = commitment(store, of)
    before = everything(store)
    fulfil(store, "commitment", [key], DAY)
    assert list_rows(store, "commitment", ("state", "met_on"), [key]) == [("met", DAY)]
    assert said(history.undo_title(store)) == "Cumplimiento de «Mandar el acta»"
    history.undo(store)
    assert everything(store) == before


def test_several_deadlines_of_any_kind_are_ticked_in_one_operation(store: Store, of: RecordKey) -> None:
    owed = commitment(store, of)
    step, coming = (add(store, "step", name=name, record=of, due_on=TODAY) for name in ("Uno", "Dos"))
    study = add(store, "study", name="Diagnóstico", due_on=PartialDate.of(TODAY))
    note = add(store, "interaction", day=TODAY, text="Llamé", next_step="Insistir", next_on=TODAY)
    fulfil(store, DEADLINES, [owed, step, study, note], DAY)

    assert said(history.undo_title(store)) == "Cumplimiento de 4 pendientes"
    assert list_rows(store, "step", ("state", "done_on"), [step, coming]) == [("done", DAY), ("planned", None)]
    assert list_rows(store, "study", ("delivered_on",), [study]) == [(PartialDate.of(DAY),)]
    assert list_rows(store, "interaction", ("next_done_on",), [note]) == [(DAY,)]


def test_what_follows_for_a_project_is_written_with_its_one_step(store: Store, of: RecordKey) -> None:
    project = add(store, "project", name="Riego", state="presented")
    owing = {"record": RecordKey("project", project), "due_on": TODAY}
    one, two = (add(store, "step", name=name, **owing) for name in ("Uno", "Dos"))
    fulfil(store, "step", [one, two], DAY, {"state": "selected"})
    assert list_rows(store, "project", ("state",), [project]) == [("presented",)], "of several it was not asked"
    history.undo(store)
    assert left_to_do(store, "step", [one]).step == one
    fulfil(store, DEADLINES, [one, commitment(store, of)], DAY, {"state": "selected"})
    assert list_rows(store, "project", ("state",), [project]) == [("selected",)]
    history.undo(store)
    assert list_rows(store, "project", ("state",), [project]) == [("presented",)]


def test_what_is_done_stays_as_it_is(store: Store, of: RecordKey) -> None:
    done = commitment(store, of, "Otra cosa", state="met", met_on=date(2026, 1, 2))
    fulfil(store, "commitment", [done, commitment(store, of)], DAY)
    assert list_rows(store, "commitment", ("met_on",), [done]) == [(date(2026, 1, 2),)]
    with pytest.raises(ProblemError, match="Nada de lo elegido"):
        fulfil(store, "commitment", [done], DAY)


def test_what_is_left_of_deadlines_is_counted_without_those_that_no_press_can_finish(
    store: Store, of: RecordKey
) -> None:
    done = commitment(store, of, state="met", met_on=DAY)
    owed = commitment(store, of)
    post = add(store, "post", name="Coordinación", organisation_id=of.id)
    person = add(store, "person", name="Carla Ensayo")
    mandate = add(store, "tenure", post_id=post, person_id=person, ends=PartialDate.of(TODAY))
    left = left_to_do(store, DEADLINES, [done, mandate, owed])
    assert (left.count, left.name) == (1, "Mandar el acta")
    assert not left_to_do(store, DEADLINES, [mandate]).count


def owing_of_each_kind(store: Store, of: RecordKey) -> dict[str, str]:
    """Return the keys of records that are due and not done, one of each kind that one press can finish."""
    line = add(store, "plan_line", number="4", name="Redes")
    body = add(store, "body", name="Consejo", kind="council")
    meeting = add(store, "meeting", name="Reunión", body_id=body, starts_on=TODAY)
    return {
        "commitment": commitment(store, of),
        "interaction": add(store, "interaction", day=TODAY, text="Llamé", next_step="Insistir", next_on=TODAY),
        "need": add(store, "need", name="Ferias", municipality_id=add_city(store), until=PartialDate.of(TODAY)),
        "plan_action": add(store, "plan_action", line_id=line, name="Encuentro", due_on=TODAY),
        "resolution": add(store, "resolution", meeting_id=meeting, text="Enviar las fichas", due_on=TODAY),
        "step": add(store, "step", name="Uno", record=of, due_on=TODAY),
        "study": add(store, "study", name="Diagnóstico", due_on=PartialDate.of(TODAY)),
    }


def done_of(store: Store, records: dict[str, str]) -> dict[str, bool]:
    """Return of the record of each kind what its deadline asks to know whether it is done."""
    found = {}
    with store.reading() as session:
        for kind, key in records.items():
            made = CATALOG.entity(kind)
            due = made.facts.due
            assert due is not None
            done = select(made.id).where(made.id == key, getattr(made, due.done)())
            found[kind] = session.scalar(done, session.reader) == key
    return found


def test_what_meets_a_deadline_finishes_it_whatever_its_kind(store: Store, of: RecordKey) -> None:
    owing = owing_of_each_kind(store, of)
    assert set(owing) == {name for name in CATALOG.stored if can_be_met(CATALOG, name)}
    assert done_of(store, owing) == dict.fromkeys(owing, False)
    for kind, key in owing.items():
        fulfil(store, kind, [key], DAY)
    assert done_of(store, owing) == dict.fromkeys(owing, True)
