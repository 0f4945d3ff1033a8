"""How many random examples a test draws: few and always the same in each run, many and others by `make soak`."""

import pytest
from hypothesis import HealthCheck, settings

AT_LENGTH = 20
"""How many times as many `make soak` draws."""


def played(few: int) -> list[object]:
    """Return the settings of a short run and of a long one, to parametrize a test that draws by itself."""
    every = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    return [
        pytest.param(settings(every, max_examples=few, derandomize=True), id="short"),
        pytest.param(settings(every, max_examples=few * AT_LENGTH), id="long", marks=pytest.mark.soak),
    ]
