"""What is tracked: nothing of one machine, nothing of a person, nothing too large."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, tracked_files

FOREIGN = re.compile(
    r"/home/\w+|/Users/\w+|/work/|/root/|[A-Z]:\\Users"
    r"|pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian\.org|find-links|index-url"
)
THIS = Path(__file__).relative_to(ROOT)
ALLOWED = (THIS, Path("tests/house/test_lock.py"))
LARGEST = 5_000_000
"""Bytes of the largest file: a clone is made over slow lines too."""


@pytest.fixture
def files() -> tuple[Path, ...]:
    found = tracked_files()
    if not found:
        pytest.skip("not a clone of the repository")
    return found


def test_no_file_names_a_machine_or_a_registry(files: tuple[Path, ...]) -> None:
    found = [f"{path}: {word}" for path in files if path not in ALLOWED for word in FOREIGN.findall(_text(path))]
    assert found == []


def test_no_file_of_a_person_is_tracked(files: tuple[Path, ...]) -> None:
    kept = [path for path in files if path.parts[:2] != ("tests", "old_files")]
    assert [str(path) for path in kept if path.suffix in (".enlace", ".db", ".sqlite", ".log")] == []


def test_no_file_is_too_large(files: tuple[Path, ...]) -> None:
    assert [str(path) for path in files if (ROOT / path).stat().st_size > LARGEST] == []


def _text(path: Path) -> str:
    content = (ROOT / path).read_bytes()
    return "" if b"\0" in content[:8000] else content.decode("utf-8", errors="replace")
