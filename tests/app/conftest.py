"""What the tests of the command line ask for."""

from pathlib import Path

import pytest

from tests.app.terminal import MEMBERS, Terminal


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Sit at a terminal whose person has set nothing."""
    monkeypatch.setenv("ENLACE_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("LC_ALL", "es_UY.UTF-8")
    monkeypatch.delenv("ENLACE_PASSPHRASE", raising=False)
    return Terminal(capsys, tmp_path)


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """Sit at a terminal with a new file and a list of members beside it."""
    terminal.answer("new", terminal.file, "--no-passphrase")
    (terminal.folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    return terminal
