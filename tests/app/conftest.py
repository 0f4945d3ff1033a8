"""What the tests of the command line ask for."""

import shutil
from pathlib import Path

import pytest

from app.file.files import new_file
from app.sample import build_sample
from tests.app.terminal import MEMBERS, Terminal
from tests.prepared import prepared


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Sit at a terminal whose person has set nothing."""
    monkeypatch.setenv("ENLACE_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("LC_ALL", "es_UY.UTF-8")
    monkeypatch.delenv("ENLACE_PASSPHRASE", raising=False)
    return Terminal(capsys, tmp_path)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new file once, as the command does for one who has set nothing, for tests to copy."""
    path = tmp_path_factory.mktemp("begun") / "red.enlace"
    new_file(path, None).close()
    return path


@pytest.fixture
def filled(terminal: Terminal, begun: Path) -> Terminal:
    """Sit at a terminal with a new file and a list of members beside it."""
    shutil.copy(begun, terminal.file)
    (terminal.folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    return terminal


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample of today once, as the command does, for tests to copy."""
    path = tmp_path_factory.mktemp("sample") / "muestra.enlace"
    with new_file(path, None) as store:
        build_sample(store, store.today())
    return path


__all__ = ["begun", "filled", "made_sample", "prepared", "terminal"]
