"""Where a paper is written: a stream, or a file that appears whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.problems import Place, Problem, ProblemError
from app.words import mark


def write_whole(target: BinaryIO | Path, content: bytes) -> None:
    """Write `content` into a stream, or beside a path and then over it; raises ProblemError and leaves the old file."""
    if not isinstance(target, Path):
        target.write(content)
        return
    try:
        _write_beside(target, content)
    except OSError as error:
        raise ProblemError(_problem(error, target)) from error


def _write_beside(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise


def _umask() -> int:
    """Give the mask of new files, which can be read only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _problem(error: OSError, target: Path) -> Problem:
    place = Place(file=target.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(mark("No hay lugar en el disco."), mark("Libere espacio o elija otra carpeta."), place)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        folder = {"folder": str(target.parent)}
        return Problem(mark("No existe la carpeta {folder}."), mark("Elija otra carpeta."), place, folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR):
        return Problem(
            mark("No se puede escribir el archivo."),
            mark("Si está abierto en otro programa, ciérrelo; si la carpeta es de solo lectura, elija otra."),
            place,
        )
    return Problem(
        mark("No se pudo escribir el archivo: {reason}."), "", place, {"reason": error.strerror or str(error)}
    )
