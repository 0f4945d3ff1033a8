"""What every test may ask for; Qt draws without a screen unless the environment says otherwise."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.words import Words


@pytest.fixture
def words() -> Words:
    """Speak the words of the program in Spanish, its source language."""
    return Words("es")


@pytest.fixture(autouse=True)
def silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning in the log that the test has neither read nor cleared."""
    yield
    said = [record.getMessage() for record in caplog.get_records("call") if record.levelname not in ("DEBUG", "INFO")]
    assert not said, said
