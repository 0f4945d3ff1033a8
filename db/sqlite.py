"""The engine: SQLite as sqlcipher3 brings it, with and without passphrase, one file on one disk."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Dialect, Engine, QueuePool, create_engine, event
from sqlalchemy.util import LRUCache

from db import country_names, nulls, sorting
from db.failures import Reason, StoreFailure
from db.journal import digests

APPLICATION_ID = 0x454E4C43
"""What the header of our files says ("ENLC"), so that a database of another program is not taken for ours."""

PAGE_SIZE = 4096
COMPILED = 500
"""Statements that are kept compiled, as many as SQLAlchemy keeps for an engine of its own."""
PLAIN_HEADER = b"SQLite format 3\x00"
_OTHER_FORMATS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"<?xml", b"<!DO", b"<htm")

_PRAGMAS = (
    "journal_mode = DELETE",  # not WAL: people copy the one file to a stick (docs/decisions)
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_spill = OFF",  # a long import keeps its pages in memory, so that the window can go on reading
    "cache_size = -32000",  # 32 MB: what 100,000 names are ordered by stays deciphered from one sorting to the next
    "busy_timeout = 10000",
)


def is_encrypted(path: Path) -> bool:
    """Tell whether the file has no plain header; an empty or missing file counts as not encrypted."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) != PLAIN_HEADER


def inspect(path: Path) -> None:
    """Refuse, with StoreFailure, a file that is missing, of another program or shorter than it says it is."""
    if not path.is_file():
        raise StoreFailure(Reason.MISSING, str(path))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise StoreFailure(Reason.READ_ONLY, str(path)) from error
    size = path.stat().st_size
    if size == 0 or header.startswith(_OTHER_FORMATS) or (header.isascii() and not header.startswith(PLAIN_HEADER)):
        raise StoreFailure(Reason.NOT_OURS, str(path))
    has_to_be_whole = not _has_journal(path)
    if header.startswith(PLAIN_HEADER):
        _inspect_plain(path, header, size if has_to_be_whole else None)
    elif has_to_be_whole and size % PAGE_SIZE:
        raise StoreFailure(Reason.DAMAGED, str(path))


def _has_journal(path: Path) -> bool:
    """Tell whether a program was stopped while it wrote: the engine puts the file back, whatever its size is now."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _inspect_plain(path: Path, header: bytes, size: int | None) -> None:
    """Refuse a plain file by its header, and when its `size` is given one that is shorter than it says.

    Read the header by the format's table (https://sqlite.org/fileformat.html, 1.3).
    """
    if len(header) < 100:  # noqa: PLR2004 - the length of the header by the format
        raise StoreFailure(Reason.DAMAGED, str(path))
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreFailure(Reason.NOT_OURS, str(path))
    page = int.from_bytes(header[16:18])
    page = 65536 if page == 1 else page
    if size is not None and size < page * int.from_bytes(header[28:32]):
        raise StoreFailure(Reason.DAMAGED, str(path))


def quote(text: str) -> str:
    """Return `text` as an SQL literal, for the few statements that take no parameter."""
    return "'" + text.replace("'", "''") + "'"


def connector(path: Path, passphrase: str | None, *, foreign_keys: bool = True) -> Callable[[], Any]:
    """Return the function that opens a connection, keyed when there is a passphrase.

    `foreign_keys` can be put out of force only here, outside a transaction: a migration makes tables anew.
    """

    def connect() -> Any:  # noqa: ANN401 - the driver has no types
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
        connection.create_function(sorting.FUNCTION, 1, _fold, deterministic=True)
        connection.create_function(country_names.FUNCTION, 2, country_names.called, deterministic=True)
        connection.create_function(digests.FUNCTION, 5, digests.entry_digest, deterministic=True)
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase is said by us, once
        if passphrase:
            connection.execute(f"PRAGMA key = {quote(passphrase)}")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    return connect


def _fold(text: str | None) -> str | None:
    return None if text is None else sorting.unaccented(text)


def make_engine(path: Path, passphrase: str | None, *, foreign_keys: bool = True) -> Engine:
    """Return the engine of the file; a connection with the execution option `writes` locks the file when it begins.

    Such a connection refuses a text with a U+0000, with StoreFailure: the engine would cut it there. Its errors do not
    repeat the values of a statement: the report of a fault is a plain file, and these are of people.
    """
    connect = connector(path, passphrase, foreign_keys=foreign_keys)
    engine = create_engine("sqlite://", creator=connect, module=driver, poolclass=QueuePool, hide_parameters=True)
    engine.dialect = _dialect()
    engine.update_execution_options(compiled_cache=_compiled())
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _refuse_null_characters)
    return engine


@lru_cache(maxsize=1)
def _dialect() -> Dialect:
    """Return what makes SQL of statements, one for all files: the mappers keep it with what they write by.

    One for each file would be kept by them after the file is closed, with all that was compiled for it.
    """
    engine = create_engine("sqlite://", creator=lambda: driver.connect(":memory:"), module=driver)
    with engine.connect():  # the first connection asks the engine what it can do
        pass
    engine.dispose()
    # Rows that are inserted together are one statement: each takes its triggers a savepoint of every page they touch.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    return engine.dialect


@lru_cache(maxsize=1)
def _compiled() -> LRUCache[Any, Any]:
    """Return the statements that were compiled last: to compile one takes longer than to run it, in whatever file."""
    return LRUCache(COMPILED)


def _refuse_null_characters(
    connection: Connection,
    _cursor: object,
    _statement: str,
    parameters: Any,  # noqa: ANN401 - as SQLAlchemy hands them
    *_: object,
) -> None:
    if parameters and connection.get_execution_options().get("writes", False):
        nulls.refuse_null(_texts(parameters))


def _texts(parameters: Any) -> Iterator[str]:  # noqa: ANN401 - as above: of one row, or of several
    for each in parameters.values() if isinstance(parameters, dict) else parameters:
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple | list | dict):
            yield from _texts(each)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
