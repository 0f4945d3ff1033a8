"""The layers: ui → app → db, and each large library in its own corner."""

import re
from fnmatch import fnmatch

import pytest
from importlinter.cli import lint_imports

from tests.house.sources import code_files, imported_modules

CORNERS = {
    "docx": ("app/rendering/docx/*",),
    "icalendar": ("app/agenda/ics/*",),
    "lxml": (
        *("app/sheets/reading/*", "app/sheets/writing/*"),
        *("app/rendering/docx/*", "app/rendering/logo.py", "app/offices/*"),
    ),
    "openpyxl": ("app/sheets/reading/*", "app/sheets/writing/*", "app/rendering/xlsx/*"),
    "python_calamine": ("app/sheets/reading/*",),
    "reportlab": ("app/rendering/*",),
    "resvg_py": ("app/rendering/logo.py",),
    "sqlcipher3": ("db/*",),
    "PySide6": ("ui/*",),
}


def test_each_layer_imports_only_what_lies_below_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    failed = lint_imports(no_cache=True)
    said = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)
    assert not failed, said[said.find("Broken contracts") :]


@pytest.mark.parametrize("library", CORNERS)
def test_a_large_library_stays_in_its_corner(library: str) -> None:
    outside = [
        str(path)
        for path in code_files("app", "db", "resources", "ui")
        if any(name.split(".")[0] == library for name in imported_modules(path))
        and not any(fnmatch(path.as_posix(), corner) for corner in CORNERS[library])
    ]
    assert outside == []
