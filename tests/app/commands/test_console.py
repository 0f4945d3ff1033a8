"""A command whose output is closed, full or left unread ends in words or in silence, never in a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.store import Store

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(store: Store) -> Path:
    """Return a file that nobody holds."""
    store.close()
    return store.path


def run(line: str, path: Path, tmp_path: Path) -> tuple[int, str]:
    """Run a line of the shell on the file; give its exit code and what it said beside its output."""
    done = subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {line}"],
        env={"ENLACE_SETTINGS": str(tmp_path / "settings"), "LANG": "es_UY.UTF-8", "HERE": str(path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


ENLACE = f"{sys.executable} -m app"


def test_a_reader_that_leaves_ends_the_command_quietly(path: Path, tmp_path: Path) -> None:
    code, said = run(f'{ENLACE} info "$HERE" --json | true', path, tmp_path)
    assert said == ""
    assert code in (0, 1)


def test_a_closed_output_is_no_fault(path: Path, tmp_path: Path) -> None:
    assert run(f'{ENLACE} info "$HERE" >&-', path, tmp_path) == (0, "")
    assert run(f'{ENLACE} info "$HERE" >&- 2>&-', path, tmp_path) == (0, "")
    assert run(f'{ENLACE} undo "$HERE" >&-', path, tmp_path) == (1, "No hay nada que deshacer.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_output_is_told(path: Path, tmp_path: Path) -> None:
    code, said = run(f'{ENLACE} info "$HERE" >/dev/full', path, tmp_path)
    assert code == 1
    assert said.startswith("No hay lugar en el disco.")
    assert not (tmp_path / "settings" / "logs").exists()
