"""A record goes its route: its stages are ticked, never made up."""

from datetime import date

import pytest

from app.records import history
from app.records.catalog import Order, Query
from app.records.editing import Draft, save_record
from app.records.hints.project import APPROVING
from app.records.reading import list_ids, list_rows
from app.steps import Following, begin_route, find_instance, next_step, route_of, state_that_follows, take_step
from app.words.problems import ProblemError
from db.deadline_state import DEADLINES
from db.entities.stage import Route, Stage
from db.store import Store
from db.values import RecordKey
from tests.make import add, add_city, said


@pytest.fixture
def city(store: Store) -> RecordKey:
    """Make a city, and the stages of an admission."""
    for name, days in (("Nota", None), ("Ficha", 30), ("Asamblea", None)):
        add(store, "stage", route="admission", name=name, name_pt=f"{name} pt", usual_days=days)
    return RecordKey("municipality", add_city(store, "Azul"))


def steps(store: Store, *names: str) -> list[tuple[object, ...]]:
    return list_rows(store, "step", names, list_ids(store, Query("step", order=(Order("order"),))))


def waiting(store: Store, record: RecordKey) -> str:
    with store.reading() as session:
        found = next_step(session, record)
    return found.name if found is not None else ""


def test_stages_become_steps_in_their_order_and_none_is_done(store: Store, city: RecordKey) -> None:
    begin_route(store, city)
    assert steps(store, "name", "state") == [("Nota", "planned"), ("Ficha", "planned"), ("Asamblea", "planned")]
    assert said(history.undo_title(store)) == "Pasos de «Azul»"
    history.undo(store)
    assert steps(store, "name") == []


def test_steps_are_called_in_the_language_of_who_begins_them(store: Store, city: RecordKey) -> None:
    begin_route(store.speaking("pt"), city)
    assert steps(store, "name")[0] == ("Nota pt",)


def test_a_tick_says_the_day_and_by_when_the_next_is_expected(store: Store, city: RecordKey) -> None:
    begin_route(store, city)
    assert waiting(store, city) == "Nota"
    [first, *_] = list_ids(store, Query("step", order=(Order("order"),)))
    take_step(store, first, date(2026, 10, 1))
    assert steps(store, "state", "done_on", "due_on")[:2] == [
        ("done", date(2026, 10, 1), None),
        ("planned", None, date(2026, 10, 31)),
    ]
    assert waiting(store, city) == "Ficha"
    late = list_rows(store, DEADLINES, ("text", "state"), list_ids(store, Query(DEADLINES)))
    assert late == [("Ficha · Azul", "overdue")]


def test_days_of_waiting_are_counted_since_the_last_step_for_the_next_one_alone(store: Store, city: RecordKey) -> None:
    begin_route(store, city)
    take_step(store, list_ids(store, Query("step", order=(Order("order"),)))[0], date(2026, 11, 2))
    assert steps(store, "waiting_days") == [(None,), (20,), (None,)]


def test_what_has_steps_is_not_begun_again(store: Store, city: RecordKey) -> None:
    begin_route(store, city)
    with pytest.raises(ProblemError):
        begin_route(store, city)


def test_each_kind_goes_the_route_that_is_called_as_it_is(store: Store) -> None:
    assert route_of("municipality") is Route.ADMISSION
    assert route_of("project") is Route.PROJECT
    assert route_of("person") is None
    with pytest.raises(ProblemError):
        begin_route(store, RecordKey("municipality", add_city(store, "Azul")))


def test_a_stage_means_the_one_that_bears_its_name_and_none_where_several_do(store: Store) -> None:
    stage = Stage(name="Elevada", instance="GMC")

    def meant() -> dict[str, str]:
        with store.reading() as session:
            return find_instance(session, stage)

    assert meant() == {"notes": "GMC"}
    group = add(store, "organisation", name="Grupo Mercado Común", acronym="GMC")
    assert meant() == {"organisation_id": group}
    add(store, "body", name="GMC", kind="other")
    assert meant() == {"notes": "GMC"}


def test_the_state_of_a_project_that_follows_is_written_with_its_step(store: Store) -> None:
    stage = save_record(store, Draft("stage", APPROVING, {"route": "project", "name": "Aprobación"})).id
    project = add(store, "project", name="Riego", state="presented")
    step = add(store, "step", record=RecordKey("project", project), name="Aprobación", stage_id=stage)
    assert state_that_follows(store, step) == Following("project", "selected")
    take_step(store, step, of_record={"state": "selected"})
    assert list_rows(store, "project", ("state",), [project]) == [("selected",)]
    assert state_that_follows(store, step) is None, "it has come as far"
    assert said(history.undo_title(store)) == "Paso «Aprobación» hecho"
    history.undo(store)
    assert list_rows(store, "project", ("state",), [project]) == [("presented",)]
    assert steps(store, "state") == [("planned",)]


def test_no_state_follows_for_other_records(store: Store, city: RecordKey) -> None:
    assert state_that_follows(store, add(store, "step", record=city, name="Nota")) is None


def test_the_demand_of_an_adoption_is_met_once_the_practice_is_in_use(store: Store) -> None:
    stages = [add(store, "stage", route="adoption", name=name) for name in ("Pedida", "En uso")]
    city = add_city(store, "Quilmes")
    need = add(store, "need", name="Comedores", municipality_id=city)
    of = {"experience_id": add(store, "experience", name="Huertas"), "municipality_id": city}
    key, alone = add(store, "adoption", **of, need_id=need), add(store, "adoption", **of)
    asked, used = (
        add(store, "step", record=RecordKey("adoption", key), name=name, stage_id=stage)
        for name, stage in zip(("Pedida", "En uso"), stages, strict=True)
    )
    assert state_that_follows(store, asked) is None
    assert state_that_follows(store, used) == Following("need", "met")
    lone = add(store, "step", record=RecordKey("adoption", alone), name="En uso", stage_id=stages[1])
    assert state_that_follows(store, lone) is None, "it comes of no demand"
    own = add(store, "step", record=RecordKey("need", need), name="En uso")
    assert state_that_follows(store, own) is None, "it is a step of the demand itself"
    take_step(store, used, of_record={"state": "met"})
    assert list_rows(store, "need", ("state",), [need]) == [("met",)]
    assert state_that_follows(store, used) is None, "it is met already"
    history.undo(store)
    assert list_rows(store, "need", ("state",), [need]) == [("open",)]
