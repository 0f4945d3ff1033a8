"""The files of earlier schemas that the tests open, made by tools/make_old_file.py where they lack."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_installer import version

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "old_files"
VERSIONS = "db/migrations/versions"


class NotMade(Exception):
    """The file of a schema could not be made; the message says why."""


def is_kept(schema: int) -> bool:
    """Tell whether there is a file of the schema with this number."""
    return any(_schema_of(path) == schema for path in KEPT.glob("*.enlace.gz"))


def kept_before(schema: int) -> list[Path]:
    """Return the files of the schemas before the one with this number, packed."""
    return sorted(path for path in KEPT.glob("*.enlace.gz") if _schema_of(path) < schema)


def _schema_of(path: Path) -> int:
    return int(path.name.partition("-")[0].removeprefix("v"))


def keep_present(root: Path = ROOT) -> Path:
    """Make the file of the schema that the tree at `root` declares, there, and return its path; NotMade otherwise.

    It is made by a program of its own: this one may have read the declarations of another tree, or older ones.
    """
    try:
        said = _run(sys.executable, "-m", "tools.make_old_file", version(root), folder=root)
    except NotMade as error:
        again = "the program cannot make its sample in this schema yet; when it can, run make migration again"
        raise NotMade(f"{error}\nNo old file: {again}") from error
    return Path(said.splitlines()[-1])


def keep_left_behind(schema: int) -> Path:
    """Make the file of the schema with this number from the commit that wrote its migration, the last one; NotMade."""
    commit = _run("git", "log", "-1", "--format=%H", "--", VERSIONS).strip()
    with tempfile.TemporaryDirectory() as folder:
        tree, packed = Path(folder) / "tree", Path(folder) / "tree.tar"
        _run("git", "archive", f"--output={packed}", commit or "HEAD")
        shutil.unpack_archive(packed, tree, filter="data")
        made = keep_present(tree)
        if not made.name.startswith(f"v{schema}-"):
            raise NotMade(f"the last commit of {VERSIONS} makes {made.name}, which is not of schema {schema}")
        return Path(shutil.copy(made, KEPT))


def _run(*command: str, folder: Path = ROOT) -> str:
    try:
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    except FileNotFoundError as error:
        raise NotMade(f"{command[0]} is not here") from error
    except subprocess.CalledProcessError as error:
        raise NotMade(f"{' '.join(command[:3])}: {error.stderr.strip()[-600:]}") from error
