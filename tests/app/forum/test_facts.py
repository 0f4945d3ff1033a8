"""A route says what comes next."""

from datetime import timedelta

from app.forum.facts import Route, Stop
from db.entities.step import StepState
from tests.make import TODAY


def stop(state: StepState) -> Stop:
    return Stop(state.value, state, TODAY - timedelta(days=9), None, "", "")


def test_the_first_step_that_is_planned_comes_next() -> None:
    route = Route((stop(StepState.DONE), stop(StepState.PLANNED), stop(StepState.PLANNED)))
    assert route.next == route.stops[1]
    assert Route((stop(StepState.DONE), stop(StepState.SKIPPED))).next is None
