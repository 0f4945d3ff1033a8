"""The steps of a record on its route: begun from the stages of a template, and ticked one after another."""

from app.steps.walking import (
    NOTHING_SAID,
    Following,
    NextStep,
    begin_route,
    begin_steps,
    find_instance,
    next_step,
    route_of,
    stages_of,
    state_that_follows,
    take_step,
    write_taken,
)

__all__ = [
    "NOTHING_SAID",
    "Following",
    "NextStep",
    "begin_route",
    "begin_steps",
    "find_instance",
    "next_step",
    "route_of",
    "stages_of",
    "state_that_follows",
    "take_step",
    "write_taken",
]
