"""No orphans: what is in a folder of entities, screens, reports or renderers is in its list."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import LAYERS, ROOT, code_files, imported_modules, module_name, syntax

LISTS = {
    "db/entities": "ENTITIES",
    "app/screens": "SCREENS",
    "app/reports": "REPORTS",
    "app/rendering": "RENDERERS",
    "app/sheets/reading/formats": "READERS",
}
ENTRANCES = ("app.__main__", "db.migrations.env", "db.migrations.columns")
"""What nobody imports: what is run, and what migrations are made of that are still to be written."""


@pytest.mark.parametrize("folder", LISTS)
def test_what_is_in_a_folder_is_in_its_list(folder: str) -> None:
    listing = _file_of_list(LISTS[folder])
    if listing is None:
        pytest.skip(f"{LISTS[folder]} is not declared yet")
    reached = _reached_from(listing, folder)
    files = {path for path in code_files(folder) if path.name != "__init__.py"}
    users = {path for path in files if module_name(listing) in imported_modules(path)}
    assert sorted(map(str, files - reached - users - {listing})) == []


def test_each_module_is_imported_by_another() -> None:
    if not (ROOT / "app" / "__main__.py").exists():
        pytest.skip("the layers do not meet yet")
    imported = {name for path in code_files(*LAYERS) for name in imported_modules(path)}
    named = {module_name(path) for path in code_files(*LAYERS) if path.name != "__init__.py"}
    orphans = named - imported - set(ENTRANCES)
    assert sorted(name for name in orphans if ".migrations.versions." not in name) == []


def _file_of_list(name: str) -> Path | None:
    """Return the one file of the project that assigns the list `name` at its top; None while there is none."""
    files = [path for path in code_files(*LAYERS) if any(name in _assigned(node) for node in syntax(path).body)]
    assert len(files) <= 1, f"{name} is declared in {files}"
    return files[0] if files else None


def _assigned(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Assign):
        return [ast.unparse(target) for target in node.targets]
    return [ast.unparse(node.target)] if isinstance(node, ast.AnnAssign) else []


def _reached_from(listing: Path, folder: str) -> set[Path]:
    """Return the files of `folder` that the file of the list imports, and those that they import in their turn."""
    by_name = {module_name(path): path for path in code_files(folder)}
    reached: set[Path] = set()
    waiting = [listing]
    while waiting:
        names = set(imported_modules(waiting.pop()))
        new = {by_name[name] for name in names & by_name.keys()} - reached
        reached |= new
        waiting += new
    return reached
