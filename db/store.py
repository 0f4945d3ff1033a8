"""The store: one open database file, and the only two places where a session is made."""

import os
import threading
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db import copying, journal, schema, search, sqlite
from db.base import new_key
from db.changes import Changes
from db.failures import Reason, StoreFailure, is_illegible, reason_of
from db.titles import Title


class OperationSession(Session):
    """The session of an operation; `changes` is filled when the operation has ended well."""

    changes: Changes = Changes()


class Store:
    """An open file. Made by `create` or `open`; held for this program alone until `close`."""

    def __init__(
        self,
        path: Path,
        passphrase: str | None,
        lock: FileLock,
        *,
        clock: Callable[[], date],
        author: str,
    ) -> None:
        """Keep the engine of a file that is locked already; use `create` or `open` instead."""
        self.path = path
        self.author = author
        self.clock = clock
        self._passphrase = passphrase
        self._lock = lock
        self._writing = threading.RLock()
        self._engine = sqlite.make_engine(path, passphrase)

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        clock: Callable[[], date] = date.today,
        author: str = "",
    ) -> "Store":
        """Make a new, empty file; StoreFailure(EXISTS) when something is there already."""
        path, passphrase = _followed(path), _as_key(passphrase)
        lock = _hold(path)
        try:
            if path.exists():
                raise StoreFailure(Reason.EXISTS, str(path))
            _make(path, passphrase)
            return cls(path, passphrase, lock, clock=clock, author=author)
        except BaseException:
            _let_go(lock)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        clock: Callable[[], date] = date.today,
        author: str = "",
        copies: Path | None = None,
    ) -> "Store":
        """Open a file, and bring an older one to the present schema after a verified copy of it.

        `copies` is the folder of that copy, the file's own folder when None. Raises StoreFailure with the reason:
        MISSING, NOT_OURS, DAMAGED, PASSPHRASE_NEEDED, WRONG_PASSPHRASE, NEWER, IN_USE, READ_ONLY; nothing is changed.
        """
        path, passphrase = _followed(path), _as_key(passphrase)
        sqlite.inspect(path)
        encrypted = sqlite.is_encrypted(path)
        if encrypted and not passphrase:
            raise StoreFailure(Reason.PASSPHRASE_NEEDED, str(path))
        lock = _hold(path)
        store = cls(path, passphrase if encrypted else None, lock, clock=clock, author=author)
        try:
            store._ensure_ours()
            store._bring_up_to_date(copies or path.parent)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Give the file back; the store is of no use afterwards."""
        self._engine.dispose()
        _let_go(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def encrypted(self) -> bool:
        """Whether the file is locked with a passphrase."""
        return self._passphrase is not None

    def opens_with(self, passphrase: str) -> bool:
        """Say whether `passphrase` is the one that the file is locked with."""
        return self._passphrase is not None and self._passphrase == _as_key(passphrase)

    def today(self) -> date:
        """Give the day on which states such as "mandate ended" are derived."""
        return self.clock()

    def schema_version(self) -> int:
        """Give the number of the file's schema."""
        with self._connection() as connection:
            return schema.version(connection)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read with; what it gives stays usable after it ended."""
        with self._connection() as connection, Session(connection, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def operation(self, title: Title) -> Iterator[OperationSession]:
        """Give the session of one named change: all of it is written and journaled, or nothing.

        `title` is what history and undo show, each time in the language of who looks. After the block, `changes` of the
        session says what was touched. Raises StoreFailure when the disk is full or the file cannot be written.
        """
        with self._writing, self._connection(writes=True) as connection:
            number = journal.begin(connection, title, self.author, datetime.now(UTC))
            with OperationSession(connection, expire_on_commit=False) as session:
                yield session
                session.flush()
                session.changes = journal.finish(connection, number, title)
                if session.changes:
                    journal.discard_undone(connection)

    def settle(self) -> None:
        """Keep all that was done so far out of the reach of undo."""
        with self._writing, self._connection(writes=True) as connection:
            journal.settle(connection)

    def undo(self) -> Changes:
        """Take back the last change that stands; StoreFailure(NOTHING_TO_UNDO), or (CONFLICT) naming the row."""
        with self._writing, self._connection(writes=True) as connection:
            found = journal.next_undo(connection)
            if found is None:
                raise StoreFailure(Reason.NOTHING_TO_UNDO)
            number, title = found
            changes = self._reversal(connection, number, title, direction=journal.Direction.UNDO, reverses=number)
            journal.set_state(connection, number, journal.State.UNDONE)
            return changes

    def redo(self) -> Changes:
        """Bring back the change that was undone last; StoreFailure(NOTHING_TO_REDO), or (CONFLICT) naming the row."""
        with self._writing, self._connection(writes=True) as connection:
            found = journal.next_redo(connection)
            if found is None:
                raise StoreFailure(Reason.NOTHING_TO_REDO)
            number, title = found
            undone_by = journal.last_reversal(connection, number)
            changes = self._reversal(connection, undone_by, title, direction=journal.Direction.REDO, reverses=number)
            journal.set_state(connection, number, journal.State.DONE)
            return changes

    def _reversal(
        self,
        connection: Connection,
        reversed_one: int,
        title: Title,
        *,
        direction: journal.Direction,
        reverses: int,
    ) -> Changes:
        now = datetime.now(UTC)
        number = journal.begin(connection, title, self.author, now, direction=direction, reverses=reverses)
        journal.reverse(connection, reversed_one)
        return journal.finish(connection, number, title)

    def set_passphrase(self, passphrase: str | None) -> None:
        """Lock the file with another passphrase, or with none: it is written anew beside itself and moved over."""
        passphrase = _as_key(passphrase)
        with self._writing:
            self._engine.dispose()
            copying.export(self.path, self.path, self._passphrase, passphrase)
            self._passphrase = passphrase
            self._engine = sqlite.make_engine(self.path, passphrase)

    def copy_to(self, target: Path) -> None:
        """Write a verified copy of the file, under the same passphrase."""
        with self._writing:
            self._engine.dispose()
            copying.copy_verified(self.path, target, self._passphrase)

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        engine = self._engine
        with _told(self.path), engine.connect().execution_options(writes=writes) as connection, connection.begin():
            yield connection

    def _ensure_ours(self) -> None:
        try:
            with self._connection() as connection:
                ours = connection.exec_driver_sql("PRAGMA application_id").scalar() == sqlite.APPLICATION_ID
        except StoreFailure as failure:
            if self.encrypted and is_illegible(failure.__cause__):
                raise StoreFailure(Reason.WRONG_PASSPHRASE, str(self.path)) from failure
            raise
        if not ours:
            raise StoreFailure(Reason.NOT_OURS, str(self.path))
        self._ensure_writable()

    def _ensure_writable(self) -> None:
        """Refuse early a file that cannot be written, rather than at the first change of an hour's work."""
        with self._connection(writes=True):
            pass

    def _bring_up_to_date(self, copies: Path) -> None:
        with self._connection() as connection:
            at = schema.version(connection)
        if at == schema.latest_version():
            return
        self.copy_to(copies / f"{self.path.stem} - {datetime.now(UTC):%Y-%m-%d %H%M%S} v{at}{self.path.suffix}")
        with self._connection(writes=True) as connection:
            schema.upgrade(connection)


