"""`tests/` mirrors the code: a test file beside each module of weight, and no folder that the code does not have."""

from pathlib import Path

from tests.house.sources import ROOT, code_files

MIRRORED = ("app", "db", "ui")
WEIGHT = 150
"""Lines from which a module has tests of its own, under its own name."""

OWN_FOLDERS = ("tests/db/player",)
"""Folders of tests alone. The player makes random turns over a whole file, which is of no one module."""


def test_each_module_of_weight_has_its_test_file_beside_it() -> None:
    lacking = [str(path) for path in _modules_of_weight() if not (ROOT / _test_of(path)).is_file()]
    assert lacking == []


def test_each_folder_of_tests_is_one_of_the_code() -> None:
    folders = {path.parent for name in MIRRORED for path in code_files(f"tests/{name}")}
    strange = {str(folder) for folder in folders if not (ROOT / folder.relative_to("tests")).is_dir()}
    assert strange == set(OWN_FOLDERS)


def _modules_of_weight() -> list[Path]:
    return [path for path in code_files(*MIRRORED) if _is_weighty(path)]


def _is_weighty(path: Path) -> bool:
    if path.name == "__init__.py" or path.is_relative_to("db/migrations/versions"):
        return False
    return len((ROOT / path).read_text(encoding="utf-8").splitlines()) >= WEIGHT


def _test_of(module: Path) -> Path:
    return Path("tests") / module.parent / f"test_{module.name}"
