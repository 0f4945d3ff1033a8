"""The locks: exact versions with hashes for all that is declared, and no address of a registry."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT

RUN, DEV, INSTALL = "requirements.lock", "requirements-dev.lock", "requirements-uv.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = {
    RUN: PROJECT["project"]["dependencies"],
    DEV: [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]],
    INSTALL: PROJECT["dependency-groups"]["install"],
}

each_lock = pytest.mark.parametrize("lock", DECLARED)


def _text(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def _pins(lock: str) -> dict[str, Requirement]:
    """Return what `lock` pins, by the names as registries compare them."""
    pins = [Requirement(line.removesuffix("\\")) for line in _text(lock).splitlines() if line[:1].strip()]
    return {canonicalize_name(pin.name): pin for pin in pins}


@each_lock
def test_each_declared_library_is_locked(lock: str) -> None:
    declared = {canonicalize_name(Requirement(line).name) for line in DECLARED[lock]}
    assert declared - _pins(lock).keys() == set()


@each_lock
def test_each_locked_library_is_exact_and_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", _text(lock).strip())
    loose = [entry for entry in entries if "--hash=sha256:" not in entry or not re.match(r"[\w.\[\],-]+==\d", entry)]
    assert [entry.splitlines()[0] for entry in loose] == []


@each_lock
def test_no_lock_names_a_registry(lock: str) -> None:
    rest = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", _text(lock))
    assert re.findall(r"\S*(?:://|--index|--extra-index|--find-links|--trusted|@ )\S*", rest) == []


@each_lock
def test_a_library_asked_for_with_extras_is_pinned_with_them(lock: str) -> None:
    """Without them an old pip takes the pin for another library and stops."""
    pins = _pins(lock)
    wanted = [(name, needed) for name, pin in pins.items() for needed in _needs(pin)]
    wanted += [(lock, Requirement(line)) for line in DECLARED[lock]]
    bare = [
        f"{who} asks for {needed}"
        for who, needed in wanted
        if (pin := pins.get(canonicalize_name(needed.name))) and not needed.extras <= pin.extras
    ]
    assert bare == []


def _needs(pin: Requirement) -> Iterator[Requirement]:
    """Return what the installed library needs here; nothing when it is of another system."""
    try:
        declared = [Requirement(line) for line in requires(pin.name) or ()]
    except PackageNotFoundError:
        return
    for needed in declared:
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *pin.extras)):
            yield needed


def test_the_locks_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in DECLARED:
        for name, pin in _pins(lock).items():
            versions.setdefault(name, set()).add(str(pin.specifier))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_development_has_all_that_the_program_has_and_installing_has_the_tool_alone() -> None:
    assert _pins(RUN).keys() - _pins(DEV).keys() == set()
    assert _pins(INSTALL).keys() == {"setuptools", "uv"}


def test_the_program_is_installed_without_the_tools_of_its_development() -> None:
    tools = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["optional-dependencies"]["dev"]}
    assert tools & _pins(RUN).keys() <= {"packaging"}  # QtAwesome needs it too


def test_each_library_is_explained_with_its_licence() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = {Requirement(line).name.lower() for lines in DECLARED.values() for line in lines}
    assert sorted(name for name in names if f"| {name} |" not in explained) == []
