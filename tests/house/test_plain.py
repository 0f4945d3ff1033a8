"""Texts may come from data: what Qt would read as a page or as the mark of a key is shown by `ui/look/plain.py`."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import code_files, functions, nodes

HOME = Path("ui/look/plain.py")

WIDGETS = {
    "QLabel": "Label",
    "QPushButton": "PushButton",
    "QToolButton": "ToolButton",
    "QRadioButton": "RadioButton",
    "QCheckBox": "CheckBox",
    "QMenu": "Menu",
    "QTabBar": "TabBar",
    "QTabWidget": "TabWidget",
    **dict.fromkeys(
        (
            *("QCommandLinkButton", "QDockWidget", "QErrorMessage", "QGroupBox", "QInputDialog", "QMessageBox"),
            *("QProgressDialog", "QSplashScreen", "QTextBrowser", "QTextEdit", "QToolBox", "QToolTip", "QWhatsThis"),
        ),
        "no widget yet that shows a text as it is",
    ),
}
"""Widgets that read a page or a key in what they are given, and what stands for each in `ui/look/plain.py`."""

CALLS = {
    "setToolTip": "set_tip",
    "setWindowTitle": "set_title",
    "addTab": "add of TabBar or TabWidget",
    **dict.fromkeys(
        (
            *("appendHtml", "insertHtml", "setHtml", "setMarkdown", "setStatusTip", "setTabToolTip"),
            *("setTextFormat", "setWhatsThis"),
        ),
        "plain text",
    ),
}
"""Methods that do the same, and what is called instead."""

MADE = {"addAction": (ast.Name, ast.Subscript), "addMenu": (ast.Name, ast.Attribute)}
"""How a command or a menu that is made already is written where it is added to a menu."""

ALLOWED = {("ui/table/copying.py", "setHtml"): "rows on the clipboard, whose cells are escaped"}


def test_no_widget_that_interprets_its_text_is_used() -> None:
    found = [
        f"{path}:{line} {name}: {WIDGETS[name]}" for path in _window() for name, line in _names(path) if name in WIDGETS
    ]
    assert found == []


def test_tips_and_titles_are_given_as_plain_text() -> None:
    found = [f"{path}:{line} {name}: {CALLS[name]}" for path, name, line in _calls() if not _is_allowed(path, name)]
    assert found == []


def test_a_model_gives_its_tips_as_plain_text() -> None:
    found = [
        f"{path}:{function.lineno} {function.name}"
        for path in _window()
        for function in functions(path)
        if {"ToolTipRole"} <= _words_of(function) and not {"plain_tip"} <= _words_of(function)
    ]
    assert found == []


def test_a_line_of_a_menu_is_offered_as_plain_text() -> None:
    """`addAction` and `addMenu` take a command or a menu that is made already, or the icon of a field."""
    found = [
        f"{path}:{node.lineno}"
        for path in _window()
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in MADE and not _is_made(node.args, MADE[node.func.attr])
    ]
    assert found == []


def test_each_exception_is_still_needed() -> None:
    assert {(path.as_posix(), name) for path, name, _ in _calls()} >= ALLOWED.keys()


def _window() -> list[Path]:
    return [path for path in code_files("ui") if path != HOME]


def _names(path: Path) -> Iterator[tuple[str, int]]:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno


def _calls() -> Iterator[tuple[Path, str, int]]:
    for path in _window():
        yield from ((path, name, line) for name, line in _names(path) if name in CALLS)


def _is_allowed(path: Path, name: str) -> bool:
    return (path.as_posix(), name) in ALLOWED


def _words_of(function: ast.AST) -> set[str]:
    attributes = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
    return attributes | {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}


def _is_made(given: list[ast.expr], taken: tuple[type[ast.expr], ...]) -> bool:
    first = given[0] if given else None
    if isinstance(first, ast.Call) and isinstance(first.func, ast.Name) and first.func.id == "icon":
        return True
    return len(given) == 1 and isinstance(first, taken)
