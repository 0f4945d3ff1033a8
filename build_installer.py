"""Freezes the program, tries the frozen program, and packs it for this system."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from platform import machine

ROOT = Path(__file__).parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"

LANGUAGES = ("root", "es", "pt", "en")
"""The languages whose names and dates the program speaks: of the 32 MB of Babel these stay."""

ICON_FONT = "phosphor"
"""The one font of icons that the window uses, of the eleven that QtAwesome ships."""

DATA_PACKAGES = (
    *("font_source_sans_pro", "qtawesome", "pypdfium2", "pypdfium2_raw", "babel", "email_validator"),
    "docx",  # the empty document that it begins with
)
FOLDERS = ("docx.parts",)
"""Packages from whose folder their library goes up to its data: it must be there, though the code lies elsewhere."""
HIDDEN = (
    "db.migrations.columns",
    "db.migrations.entries_by_field",
    "qtawesome",
    "sqlcipher3.dbapi2",
    "phonenumbers.data",
    "logging.config",
)
LEFT_OUT = (
    "IPython",
    "hypothesis",
    "matplotlib",
    "mypy",
    "numpy",
    "pandas",
    "phonenumbers.carrierdata",
    "phonenumbers.geodata",
    "phonenumbers.tzdata",
    "pytest",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "setuptools",
    "tkinter",
)
QT_LEFT_OUT = ("Network", "OpenGL", "Pdf", "Qml", "Quick", "Sql", "VirtualKeyboard")
"""Libraries of Qt that its plugins bring along and no window of ours loads."""

ICONS: Mapping[str, Path] = {
    "win32": ROOT / "resources" / "icon" / "enlace.ico",
    "darwin": ROOT / "resources" / "icon" / "enlace.icns",
}
"""The icon that the frozen program bears, on systems where a program is a file with an icon in it."""

PASSPHRASE = "frozen and tried"  # noqa: S105  # of a sample file that is thrown away
SMOKE: Sequence[Sequence[str]] = (
    ("sample", "{folder}/muestra.enlace"),
    ("check", "{folder}/muestra.enlace"),
    ("info", "{folder}/muestra.enlace", "--json"),
    *(
        ("report", "{folder}/muestra.enlace", "board-pack", "--language", "pt", "--out", f"{{folder}}/dossie.{kind}")
        for kind in ("pdf", "xlsx", "docx")
    ),
    ("export", "{folder}/muestra.enlace", "municipality", "--out", "{folder}/cidades.xlsx"),
    ("import", "{folder}/muestra.enlace", "{folder}/cidades.xlsx", "--entity", "municipality", "--dry-run", "--json"),
    ("new", "{folder}/nuevo.enlace"),
    ("check", "{folder}/nuevo.enlace"),
    ("picture", "{folder}/muestra.enlace", "--out", "{folder}/ventana.png"),
)
"""What the frozen program must be able to do before it is packed: each way through a library of its own."""


class BuildError(Exception):
    """The program could not be frozen, tried or packed; the message says what failed."""


def version(root: Path = ROOT) -> str:
    """Return the version of the project at `root`, as pyproject.toml says it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def freezer_arguments(system: str = sys.platform) -> list[str]:
    """Return what PyInstaller is told: one folder, our data beside our code, and what nobody imports left out.

    `system` is the one to freeze for, whose programs may bear an icon.
    """
    options = ["--noconfirm", "--clean", "--onedir", "--name=enlace", "--log-level=ERROR"]
    options += ["--recursive-copy-metadata=enlace"]  # the notices of the libraries lie there
    options += [f"--distpath={BUILD / 'frozen'}", f"--workpath={BUILD / 'work'}", f"--specpath={BUILD}"]
    options += [f"--paths={ROOT}", f"--add-data={ROOT / 'resources'}{os.pathsep}resources"]
    options += [f"--add-data={ROOT / 'db' / 'migrations'}{os.pathsep}db/migrations"]
    options += [f"--icon={ICONS[system]}"] if system in ICONS else []
    options += [f"--collect-data={name}" for name in DATA_PACKAGES]
    options += [f"--add-data={_first_file(name)}{os.pathsep}{name.replace('.', '/')}" for name in FOLDERS]
    options += [f"--hidden-import={name}" for name in HIDDEN]
    options += [f"--exclude-module={name}" for name in LEFT_OUT]
    return [*options, str(ROOT / "app" / "__main__.py")]


