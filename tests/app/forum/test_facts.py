"""A route says what comes next and whether that is late."""

from datetime import date, timedelta

import pytest

from app.forum.facts import Route, Stop
from db.entities.step import StepState
from tests.make import TODAY


def stop(state: StepState, due: date | None = None) -> Stop:
    return Stop(state.value, state, None, due, "", "")


@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False), (1, False), (None, False)])
def test_it_is_late_after_the_day_of_its_next_step(days: int | None, *, is_late: bool) -> None:
    due = TODAY + timedelta(days=days) if days is not None else None
    route = Route((stop(StepState.DONE, TODAY - timedelta(days=9)), stop(StepState.PLANNED, due)))
    assert route.next == route.stops[1]
    assert route.is_late(TODAY) is is_late


def test_one_at_its_end_is_never_late() -> None:
    route = Route((stop(StepState.DONE, TODAY - timedelta(days=9)), stop(StepState.SKIPPED)))
    assert route.next is None
    assert not route.is_late(TODAY)
