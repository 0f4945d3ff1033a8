"""The files of the project, as the tests of the house read them."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

from tools.make_words import gather_words, read_catalogue

ROOT = Path(__file__).parents[2]
LAYERS = ("app", "db", "resources", "ui")


@cache
def code_files(*folders: str) -> tuple[Path, ...]:
    """Return the Python files below `folders` of the project (all of them when none is named), relative to its root."""
    named = folders or (*LAYERS, "tests", "tools")
    found = [path for folder in named for path in (ROOT / folder).rglob("*.py")]
    found += [] if folders else list(ROOT.glob("*.py"))
    return tuple(sorted(path.relative_to(ROOT) for path in found))


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of the file at `path`, relative to the root of the project."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of that tree, the outer before the inner: to walk through it takes long."""
    return tuple(ast.walk(syntax(path)))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return each function and method of the file, nested ones too."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@cache
def imported_modules(path: Path) -> tuple[str, ...]:
    """Return the dotted names that the file imports; `from a import b` gives both `a` and `a.b`."""
    return tuple(_imported_modules(path))


def _imported_modules(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def gathered_words() -> Catalog:
    """Return the words of the code, gathered once for all tests that ask for them."""
    return gather_words()


@cache
def kept_words(language: str) -> Catalog:
    """Return the catalogue of `language` ("pt_BR"), read once for all tests that ask for it."""
    return read_catalogue(language)


def module_name(path: Path) -> str:
    """Return the dotted name of the module in the file (`app/cli.py` is `app.cli`, `app/__init__.py` is `app`)."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return the files that git tracks, relative to the root; none when it is not a clone, or git is not there."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return ()
    said = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(Path(name) for name in said.split("\0") if name and (ROOT / name).is_file())
