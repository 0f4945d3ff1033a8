"""What is tracked: nothing of one machine, nothing of a person, no host but the known ones, nothing too large."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, tracked_files

MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|workspace|builds|mnt|media)/\w+|[A-Z]:\\Users|file://|find-links|index-url"
)
"""Folders where people and machines keep their own, and the settings of pip that name a registry."""
SPEAKING_OF_THEM = (Path(__file__).relative_to(ROOT), Path("tests/house/test_lock.py"))

ENDINGS = (
    "ar bo br cl cn co com de dev ec edu es eu fr gob gov gub int io it mx net nl org pe pt ru sh uk us uy ve"
).replace(" ", "|")
ADDRESS = re.compile(r"[A-Za-z][\w+.-]*://(?:[^\s/@]*@)?(\w[\w.-]*\w)")
BARE_HOST = re.compile(rf"(?<![\w.-])(?:[\w-]+\.)+(?:{ENDINGS})(?![\w(-]|\.\w)", re.IGNORECASE)
"""A host without its scheme, as a text says it; an attribute of Python that ends alike is mostly called or goes on."""

KNOWN_HOSTS = {
    line.split()[0]
    for line in (ROOT / "tests" / "house" / "hosts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
LARGEST = 5_000_000
"""Bytes of the largest file: a clone is made over slow lines too."""


@pytest.fixture
def files() -> tuple[Path, ...]:
    found = tracked_files()
    if not found:
        pytest.skip("not a clone of the repository")
    return found


def test_no_file_names_a_machine(files: tuple[Path, ...]) -> None:
    others = [path for path in files if path not in SPEAKING_OF_THEM]
    assert [f"{path}: {word}" for path in others for word in MACHINE.findall(_text(path))] == []


def test_each_host_is_a_known_one(files: tuple[Path, ...]) -> None:
    """A registry is none of them, so its host is found without being spelled here."""
    strangers = [f"{path}: {host}" for path in files for host in sorted(_hosts(_text(path))) if not _is_known(host)]
    assert strangers == []


def test_each_known_host_is_still_named_somewhere(files: tuple[Path, ...]) -> None:
    named = {host for path in files if path.name != "hosts.txt" for host in _hosts(_text(path))}
    assert sorted(KNOWN_HOSTS - named - {host for host in KNOWN_HOSTS if host.startswith("*.")}) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://packages.example.org/simple/",
        "git+ssh://someone:secret@packages.example.org:8080",
        "from packages.example.org.",
        "PACKAGES.Example.org/simple",
        "someone@packages.example.org",
        "(packages.example.org)",
    ],
)
def test_a_host_is_seen_with_its_scheme_and_without(text: str) -> None:
    assert _hosts(text) == {"packages.example.org"}


@pytest.mark.parametrize("text", ["tools/check.py", "self.info", "row.com_port", "Row.co(1)", "sqlite://", "2.5.io2"])
def test_code_is_not_taken_for_a_host(text: str) -> None:
    assert _hosts(text) == set()


def test_no_file_of_a_person_is_tracked(files: tuple[Path, ...]) -> None:
    kept = [path for path in files if path.parts[:2] != ("tests", "old_files")]
    assert [str(path) for path in kept if path.suffix in (".enlace", ".db", ".sqlite", ".log")] == []


def test_no_file_is_too_large(files: tuple[Path, ...]) -> None:
    assert [str(path) for path in files if (ROOT / path).stat().st_size > LARGEST] == []


def _hosts(text: str) -> set[str]:
    return {host.lower() for pattern in (ADDRESS, BARE_HOST) for host in pattern.findall(text)}


def _is_known(host: str) -> bool:
    return host in KNOWN_HOSTS or f"*.{host.split('.', 1)[-1]}" in KNOWN_HOSTS


def _text(path: Path) -> str:
    content = (ROOT / path).read_bytes()
    return "" if b"\0" in content[:8000] else content.decode("utf-8", errors="replace")
