"""Names: each file says in one sentence what it is for, and none is a drawer for what has no place."""

import ast

from tests.house.sources import code_files, nodes, syntax

DRAWERS = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "managers", "stuff", "tools_"}


def test_no_module_is_a_drawer() -> None:
    assert [str(path) for path in code_files() if DRAWERS & {part.removesuffix(".py") for part in path.parts}] == []


def test_no_class_is_a_manager_or_a_helper() -> None:
    named = [
        f"{path}:{node.lineno} {node.name}"
        for path in code_files()
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Helper", "Util", "Utils"))
    ]
    assert named == []


def test_each_module_opens_with_one_sentence() -> None:
    openings = {str(path): (ast.get_docstring(syntax(path)) or "").split("\n\n")[0] for path in code_files()}
    assert {path: said for path, said in openings.items() if not said.endswith((".", "?"))} == {}
