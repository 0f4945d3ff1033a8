"""What tests of the parts of a dossier may ask for: two files, made once, since their papers only read them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.reports.board_pack.made import Board, make_bare, make_board
from tests.make import copied_store


@pytest.fixture(scope="session")
def board(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """Return a meeting that has something to tell in every part."""
    with copied_store(template, tmp_path_factory.mktemp("board")) as store:
        yield make_board(store)


@pytest.fixture(scope="session")
def bare(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """Return a meeting of a file that has nothing else."""
    with copied_store(template, tmp_path_factory.mktemp("bare")) as store:
        yield make_bare(store)
