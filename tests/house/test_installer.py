"""The installer: what is frozen, what is left out of it, and what is handed out."""

import sys
import tarfile
from pathlib import Path

import pytest

import build_installer
from build_installer import BuildError, freezer_arguments, pack_linux, surplus, try_out
from tests.house.sources import code_files, imported_modules, module_name

KEPT = (
    "_internal/babel/locale-data/es_UY.dat",
    "_internal/babel/locale-data/root.dat",
    "_internal/qtawesome/fonts/phosphor-1.3.0.ttf",
    "_internal/PySide6/Qt/translations/qtbase_pt_BR.qm",
    "_internal/PySide6/Qt/lib/libQt6Widgets.so.6",
    "_internal/PySide6/QtWidgets.abi3.so",
    "_internal/resources/words/pt_BR/LC_MESSAGES/enlace.mo",
)
LEFT = (
    "_internal/babel/locale-data/zu.dat",
    "_internal/babel/locale-data/ceb_PH.dat",
    "_internal/qtawesome/fonts/remixicon-2.5.0.ttf",
    "_internal/PySide6/Qt/translations/qtbase_ja.qm",
    "_internal/PySide6/Qt/lib/libQt6Quick.so.6",
    "_internal/PySide6/Qt/plugins/imageformats/libqpdf.so",
    "_internal/PySide6/QtNetwork.abi3.so",
    "_internal/db/migrations/__pycache__/env.cpython-311.pyc",
)


def _make(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_only_what_the_program_never_reads_is_left_out(tmp_path: Path) -> None:
    _make(tmp_path, KEPT + LEFT)
    assert {path.relative_to(tmp_path).as_posix() for path in surplus(tmp_path)} == set(LEFT)


def test_the_data_that_the_program_reads_is_frozen_with_it() -> None:
    said = " ".join(freezer_arguments())
    fonts = ("font_source_sans_pro", "qtawesome")
    for name in ("resources", "migrations", *fonts, "pypdfium2_raw", "=docx", "docx/parts"):
        assert name in said


@pytest.mark.parametrize(
    ("system", "icon"), [("win32", "enlace.ico"), ("darwin", "enlace.icns"), ("linux", "")], ids=str
)
def test_the_frozen_program_bears_its_icon_where_a_program_can(system: str, icon: str) -> None:
    given = [Path(each.partition("=")[2]) for each in freezer_arguments(system) if each.startswith("--icon=")]
    assert [path.name for path in given if path.is_file()] == ([icon] if icon else [])


def test_what_migrations_import_of_ours_is_frozen_with_the_program() -> None:
    """Alembic loads a migration from its file, and PyInstaller sees nothing of what it imports."""
    imported = {name for path in code_files("db/migrations/versions") for name in imported_modules(path)}
    known = {module_name(path) for path in code_files("db/migrations") if "versions" not in path.parts}
    assert known - {"db.migrations", "db.migrations.env"} <= set(build_installer.HIDDEN)
    assert {name for name in imported if name.startswith("db.")} & known <= set(build_installer.HIDDEN)


def test_the_archive_holds_one_folder_and_no_name_of_who_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_installer, "DIST", tmp_path / "dist")
    _make(tmp_path / "frozen", ("enlace", "_internal/resources/x"))
    archive = pack_linux(tmp_path / "frozen", "enlace-9.9-linux-x86_64")
    assert archive.name == "enlace-9.9-linux-x86_64.tar.gz"
    with tarfile.open(archive) as packed:
        members = packed.getmembers()
    assert {member.name.split("/")[0] for member in members} == {"enlace-9.9-linux-x86_64"}
    assert {(member.uid, member.uname) for member in members} == {(0, "")}


def test_a_frozen_program_that_fails_is_not_packed() -> None:
    with pytest.raises(BuildError, match="enlace sample"):
        try_out(Path(sys.executable))


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_a_system_without_packager_says_so(tmp_path: Path, system: str) -> None:
    with pytest.raises(BuildError, match="not made yet"):
        build_installer.PACKAGERS[system](tmp_path, "enlace-0.1")
