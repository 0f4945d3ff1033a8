"""The Enlace file of the person, made and opened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.file.account import account_name
from app.file.starter import fill_starter
from app.file.store_problems import StoreFailure, problem_of_creating
from app.words.problems import ProblemError
from db.store import Store
from db.titles import Title


def new_file(
    path: Path,
    passphrase: str | None,
    *,
    author: str = "",
    language: str = "es",
    clock: Callable[[], date] = date.today,
) -> Store:
    """Make a file with the bodies and themes of the network; where it cannot be made nothing is left behind.

    `author` is who works on it: the system's account when nobody is named. `language` is that of its notes.
    Raises ProblemError in the words of creating, or StoreFailure where there are no other words for it than for any
    file.
    """
    try:
        store = Store.create(path, passphrase or None, author=author or account_name(), clock=clock)
        return _begun(store, language)
    except StoreFailure as failure:
        problem = problem_of_creating(failure)
        if problem is None:
            raise
        raise ProblemError(problem) from failure


def _begun(store: Store, language: str) -> Store:
    try:
        with store.operation(Title("Comienzo del archivo"), start=True) as session:
            fill_starter(session, language)
    except BaseException:
        store.close()
        store.path.unlink(missing_ok=True)
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


__all__ = ["Store", "new_file", "open_file"]
