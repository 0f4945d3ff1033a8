"""Files of the person: the Enlace file made, opened and copied, and any file written whole or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.problems import Place, Problem, ProblemError
from app.starter import fill_starter
from app.words import Words, mark
from db.store import Store

ENDING = ".enlace"


def new_file(
    path: Path,
    passphrase: str | None,
    words: Words,
    *,
    author: str = "",
    clock: Callable[[], date] = date.today,
) -> Store:
    """Make a file with the bodies and themes of the network; StoreFailure with its reason, leaving nothing behind."""
    store = Store.create(path, passphrase or None, author=author, clock=clock)
    try:
        with store.operation(words("Empezar el archivo")) as session:
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
    """Open an Enlace file; StoreFailure with its reason when that cannot be done, and nothing is changed then."""
    return Store.open(path, passphrase or None, author=author, clock=clock, copies=copies)


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give a path beside `target` to write to; when the block ends well the file is moved over `target`, else removed.

    Raises ProblemError when the place cannot be written, the disk is full, or another program holds the target.
    """
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}.", suffix=target.suffix, dir=target.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        beside.chmod(0o666 & ~_umask())
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
                {"reason": error.strerror or str(error)},
            ),
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def write_atomically(target: Path, data: bytes) -> None:
    """Write `data` to `target`, whole or not at all; ProblemError when it cannot be written."""
    with written_beside(target) as beside:
        beside.write_bytes(data)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


__all__ = ["ENDING", "Store", "new_file", "open_file", "write_atomically", "written_beside"]
