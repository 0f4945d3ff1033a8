"""Libraries: only what they make public is used, since a later release may change the rest without a word."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.house.sources import code_files, imported_modules, nodes

OURS = {path.parts[0].removesuffix(".py") for path in code_files()}

ALLOWED = {
    "_Element": "lxml has no other name for the type of an element of a tree that it has read",
    "_exit": "documented, for the child of os.fork()",
    "_variant_mapping": "SQLAlchemy says nowhere else which type a column has on one engine alone",
}
"""The names that look private and may be used, each with its reason."""


def test_no_private_module_of_a_library_is_imported() -> None:
    found = {
        f"{path} {name}"
        for path in code_files()
        for name in imported_modules(path)
        if name.split(".")[0] not in OURS and any(map(_is_private, name.split(".")))
    }
    assert sorted(found) == []


def test_no_private_name_of_a_library_is_used() -> None:
    """A private name that our own code makes nowhere is a library's; of the others ruff asks the reason (SLF001)."""
    found = [f"{path}:{line} {name}" for path in code_files() for name, line in _strange(path) if name not in ALLOWED]
    assert found == []


def test_each_exception_is_still_needed() -> None:
    assert ALLOWED.keys() - {name for path in code_files() for name, _ in _strange(path)} == set()


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


@cache
def _strange(path: Path) -> tuple[tuple[str, int], ...]:
    """Return the private names that the file uses and none of our files makes, with their lines."""
    return tuple((name, line) for name, line in _used(nodes(path)) if _is_private(name) and name not in _made())


def _used(tree: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Return the attributes that are read, also by `getattr` and in types that stand in quotation marks."""
    for node in tree:
        match node:
            case ast.Attribute(attr=name, lineno=line):
                yield name, line
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_], lineno=line):
                yield name, line
            case ast.arg(annotation=ast.expr() as quoted):
                yield from _used_in_quotes(quoted)
            case ast.FunctionDef(returns=ast.expr() as quoted):
                yield from _used_in_quotes(quoted)
            case ast.AnnAssign(annotation=quoted):
                yield from _used_in_quotes(quoted)


def _used_in_quotes(annotation: ast.expr) -> Iterator[tuple[str, int]]:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((name, node.lineno) for name, _ in _used(ast.walk(ast.parse(node.value, mode="eval"))))


@cache
def _made() -> frozenset[str]:
    """Return the names that our own code gives to functions, classes, variables and attributes."""
    return frozenset(name for path in code_files() for node in nodes(path) for name in _given(node))


def _given(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            yield name


def test_nobody_walks_the_chain_of_focus() -> None:
    """PySide takes what these give for a child of what they are asked of: an open dialog was collected as garbage."""
    walked = {"nextInFocusChain", "previousInFocusChain"}
    places = [
        f"{path}:{node.lineno}"
        for path in code_files("ui")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in walked
    ]
    assert places == []