def _first_file(package: str) -> str:
    """Return where the file of a package lies that stands for its folder."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise BuildError(f"{package} is not installed")
    return found.origin


def surplus(folder: Path) -> Iterator[Path]:
    """Return the files of the frozen `folder` that the program never reads: other languages, fonts, parts of Qt."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and _is_surplus(path.relative_to(folder)):
            yield path


def _is_surplus(path: Path) -> bool:
    inside = path.as_posix()
    if "babel/locale-data/" in inside:
        return path.stem.split("_")[0] not in LANGUAGES
    if "qtawesome/fonts/" in inside:
        return not path.name.startswith(ICON_FONT)
    if "PySide6/" in inside and "/translations/" in inside:
        return path.stem.split("_")[1] not in LANGUAGES
    if "PySide6/" in inside:
        return any(f"Qt6{name}" in path.name or f"Qt{name}." in path.name for name in QT_LEFT_OUT) or _pdf_images(path)
    return "__pycache__" in path.parts


def _pdf_images(path: Path) -> bool:
    return path.parent.name == "imageformats" and "qpdf" in path.name


def freeze() -> Path:
    """Freeze the program into a folder and give that folder; BuildError when PyInstaller fails."""
    done = subprocess.run([sys.executable, "-m", "PyInstaller", *freezer_arguments()], cwd=ROOT, check=False)
    if done.returncode:
        raise BuildError("PyInstaller could not freeze the program")
    folder = BUILD / "frozen" / "enlace"
    for path in surplus(folder):
        path.unlink()
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copy(ROOT / "docs" / "dependencies.md", folder / "LIBRARIES.md")
    return folder


def try_out(program: Path) -> None:
    """Run each command of `SMOKE` with the frozen `program`, in a folder that is thrown away; BuildError if one fails.

    Nothing of the environment that could lend it a library is handed on.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT", "TEMP") if name in os.environ}
    kept |= {"QT_QPA_PLATFORM": "offscreen", "ENLACE_PASSPHRASE": PASSPHRASE}
    with tempfile.TemporaryDirectory() as folder:
        environment = kept | {"ENLACE_SETTINGS": folder}
        for command in SMOKE:
            arguments = [part.format(folder=folder) for part in command]
            done = subprocess.run(
                [program, *arguments], cwd=folder, env=environment, capture_output=True, check=False, text=True
            )
            if done.returncode:
                raise BuildError(f"the frozen program failed at `enlace {' '.join(arguments)}`:\n{done.stderr}")


def pack_linux(folder: Path, name: str) -> Path:
    """Pack the frozen `folder` as `dist/NAME.tar.gz`, to be unpacked anywhere, and give the archive."""
    DIST.mkdir(exist_ok=True)
    archive = DIST / f"{name}.tar.gz"
    beside = archive.with_suffix(".part")
    with tarfile.open(beside, "w:gz") as packed:
        packed.add(folder, arcname=name, filter=_belonging_to_nobody)
    beside.replace(archive)
    return archive


def _belonging_to_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out whose computer the archive was made on."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def not_made_yet(folder: Path, name: str) -> Path:
    """Say that this system has no packager yet; the frozen folder is left where it is."""
    raise BuildError(f"the installer of {name} for this system is not made yet; the frozen program is in {folder}")


PACKAGERS: Mapping[str, Callable[[Path, str], Path]] = {
    "linux": pack_linux,
    "win32": not_made_yet,
    "darwin": not_made_yet,
}
"""How each system gets its program: the frozen folder and the name with version make the file to hand out."""


def main() -> int:
    """Freeze, try and pack; give the exit code, 0 when the archive is made."""
    try:
        pack = PACKAGERS.get(sys.platform, not_made_yet)
        folder = freeze()
        try_out(folder / ("enlace.exe" if sys.platform == "win32" else "enlace"))
        archive = pack(folder, f"enlace-{version()}-{sys.platform}-{machine()}")
    except BuildError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    sys.stdout.write(f"{archive}: {archive.stat().st_size / 1_000_000:.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
