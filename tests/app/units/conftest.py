"""What tests of the units ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.units.facts import Facts
from app.units.reading import read_facts
from tests.app.units.made import Made, make_units
from tests.make import copied_store


@pytest.fixture(scope="session")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return a file with a few units, made once for the tests that only read it."""
    with copied_store(template, tmp_path_factory.mktemp("units")) as store:
        yield make_units(store)


@pytest.fixture(scope="session")
def facts(made: Made) -> Facts:
    """Return what was read of its term."""
    return read_facts(made.store, made["term"])
