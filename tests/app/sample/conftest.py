"""The sample, made once for the tests of this folder."""

from collections.abc import Iterator

import pytest

from app.file.files import new_file
from app.sample import build_sample
from db.store import Store
from tests.app.sample.day import TODAY


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Make the sample of a day."""
    path = tmp_path_factory.mktemp("sample") / "muestra.enlace"
    with new_file(path, None, clock=lambda: TODAY) as made:
        build_sample(made, TODAY)
        yield made
