"""Asks for each run-time pin a wheel for each system and Python that Enlace serves; `make lock` ends with it."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"

SYSTEMS: Mapping[str, str] = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS x86_64": "x86_64-apple-darwin",
    "Linux x86_64": "x86_64-manylinux_2_34",
}
"""How uv calls each system; docs/dependencies.md promises glibc 2.34."""

OLDEST_MACOS = "14.0"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

Ask = Callable[[str, str, str], str]
"""Takes a lock, a system as uv calls it and a Python; gives why they do not fit, and nothing when they do."""


def pins(lock: str) -> Mapping[str, str]:
    """Return the lines of each pin of the text `lock`, hashes among them, by its name and version."""
    entries = (entry for entry in re.split(r"\n(?=[^\s#])", lock) if re.match(r"[^\s#]", entry))
    return {entry.split(maxsplit=1)[0]: f"{entry}\n" for entry in entries}


def lacking(lock: str, ask: Ask) -> Iterator[str]:
    """Return a line for each pin of the text `lock` that a system and Python cannot take, with what `ask` says of it.

    The whole lock is asked for at once, and its pins one by one only where it does not fit.
    """
    for (system, target), python in product(SYSTEMS.items(), PYTHONS):
        if said := ask(lock, target, python):
            single = [(pin, ask(lines, target, python)) for pin, lines in pins(lock).items()]
            guilty = [(pin, why) for pin, why in single if why] or [(LOCK.name, said)]
            yield from (f"{pin}, {system}, Python {python}: {why}" for pin, why in guilty)


def ask_uv(lock: str, target: str, python: str) -> str:
    """Ask the registry by uv, which reads names and metadata and fetches no wheel; give its words when it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        command: Sequence[str] = (
            *(str(Path(sys.executable).with_name("uv")), "pip", "install", "--quiet", "--dry-run", "--no-deps"),
            *("--require-hashes", "--only-binary", ":all:", "--target", folder),
            *("--python-platform", target, "--python-version", python, "--requirements", "-"),
        )
        environment = os.environ | {"MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
        done = subprocess.run(command, input=lock, env=environment, capture_output=True, check=False, text=True)
    return _cause(done.stderr) or "uv failed" if done.returncode else ""


def _cause(said: str) -> str:
    """Return the line in which uv says why, or all its lines as one."""
    found = re.search(r"cause: (.+?)(?:, we can conclude.*)?$", said, re.MULTILINE)
    return found[1] if found else " ".join(said.split())


def main() -> int:
    """Say what lacks a wheel; give the exit code, 0 when nothing does."""
    found = list(lacking(LOCK.read_text(encoding="utf-8"), ask_uv))
    sys.stderr.writelines(f"{line}\n" for line in found)
    if found:
        sys.stderr.write(f"{LOCK.name} cannot be installed everywhere: choose other versions, or other libraries.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
