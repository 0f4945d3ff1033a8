"""What tests of the informe de gestión ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.management.made import make_term
from tests.app.units.made import Made
from tests.make import copied_store


@pytest.fixture(scope="session")
def told(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return a file with a term, made once: its informe only reads it."""
    with copied_store(template, tmp_path_factory.mktemp("management")) as store:
        yield make_term(store)
