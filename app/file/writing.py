"""Any file of the person written, whole or not at all."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.words.nulls import refuse_nulls
from app.words.problems import Label, Place, Problem, ProblemError
from app.words.words import mark

ENDING = ".enlace"
"""How the name of an Enlace file ends."""

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


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Return a path beside `target` to write; when the block ends well the file is moved over `target`, else removed.

    Raises ProblemError when the place cannot be written, the disk is full, or another program holds the target.
    """
    import secrets

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
        _move(beside, target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        if made:
            beside.unlink(missing_ok=True)


def _move(beside: Path, target: Path) -> None:
    """Move what was written over `target`; ProblemError when only that is refused, as by Windows of an open file."""
    try:
        beside.replace(target)
    except PermissionError as error:
        if not target.is_file():
            raise
        text = mark("No se pudo guardar el archivo: está abierto en otro programa, o protegido.")
        hint = mark("Ciérrelo allí, o guárdelo con otro nombre.")
        raise ProblemError(Problem(text, hint, Place(file=str(target)))) from error


def cannot_write(target: Path, error: OSError) -> ProblemError:
    """Return what says that `target`, a file or a folder, cannot be written, and why."""
    text = mark("No se pudo guardar el archivo ({reason}).")
    hint = mark("Compruebe que la carpeta existe, que hay lugar y que el archivo no está abierto en otro programa.")
    return ProblemError(Problem(text, hint, Place(file=str(target)), {"reason": _reason(error)}))


def _reason(error: OSError) -> str:
    known = _REASONS.get(error.errno or 0)
    return Label(known) if known else error.strerror or str(error)


def write_atomically(target: Path, data: bytes) -> None:
    """Write `data` to `target`, whole or not at all; ProblemError when it cannot be written."""
    with written_beside(target) as beside:
        beside.write_bytes(data)
