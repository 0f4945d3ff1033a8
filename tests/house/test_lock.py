"""The lock: exact versions with hashes for all that is declared, and no address of a registry."""

import re
import tomllib

from tests.house.sources import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _same_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_declared_library_is_locked() -> None:
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    names = {_same_name(re.split(r"[<>=!~\[; ]", line)[0]) for line in declared}
    locked = {_same_name(name) for name in re.findall(r"^([\w.-]+)==", LOCK, flags=re.MULTILINE)}
    assert names - locked == set()


def test_each_locked_library_has_hashes() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_registry() -> None:
    rest = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", LOCK)
    assert re.findall(r"\S*(?:://|--index|--extra-index|--find-links|--trusted|@ )\S*", rest) == []


def test_each_library_is_explained_with_its_licence() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    names = [re.split(r"[<>=!~\[; ]", line)[0].lower() for line in declared]
    assert [name for name in names if f"| {name} |" not in explained] == []