def check(store: Store) -> list[str]:
    """Check a file through and through and give what is wrong, a line each; empty when all is well.

    Looks at the pages, the foreign keys, the journal against the rows, the search index and the attached files.
    """
    with store._connection(writes=True) as connection:  # noqa: SLF001 - the check is part of the store
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        keys = connection.exec_driver_sql("PRAGMA foreign_key_check")
        found += [f"foreign key: {row[0]} {row[1]} -> {row[2]}" for row in keys]
        found += [f"journal: {table}, {count}" for table, count in journal.mismatches(connection).items()]
        missing = search.missing(connection)
        if missing:
            found.append(f"search index: {missing}")
        lost = connection.exec_driver_sql(
            "SELECT count(*) FROM document WHERE digest NOT IN (SELECT digest FROM content)",
        ).scalar_one()
        if lost:
            found.append(f"attached files: {lost}")
    return found


def _make(path: Path, passphrase: str | None) -> None:
    """Make an empty file beside `path` and move it there: a program that is stopped leaves no half of one."""
    beside = path.with_name(f".enlace-{new_key()}.tmp")
    engine = sqlite.make_engine(beside, passphrase)
    try:
        with _told(path), engine.connect().execution_options(writes=True) as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
            schema.upgrade(connection)
        engine.dispose()
        beside.replace(path)
    finally:
        engine.dispose()
        beside.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise what the world does to the database at `path` as a StoreFailure."""
    try:
        yield
    except DBAPIError as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise StoreFailure(reason, str(path)) from error


def _as_key(passphrase: str | None) -> str | None:
    """Give a passphrase in the one form of its accents, which systems type in two; an empty one is none."""
    return unicodedata.normalize("NFC", passphrase) if passphrase else None


def _followed(path: Path) -> Path:
    """Give the file that a link leads to: it is held and written anew under its own name, whatever it was called."""
    return Path(os.path.realpath(path))


def _hold(path: Path) -> FileLock:
    """Hold the file for this program, so that two running Enlaces never open it at once."""
    if not path.parent.is_dir():
        raise StoreFailure(Reason.MISSING, str(path))  # the lock would make the folder
    lock = FileLock(path.with_name(f".{path.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreFailure(Reason.IN_USE, str(path)) from error
    except OSError as error:
        raise StoreFailure(Reason.READ_ONLY, str(path)) from error
    return lock


def _let_go(lock: FileLock) -> None:
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)
