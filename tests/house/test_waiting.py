"""Tests of the window wait for its rest (`tests/ui/waiting.py`), not for some milliseconds nor for a command."""

import ast
from collections.abc import Iterator

from tests.house.sources import code_files, nodes


def test_no_test_waits_by_the_clock() -> None:
    assert [place for place, _ in _calls("wait")] == []


def test_no_test_waits_until_a_command_is_enabled() -> None:
    """It is enabled too while the operation before is under way, until the window refreshes."""
    assert [place for place, call in _calls("waitUntil") if "commands[" in ast.unparse(call)] == []


def _calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Return the calls of a method of `qtbot`, each with its place."""
    for path in code_files("tests"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == f"qtbot.{name}":
                yield f"{path}:{node.lineno}", node
