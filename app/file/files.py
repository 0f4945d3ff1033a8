"""Files of the person: the Enlace file made, opened and copied, and any file written whole or not at all."""

import errno
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.file.account import account_name
from app.file.starter import fill_starter
from app.words.nulls import refuse_nulls
from app.words.problems import Label, Place, Problem, ProblemError
from app.words.words import mark
from db.store import Store
from db.titles import Title

ENDING = ".enlace"

_REASONS: Mapping[int, str] = {
    errno.ENOENT: mark("la carpeta no existe"),
    errno.ENOTDIR: mark("la carpeta no existe"),
    errno.EISDIR: mark("ya hay una carpeta con ese nombre"),
    errno.EACCES: mark("no tiene permiso para guardar allí"),
    errno.EPERM: mark("no tiene permiso para guardar allí"),
    errno.EROFS: mark("el lugar es de solo lectura"),
    errno.ENOSPC: mark("no hay lugar en el disco"),
    errno.EDQUOT: mark("no hay lugar en el disco"),
    errno.ENAMETOOLONG: mark("el nombre es demasiado largo"),
}
"""Why a file cannot be written, by the number that the system gives; the system's own words for others."""


def new_file(
    path: Path,
    passphrase: str | None,
    *,
    author: str = "",
    clock: Callable[[], date] = date.today,
) -> Store:
    """Make a file with the bodies and themes of the network; StoreFailure with its reason, leaving nothing behind.

    `author` is who works on it: the system's account when nobody is named.
    """
    store = Store.create(path, passphrase or None, author=author or account_name(), clock=clock)
    try:
        with store.operation(Title("Comienzo del archivo"), start=True) as session:
            fill_starter(session)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return store


def open_file(
    path: Path,
    passphrase: str | None,
    *,
    author: str = "",
    clock: Callable[[], date] = date.today,
    copies: Path | None = None,
) -> Store:
    """Open an Enlace file; StoreFailure with its reason when that cannot be done, and nothing is changed then.

    `author` is who works on it: the system's account when nobody is named.
    """
    return Store.open(path, passphrase or None, author=author or account_name(), clock=clock, copies=copies)


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Return a path beside `target` to write; when the block ends well the file is moved over `target`, else removed.

    Raises ProblemError when the place cannot be written, the disk is full, or another program holds the target.
    """
    refuse_nulls(str(target))
    target = Path(os.path.realpath(target))  # a link stays one, and what it leads to is written
    beside = target.with_name(f".enlace-{secrets.token_hex(8)}{target.suffix}")
    made = False
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        made = True
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise ProblemError(
            Problem(
                mark("No se pudo guardar el archivo ({reason})."),
                mark(
                    "Compruebe que la carpeta existe, que hay lugar y que el archivo no está abierto en otro programa."
                ),
                Place(file=str(target)),
                {"reason": _reason(error)},
            ),
        ) from error
    finally:
        if made:
            beside.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return Label(known) if known else error.strerror or str(error)


def write_atomically(target: Path, data: bytes) -> None:
    """Write `data` to `target`, whole or not at all; ProblemError when it cannot be written."""
    with written_beside(target) as beside:
        beside.write_bytes(data)


__all__ = ["ENDING", "Store", "new_file", "open_file", "write_atomically", "written_beside"]
