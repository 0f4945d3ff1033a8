"""State: a module holds no list that somebody can change, and does nothing when it is imported."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import code_files, nodes, syntax

CHANGEABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
READ_ONLY = ("Mapping", "Sequence", "Collection", "Final[Mapping", "Final[Sequence")
LAYERS = ("app", "db", "resources", "ui", "tools")


def test_no_module_holds_state_that_can_be_changed() -> None:
    found = [
        f"{path}:{line} {name}"
        for path in code_files(*LAYERS)
        for name, line in _changeable(path)
        if not (name.startswith("__") and name.endswith("__"))
    ]
    assert found == []


def test_no_function_rebinds_a_name_of_its_module() -> None:
    found = [
        f"{path}:{node.lineno}" for path in code_files(*LAYERS) for node in nodes(path) if isinstance(node, ast.Global)
    ]
    assert found == []


def test_nothing_is_done_at_import() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path in code_files(*LAYERS)
        if "versions" not in path.parts and path.name != "env.py"  # Alembic loads these to run them
        for node in syntax(path).body
        if isinstance(node, ast.For | ast.While | ast.With) or _is_call(node)
    ]
    assert found == []


def _is_call(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


def _changeable(path: Path) -> Iterator[tuple[str, int]]:
    for node in syntax(path).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, CHANGEABLE):
            for target in node.targets:
                yield ast.unparse(target), node.lineno
        elif isinstance(node, ast.AnnAssign) and isinstance(node.value, CHANGEABLE) and not _read_only(node):
            yield ast.unparse(node.target), node.lineno


def _read_only(node: ast.AnnAssign) -> bool:
    """Tell whether mypy keeps the declared name from being changed."""
    return ast.unparse(node.annotation).startswith(READ_ONLY)
