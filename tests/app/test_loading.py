"""Loading many modules: nothing looks into them meanwhile, and all is as before afterwards."""

import builtins
import gc

import pytest

from app.loading import loading


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
