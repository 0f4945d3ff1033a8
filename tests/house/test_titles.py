"""Titles of operations: each is a word of its own, kept among the released ones, and translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.words.titles import FORMER, RELEASED
from db.titles import COUNT, PLACEHOLDER
from tests.house.sources import code_files, nodes
from tools.make_words import LANGUAGES, is_translated, read_catalogue


def test_each_title_of_the_code_is_kept_among_the_released_ones() -> None:
    said = {f"{path}:{call.lineno}": _source(call) for path, call in _titles()}
    assert len(said) > len(RELEASED) / 2
    assert {place: source for place, source in said.items() if source not in RELEASED} == {}


def test_each_title_of_the_code_has_the_values_that_it_asks_for() -> None:
    assert [place for path, call in _titles() if not _is_filled(call) and (place := f"{path}:{call.lineno}")] == []


def test_each_released_title_stands_once() -> None:
    assert len({one for one, _ in RELEASED}) == len(RELEASED)


def test_each_former_title_is_said_by_one_of_today_with_the_same_values() -> None:
    said = set(RELEASED)
    assert [old for old, now in FORMER.items() if now not in said or old in {one for one, _ in RELEASED}] == []
    assert [old for old, now in FORMER.items() if _asked(old) != _asked("".join(now))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_released_title_is_translated(language: str) -> None:
    catalogue = read_catalogue(language)
    for one, many in RELEASED:
        message = catalogue.get(one)
        assert message is not None, one
        assert is_translated(message), one
        assert message.id == ((one, many) if many else one)


def _asked(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _titles() -> Iterator[tuple[Path, ast.Call]]:
    for path in code_files("app", "ui"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Title":
                yield path, node


def _source(call: ast.Call) -> tuple[object, ...]:
    """Return the words of a title for one and for several, as they stand in the code."""
    given = [*call.args[:2], *(each.value for each in call.keywords if each.arg in ("text", "plural"))]
    found = [each.value if isinstance(each, ast.Constant) else ast.unparse(each) for each in given]
    return (*found, "")[:2]


def _is_filled(call: ast.Call) -> bool:
    """Tell whether the values that stand in the call are those of its placeholders; values made elsewhere pass."""
    given = [*call.args[3:4], *(each.value for each in call.keywords if each.arg == "values")]
    asked = set(PLACEHOLDER.findall("".join(map(str, _source(call))))) - {COUNT}
    if not given:
        return not asked
    values = given[0]
    return not isinstance(values, ast.Dict) or {ast.literal_eval(key) for key in values.keys if key} == asked
