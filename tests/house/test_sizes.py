"""Sizes: a file is one noun, a function does one thing, and what can be mixed up is passed by keyword."""

import ast

from tests.house.sources import ROOT, code_files, functions

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
POSITIONAL_PARAMETERS = 5


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in code_files()}
    assert {path: length for path, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    long = [
        f"{path}:{function.lineno} {function.name}: {length}"
        for path in code_files()
        if "versions" not in path.parts  # a step that makes a table is a list of columns, frozen once released
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_no_function_takes_more_than_five_positional_parameters() -> None:
    crowded = [
        f"{path}:{function.lineno} {function.name}: {', '.join(named)}"
        for path in code_files("app", "db", "resources", "ui", "tools")
        for function in functions(path)
        if len(named := _positional(function.args.posonlyargs + function.args.args)) > POSITIONAL_PARAMETERS
    ]
    assert crowded == []


def _positional(parameters: list[ast.arg]) -> list[str]:
    return [parameter.arg for parameter in parameters if parameter.arg not in ("self", "cls")]
