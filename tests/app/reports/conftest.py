"""What tests of reports may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.reports.example import Network, example


@pytest.fixture(scope="module")
def network(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Return the small network of March 2009; tests only read it."""
    with example(template, tmp_path_factory.mktemp("network")) as made:
        yield made
