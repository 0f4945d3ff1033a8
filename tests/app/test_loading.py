"""Loading many modules: nothing looks into them meanwhile, and all is as before afterwards."""

import builtins
import gc

import pytest

import app.cli
from app.__main__ import main
from app.loading import COLLECTED_AFTER, loading


def test_what_stands_before_importing_is_passed_by_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    usual = builtins.__import__

    def look(name: str, *given: object, **named: object) -> object:
        asked.append(name)
        return usual(name, *given, **named)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(builtins, "__import__", look)
    with loading():
        import colorsys  # noqa: F401 - any module
    assert asked == []
    assert builtins.__import__ is look
    assert gc.isenabled()


def test_the_program_collects_rarely_from_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[int] = []

    def look(*_: object) -> int:
        found.append(gc.get_threshold()[0])
        return 0

    usual = gc.get_threshold()
    monkeypatch.setattr(app.cli, "main", look)
    gc.set_threshold(700)
    try:
        assert main() == 0
    finally:
        gc.set_threshold(*usual)
    assert found == [COLLECTED_AFTER]
