"""A file with a few units, whose papers are made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.units.made import Made, make_units
from tests.make import copied_store


@pytest.fixture(scope="session")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return it, made once: its papers only read it."""
    with copied_store(template, tmp_path_factory.mktemp("units-on-paper")) as store:
        yield make_units(store)
