"""The store: one open database file, and the only two places where a session is made."""

import os
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError

from db import copying, schema, sealed, search, sqlite
from db.catalog import present_catalog
from db.changes import Changes
from db.failures import ClosedStoreError, Reason, StoreFailure, is_illegible, reason_of
from db.journal import recording, story, undoing
from db.journal.recording import Made
from db.journal.shape import Shape
from db.journal.tables import OperationKind, identity
from db.journal.undoing import UndoPlan
from db.keys import new_key
from db.nulls import NULL, refuse_null
from db.schema import Schema
from db.session import Ensure, FileSession, OperationSession
from db.titles import Title

DeviceOf = Callable[[str, str], str]
"""Says, of the network of a file and the device that wrote in it last, which device writes here."""


class Store:
    """An open file. Made by `create` or `open`; held for this program alone until `close`.

    `device_of` says at the first operation which device writes; the one that wrote last when it is None.
    """

    def __init__(
        self,
        path: Path,
        passphrase: str | None,
        lock: FileLock,
        *,
        clock: Callable[[], date],
        author: str,
        made_for: Schema | None = None,
    ) -> None:
        """Keep the engine of a file that is locked already; use `create` or `open` instead."""
        self.path = path
        self.author = author
        self.clock = clock
        self.schema = made_for or schema.present()
        self.catalog = present_catalog()
        self.device_of: DeviceOf | None = None
        self.language = ""
        """In which names are read that are recorded in several; as they are stored without one."""
        self._passphrase = passphrase
        self._lock = lock
        self._writing = threading.RLock()
        self._engine = sqlite.make_engine(path, passphrase)

    @classmethod
    def create(
        cls, path: Path, passphrase: str | None = None, *, clock: Callable[[], date] = date.today, author: str = ""
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
        made_for: Schema | None = None,
    ) -> "Store":
        """Open a file, and bring an older one to the schema `made_for`, the present one, after a verified copy of it.

        `copies` is the folder of that copy, the file's own folder when None. Raises StoreFailure with the reason:
        MISSING, NOT_OURS, DAMAGED, PASSPHRASE_NEEDED, WRONG_PASSPHRASE, NEWER, IN_USE, READ_ONLY; nothing is changed.
        """
        path, passphrase = _followed(path), _as_key(passphrase)
        sqlite.inspect(path)
        encrypted = sqlite.is_encrypted(path)
        if encrypted and not passphrase:
            raise StoreFailure(Reason.PASSPHRASE_NEEDED, str(path))
        lock = _hold(path)
        key = passphrase if encrypted else None
        store = cls(path, key, lock, clock=clock, author=author, made_for=made_for)
        try:
            store._ensure_ours()
            store._bring_up_to_date(copies or path.parent)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Return the file back; whatever is asked of the store afterwards is a ClosedStoreError."""
        self._engine.dispose()
        _let_go(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def speaking(self, language: str) -> Self:
        """Return this open file for a reader of `language`; it is closed as what it is, this one."""
        other = copy(self)
        other.language = language
        return other

    @property
    def encrypted(self) -> bool:
        """Whether the file is locked with a passphrase."""
        return self._passphrase is not None

    def opens_with(self, passphrase: str) -> bool:
        """Tell whether `passphrase` is the one that the file is locked with."""
        return self._passphrase is not None and self._passphrase == _as_key(passphrase)

    def today(self) -> date:
        """Return the day on which states such as "mandate ended" are derived."""
        return self.clock()

    def schema_version(self) -> int:
        """Return the number of the file's schema."""
        with self._connection() as connection:
            return schema.version(connection, self.schema)

    @property
    def shape(self) -> Shape:
        """The schema as the journal needs it."""
        return self.schema.shape

    def identity(self) -> tuple[str, str]:
        """Return the network that the file is of, and the device that writes here."""
        with self._connection() as connection:
            found = connection.execute(select(identity.c.network, identity.c.device)).one()
        return str(found.network), str(found.device)

    @contextmanager
    def reading(self) -> Iterator[FileSession]:
        """Return a session to read with; what it gives stays usable after it ended."""
        options = {"expire_on_commit": False, "autoflush": False}
        with (
            self._connection() as connection,
            FileSession(connection, self.catalog, self.language, self.clock, **options) as session,
        ):
            yield session

    @contextmanager
    def operation(self, title: Title, *, start: bool = False, opens: str = "") -> Iterator[OperationSession]:
        """Return the session of one named change: all of it is written and journaled, or nothing.

        `title` is what history and undo show, in the language of who reads them; `start` is what a file begins with,
        which no undo reaches; `opens` is the key of the meeting whose acta it approves or reopens. After the block,
        `changes` of the session says what was touched. Raises StoreFailure when the disk is full or the file cannot be
        written, SealedError when an approved acta says what it changed.
        """
        kind = OperationKind.START if start else OperationKind.DO
        with self._writing, self._connection(writes=True) as connection:
            number = self._begin(connection, title, kind)
            options = {"expire_on_commit": False}
            with OperationSession(connection, self.catalog, self.language, self.clock, **options) as session:
                yield session
                session.flush()
                session.changes = self._finish(connection, number, title)
                if sealed.is_held(self.shape):
                    sealed.ensure_unsealed(connection, number, session.changes.touched, opens=opens)

    def _begin(self, connection: Connection, title: Title, kind: OperationKind, reverses: Sequence[str] = ()) -> int:
        found = connection.execute(select(identity.c.network, identity.c.device)).one()
        device = found.device if self.device_of is None else self.device_of(found.network, found.device)
        if device != found.device:
            connection.execute(update(identity).values(device=device))
        made = Made(self.author, device, datetime.now(UTC))
        return recording.begin(connection, self.shape, title, made, kind=kind, reverses=reverses)

    def _finish(self, connection: Connection, number: int, title: Title, *, stands_empty: bool = False) -> Changes:
        changes = recording.finish(connection, self.shape, number, title, stands_empty=stands_empty)
        if number % search.TIDY_EVERY == 0:
            search.tidy(connection)
        return changes

    def plan_undo(self, operations: Sequence[int], only: Iterable[str] | None = None) -> UndoPlan:
        """Tell what undoing operations would do, field by field, to all rows or those with the keys `only`."""
        with self._connection() as connection:
            return undoing.plan(connection, self.shape, operations, only)

    def undo_operations(self, operations: Sequence[int], title: Title, ensure: Ensure = None) -> Changes:
        """Take back of these operations what their plan calls clean, in one operation; StoreFailure(CONFLICT) if none.

        The detail of the failure is the table and key of the first row that stays; `ensure` may refuse what was done.
        """
        with self._writing, self._connection(writes=True) as connection:
            return self._undo(connection, undoing.plan(connection, self.shape, operations), title, ensure)

    def bring_back(
        self, operations: Sequence[int], rows: Iterable[str], title: Title, ensure: Ensure = None
    ) -> Changes:
        """Make again, in one operation, those of the `rows` that these operations deleted; `ensure` as for an undo."""
        with self._writing, self._connection(writes=True) as connection:
            plan = undoing.plan(connection, self.shape, operations, rows)
            number = self._begin(connection, title, OperationKind.DO)
            self._carry_out(connection, plan, ensure)
            return self._finish(connection, number, title)

    def undo(self) -> Changes:
        """Take back the last change that stands; StoreFailure(NOTHING_TO_UNDO), or (CONFLICT) naming the row."""
        with self._writing, self._connection(writes=True) as connection:
            number = story.next_undo(connection)
            if number is None:
                raise StoreFailure(Reason.NOTHING_TO_UNDO)
            return self._undo_whole(connection, number)

    def redo(self) -> Changes:
        """Bring back the change that was undone last; StoreFailure(NOTHING_TO_REDO), or (CONFLICT) naming the row."""
        with self._writing, self._connection(writes=True) as connection:
            number = story.next_redo(connection)
            if number is None:
                raise StoreFailure(Reason.NOTHING_TO_REDO)
            return self._undo_whole(connection, number)

    def _undo_whole(self, connection: Connection, number: int) -> Changes:
        """Take back an operation if nothing of it has to stay."""
        plan = undoing.plan(connection, self.shape, [number])
        if plan.stays:
            raise undoing.refusal(connection, plan.stays)
        return self._undo(connection, plan, story.title_of(connection, number))

    def _undo(self, connection: Connection, plan: UndoPlan, title: Title, ensure: Ensure = None) -> Changes:
        if not plan.does_something and plan.stays:
            raise undoing.refusal(connection, plan.stays)
        stands_empty = not set(plan.ids) <= story.taken_back(connection)
        number = self._begin(connection, title, OperationKind.UNDO, plan.ids)
        self._carry_out(connection, plan, ensure)
        return self._finish(connection, number, title, stands_empty=stands_empty)

    def _carry_out(self, connection: Connection, plan: UndoPlan, ensure: Ensure) -> None:
        undoing.carry_out(connection, self.shape, plan)
        with FileSession(connection, self.catalog, self.language, self.clock, autoflush=False) as session:
            if ensure is not None:
                ensure(session)

    def set_passphrase(self, passphrase: str | None) -> None:
        """Lock the file with another passphrase, or with none: it is written anew beside itself and moved over."""
        passphrase = _as_key(passphrase)
        with self._writing:
            self._ensure_held()
            self._engine.dispose()
            copying.export(self.path, self.path, self._passphrase, passphrase)
            self._passphrase = passphrase
            self._engine = sqlite.make_engine(self.path, passphrase)

    def copy_to(self, target: Path) -> None:
        """Write a verified copy of the file, under the same passphrase."""
        with self._writing:
            self._ensure_held()
            self._engine.dispose()
            copying.copy_verified(self.path, target, self._passphrase)

    def _ensure_held(self) -> None:
        """Refuse to open the file again without its lock, as the engine would by itself."""
        if not self._lock.is_locked:
            raise ClosedStoreError(str(self.path))

    @contextmanager
    def _connection(self, *, writes: bool = False) -> Iterator[Connection]:
        self._ensure_held()
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
        """Refuse early a file that cannot be written, rather than at the first change of an hour's work.

        The engine is asked too: it lets a transaction begin on a file that may only be read.
        """
        if not os.access(self.path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise StoreFailure(Reason.READ_ONLY, str(self.path))
        with self._connection(writes=True):
            pass

    def _bring_up_to_date(self, copies: Path) -> None:
        with self._connection() as connection:
            at = schema.version(connection, self.schema)
        if at == self.schema.latest_version():
            return
        self._engine.dispose()
        copying.keep_copy(self.path, copies / f"{self.path.stem} - v{at}{self.path.suffix}", self._passphrase)
        engine = sqlite.make_engine(self.path, self._passphrase, foreign_keys=False)
        try:
            with _writing(engine, self.path) as connection:
                schema.upgrade(connection, self.schema)
        finally:
            engine.dispose()


def _make(path: Path, passphrase: str | None) -> None:
    """Make an empty file beside `path` and move it there: a program that is stopped leaves no half of one."""
    beside = path.with_name(f".enlace-{new_key()}.tmp")
    engine = sqlite.make_engine(beside, passphrase, foreign_keys=False)
    try:
        with _writing(engine, path) as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
            schema.upgrade(connection, schema.present())
        engine.dispose()
        beside.replace(path)
    finally:
        engine.dispose()
        beside.unlink(missing_ok=True)


@contextmanager
def _writing(engine: Engine, path: Path) -> Iterator[Connection]:
    with _told(path), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


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
    """Return a passphrase in the one form of its accents, which systems type in two; an empty one is none."""
    if passphrase and NULL in passphrase:
        raise StoreFailure(Reason.NULL_CHARACTER, "***")  # what it is stays a secret
    return unicodedata.normalize("NFC", passphrase) if passphrase else None


def _followed(path: Path) -> Path:
    """Return the file that a link leads to: it is held and written anew under its own name, whatever it was called."""
    refuse_null((str(path),))
    return Path(os.path.realpath(path))


def _hold(path: Path) -> FileLock:
    """Hold the file for this program, so that two running Enlaces never open it at once."""
    if not path.parent.is_dir():
        raise StoreFailure(Reason.MISSING, str(path))  # the lock would make the folder
    # A file is opened beside the window and closed by it: a lock of the thread that took it would not be let go.
    lock = FileLock(path.with_name(f".{path.name}.lock"), thread_local=False)
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
