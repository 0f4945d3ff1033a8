"""Copies of a database file, checked before anyone relies on them."""

import errno
import filecmp
import os
import shutil
import tempfile
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from db.failures import Reason, StoreFailure, reason_of
from db.sqlite import APPLICATION_ID, make_engine, quote


def copy_verified(source: Path, target: Path, passphrase: str | None) -> None:
    """Copy the file byte by byte beside `target`, check that the copy opens and is whole, and move it there.

    The caller holds the file: nobody writes it meanwhile. Raises StoreFailure and leaves nothing behind when it fails.
    """
    beside = _beside(target)
    try:
        shutil.copy(source, beside)
        _settle(beside)
        try:
            verify(beside, passphrase)
        except StoreFailure as failure:  # the file beside is one that nobody knows
            named = source if filecmp.cmp(source, beside, shallow=False) else target
            raise StoreFailure(failure.reason, str(named)) from failure
        beside.replace(target)
    except OSError as error:
        raise StoreFailure(_reason(error), str(target)) from error
    finally:
        beside.unlink(missing_ok=True)


def keep_copy(source: Path, target: Path, passphrase: str | None) -> Path:
    """Keep a verified copy of the file under the name `target` or, where another file has it, one with a number.

    A copy that is there already and says the same is the copy: to try again leaves no second one. Gives its path.
    """
    number = 1
    named = target
    while named.exists():
        if filecmp.cmp(source, named, shallow=False):
            return named
        number += 1
        named = target.with_stem(f"{target.stem} ({number})")
    copy_verified(source, named, passphrase)
    return named


def export(source: Path, target: Path, passphrase: str | None, new_passphrase: str | None) -> None:
    """Write `source` anew as `target` under another passphrase or none; checked, then moved there.

    The way SQLCipher gives from one key to another: https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export
    """
    beside = _beside(target)
    engine = make_engine(source, passphrase)
    try:
        with engine.connect() as connection:
            raw = connection.connection.cursor()
            raw.execute("COMMIT") if raw.connection.in_transaction else None
            raw.execute(f"ATTACH DATABASE {quote(str(beside))} AS target KEY {quote(new_passphrase or '')}")
            raw.execute("SELECT sqlcipher_export('target')")
            raw.execute(f"PRAGMA target.application_id = {APPLICATION_ID}")
            raw.execute("DETACH DATABASE target")
        _settle(beside)
        shutil.copymode(source, beside)
        verify(beside, new_passphrase)
        engine.dispose()
        beside.replace(target)
    except OSError as error:
        raise StoreFailure(_reason(error), str(target)) from error
    except (DBAPIError, driver.Error) as error:  # the cursor is the driver's own, and so are its errors
        raise StoreFailure(reason_of(error) or Reason.DISK_ERROR, str(target)) from error
    finally:
        engine.dispose()
        beside.unlink(missing_ok=True)


def verify(path: Path, passphrase: str | None) -> None:
    """Make sure that the database at `path` opens with `passphrase` and that all its pages are whole."""
    engine = make_engine(path, passphrase)
    try:
        with engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    except DBAPIError as error:
        raise StoreFailure(reason_of(error) or Reason.DAMAGED, str(path)) from error
    finally:
        engine.dispose()
    if said != "ok":
        raise StoreFailure(Reason.DAMAGED, str(path))


def _reason(error: OSError) -> Reason:
    return {errno.ENOSPC: Reason.DISK_FULL, errno.EACCES: Reason.READ_ONLY}.get(error.errno or 0, Reason.DISK_ERROR)


def _beside(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise StoreFailure(Reason.READ_ONLY, str(target.parent)) from error
    os.close(handle)
    return Path(name)


def _settle(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
