"""What every test may ask for; Qt draws without a screen unless the environment says otherwise."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # The smallest screen that the program is made for. Qt splits what it is told at each ":", as in "C:".
    told = Path(__file__).with_name("screen.json")
    told = Path(os.path.relpath(told)) if told.drive else told
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"

if sys.dont_write_bytecode:
    # Else each worker, and each program that a test runs, compiles all there is for itself.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import db.sqlite
from app.loading import collect_rarely
from app.words.words import Words
from db.store import Store
from tests.golden.kept import Kept
from tests.make import copied_store, empty_template

collect_rarely()  # as the program does

DERIVED = 2_000
"""Rounds in which the key of a file comes of its passphrase: the engine's own 256,000 take a quarter of a second."""

with closing(driver.connect(":memory:")) as connection:
    connection.execute(f"PRAGMA cipher_default_kdf_iter = {DERIVED}")  # of all files that are opened from now on

PRAGMAS = "_PRAGMAS"
OF_THE_PROGRAM: tuple[str, ...] = getattr(db.sqlite, PRAGMAS)
"""What the program says to the engine of each file."""

# To wait for the disk at each change is a tenth of the time of the tests that write, and none of them ends its power.
setattr(db.sqlite, PRAGMAS, tuple(each.replace("synchronous = FULL", "synchronous = OFF") for each in OF_THE_PROGRAM))

KEPT = "COMPILED"
STATEMENTS = 4_000
"""Statements that a worker keeps compiled: it comes through all parts of the program, and an office through some."""

setattr(db.sqlite, KEPT, STATEMENTS)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make golden` accept the documents that the reports give now, and `make soak` say how long it plays."""
    parser.addoption("--accept", action="store_true", help="keep the documents as they come, instead of comparing")
    parser.addoption("--minutes", type=float, default=1, help="how long random turns are played")
    parser.addoption("--seed", type=int, default=0, help="the first of the games to play, 0 for other games each time")


LONGEST_FIRST = ("test_heard.py", "test_fits.py")
"""The files whose tests take longest: begun last, one core would go on with them and the others have nothing to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests; all others stay in their order."""
    items.sort(key=lambda item: item.path.name not in LONGEST_FIRST)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Kept:
    """Compare with the kept documents: `golden.check("board_pack.txt", text)`."""
    return Kept(accept=bool(request.config.getoption("--accept")))


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


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty file once, for tests to copy."""
    return empty_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Iterator[Store]:
    """Open an empty file on the day of the tests."""
    with copied_store(template, tmp_path) as opened:
        yield opened
