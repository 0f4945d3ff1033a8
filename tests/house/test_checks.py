"""Style and types: ruff and mypy find nothing, and whoever silences them says why."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT, code_files

SILENCED = re.compile(r"#\s*(type: ignore|noqa)(?P<codes>\[[^\]]+\]|: ?[A-Z0-9, ]+)?(?P<reason>.*)")


def test_ruff_finds_nothing() -> None:
    assert _complaints("ruff", "check", "--no-cache", "--output-format=concise", "--quiet", ".") == ""


def test_mypy_finds_nothing() -> None:
    assert _complaints("mypy", "--no-error-summary", "--hide-error-context") == ""


def test_whoever_silences_a_check_says_which_and_why() -> None:
    unexplained = [
        f"{path}:{number} {line.strip()}"
        for path in code_files()
        if path != Path(__file__).relative_to(ROOT)
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), start=1)
        if (found := SILENCED.search(line)) and not (found["codes"] and re.search(r"\w{3}", found["reason"]))
    ]
    assert unexplained == []


def _complaints(tool: str, *arguments: str) -> str:
    program = shutil.which(tool, path=str(Path(sys.executable).parent)) or tool
    said = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, check=False, text=True)
    return said.stdout + said.stderr or f"code {said.returncode}".removeprefix("code 0")
