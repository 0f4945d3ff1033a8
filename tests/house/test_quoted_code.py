"""Code that a test hands to another Python as a text imports what there is."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import code_files, nodes

IMPORTED = re.compile(r"^\s*(?:from|import) ((?:app|db|resources|tests|tools|ui)(?:\.\w+)+)", re.MULTILINE)


def _quoted_imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from IMPORTED.findall(node.value)


def test_what_quoted_code_imports_exists() -> None:
    quoted = [(path, name) for path in code_files("tests", "tools") for name in _quoted_imports(path)]
    assert quoted
    lost = [(str(path), name) for path, name in quoted if not _exists(name)]
    assert lost == []


def _exists(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False
