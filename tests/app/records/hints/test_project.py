"""A state that the steps of a project contradict is said, and what state follows from a step."""

import pytest

from app.records.editing import Draft, save_record
from app.records.hints.project import state_after
from db.cooperation import ProjectState
from db.entities.project import Project
from db.entities.step import Step
from db.keys import key_of
from db.store import Store
from db.values import RecordKey
from tests.app.records.hints.test_hints import of_page
from tests.make import SPANISH, TODAY, add


def stage(store: Store, number: int) -> str:
    key = key_of("starter", "stages", f"project_{number}")
    return save_record(store, Draft("stage", key, {"route": "project", "name": f"Etapa {number}"})).id


@pytest.mark.parametrize(
    ("state", "number", "done", "said"),
    [
        ("drafted", 4, True, "«Etapa 4» figura hecho y el proyecto sigue en «En formulación»."),
        ("presented", 4, False, "El proyecto está en «Presentado» y «Etapa 4» figura sin hacer."),
        ("drafted", 2, False, ""),
        ("running", 5, True, ""),
        ("refused", 6, True, "«Etapa 6» figura hecho y el proyecto sigue en «No seleccionado»."),
        ("refused", 5, True, "«Etapa 5» figura hecho y el proyecto sigue en «No seleccionado»."),
        ("refused", 5, False, ""),
        ("refused", 3, False, ""),
        ("dropped", 7, True, ""),
        ("closed", 7, True, ""),
        ("closed", 6, False, ""),
    ],
)
def test_a_state_and_a_step_that_contradict_each_other(
    store: Store, state: str, number: int, said: str, *, done: bool
) -> None:
    key = add(store, "project", name="Riego", state=state)
    taken = {"state": "done", "done_on": TODAY} if done else {}
    add(store, "step", record=RecordKey("project", key), name=f"Etapa {number}", stage_id=stage(store, number), **taken)
    assert [each.say(SPANISH) for each in of_page(store, "project", key)] == ([said] if said else [])


@pytest.mark.parametrize(
    ("state", "number", "follows"),
    [
        ("idea", 4, ProjectState.PRESENTED),
        ("presented", 5, ProjectState.SELECTED),
        ("running", 6, ProjectState.FINISHED),
        ("presented", 3, None),
        ("refused", 5, ProjectState.SELECTED),
        ("dropped", 5, None),
    ],
)
def test_the_state_that_follows_from_a_step(state: str, number: int, follows: ProjectState | None) -> None:
    step = Step(stage_id=key_of("starter", "stages", f"project_{number}"))
    assert state_after(step, Project(state=state)) is follows
    assert state_after(Step(), Project(state=state)) is None


def test_the_letter_of_an_endorsement_that_was_given_is_recorded(store: Store) -> None:
    keys = [add(store, "project", name="Riego", state="drafted", endorsed_by=by) for by in (None, "Intendencia")]
    for key in keys:
        taken = {"name": "Aval", "stage_id": stage(store, 3), "state": "done", "done_on": TODAY}
        add(store, "step", record=RecordKey("project", key), **taken)
    said = [[each.say(SPANISH) for each in of_page(store, "project", key)] for key in keys]
    assert said == [["«Aval» figura hecho y la carta aval no está anotada."], []]
